import { authorize } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { levelsOf } from "./countries.ts";
import { changedJurisdiction, isId } from "./find-for-change.ts";
import { findJurisdiction } from "./find-jurisdiction.ts";
import { lockPlaces } from "./import/apply-places.ts";
import { checkedCode } from "./import/check-place.ts";
import { writeCodes } from "./import/write-tags.ts";
import { JurisdictionEntity } from "./jurisdiction.entity.ts";
import { checkCodes, checkFacts } from "./jurisdiction-facts.ts";
import { pathLabel } from "./jurisdiction-rows.ts";
import type { CreateJurisdictionInput, JurisdictionPayload } from "./place.inputs.ts";
import { placePolicy } from "./place.policy.ts";

/** Adds an area below another. Refuses NOT_FOUND, FORBIDDEN, UNKNOWN_LEVEL (no level below the parent's), ALREADY_EXISTS, and what its facts refuse. */
export async function createJurisdiction(ctx: Context, input: CreateJurisdictionInput): Promise<JurisdictionPayload> {
  await lockPlaces(ctx);
  const parent = isId(input.parentId) ? await findJurisdiction(ctx, { id: input.parentId }) : null;
  if (!parent) throw new Refusal("PARENT_MISSING", { field: "parentId", values: { parent: input.parentId } });
  authorize(ctx.actor, placePolicy.addChild(ctx.actor, parent));
  const levels = await levelsOf(ctx, [parent.country]);
  const level = levels[levels.findIndex(({ code }) => code === parent.level) + 1];
  if (!level) throw new Refusal("UNKNOWN_LEVEL", { field: "parentId", values: { level: parent.level, country: parent.country } });
  const code = checkedCode(input.code.trim(), "code");
  const facts = checkFacts(input.facts);
  const { country } = parent;
  const id = ctx.newId();
  const codes = await checkCodes(ctx, input.facts.codes ?? [], { id, country });
  const path = `${parent.path}.${pathLabel(code)}`;
  if (await ctx.em.findOne(JurisdictionEntity, { $or: [{ country, code }, { path }] }))
    throw new Refusal("ALREADY_EXISTS", { field: "code" });
  const now = ctx.now();
  ctx.em.create(
    JurisdictionEntity,
    { ...facts, id, country, level: level.code, code, parentId: parent.id, path, createdAt: now, updatedAt: now },
    { persist: true },
  );
  await ctx.em.flush();
  await writeCodes(ctx, [{ id, before: { codes: {} }, after: { codes } }]);
  return { jurisdiction: await changedJurisdiction(ctx, id) };
}
