import { authorize } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { changedJurisdiction, jurisdictionForChange } from "./find-for-change.ts";
import { writeCodes } from "./import/write-tags.ts";
import { checkCodes, checkFacts, codesOf } from "./jurisdiction-facts.ts";
import type { JurisdictionPayload, UpdateJurisdictionInput } from "./place.inputs.ts";
import { placePolicy } from "./place.policy.ts";

/** Changes what is known of an area. Refuses NOT_FOUND, FORBIDDEN, STALE_VERSION, and what its facts refuse. */
export async function updateJurisdiction(ctx: Context, input: UpdateJurisdictionInput): Promise<JurisdictionPayload> {
  const area = await jurisdictionForChange(ctx, input.id);
  authorize(ctx.actor, placePolicy.edit(ctx.actor, area));
  area.refuseStale(input.version);
  const facts = checkFacts(input.facts);
  const before = await codesOf(ctx, area.id);
  const codes = input.facts.codes ? await checkCodes(ctx, input.facts.codes, area) : before;
  area.describe(facts, ctx.now());
  await writeCodes(ctx, [{ id: area.id, before: { codes: before }, after: { codes } }]);
  return { jurisdiction: await changedJurisdiction(ctx, area.id) };
}
