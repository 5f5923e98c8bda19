import { sql } from "kysely";
import { authorize } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { levelsOf } from "./countries.ts";
import { changedJurisdiction, isId, jurisdictionForChange } from "./find-for-change.ts";
import { findJurisdiction } from "./find-jurisdiction.ts";
import { lockPlaces } from "./import/apply-places.ts";
import type { JurisdictionPayload, MoveJurisdictionInput } from "./place.inputs.ts";
import { placePolicy } from "./place.policy.ts";

/**
 * Puts an area, and all below it, into another one: allowed to whom both are open. Refuses NOT_FOUND, FORBIDDEN, STALE_VERSION,
 * PARENT_MISSING (none such in this country) and PARENT_LEVEL (not of the level directly above, so a tree never becomes a ring).
 */
export async function moveJurisdiction(ctx: Context, input: MoveJurisdictionInput): Promise<JurisdictionPayload> {
  await lockPlaces(ctx);
  const area = await jurisdictionForChange(ctx, input.id);
  authorize(ctx.actor, placePolicy.move(ctx.actor, area));
  area.refuseStale(input.version);
  const parent = isId(input.parentId) ? await findJurisdiction(ctx, { id: input.parentId }) : null;
  if (parent?.country !== area.country) throw new Refusal("PARENT_MISSING", { field: "parentId", values: { parent: input.parentId } });
  authorize(ctx.actor, placePolicy.addChild(ctx.actor, parent));
  const levels = (await levelsOf(ctx, [area.country])).map(({ code }) => code);
  if (levels.indexOf(parent.level) !== levels.indexOf(area.level) - 1)
    throw new Refusal("PARENT_LEVEL", { field: "parentId", values: { parent: parent.code } });
  const from = area.path;
  area.parentId = parent.id;
  area.updatedAt = ctx.now();
  await ctx.em.flush();
  await moveSubtree(ctx, from, parent.path);
  return { jurisdiction: await changedJurisdiction(ctx, area.id) };
}

/** Gives the area at a path, and all below it, their paths below another one: one statement. */
async function moveSubtree(ctx: Context, from: string, below: string): Promise<void> {
  await sql`update jurisdiction set path = ${below}::text::ltree || subpath(path, nlevel(${from}::text::ltree) - 1)
    where path <@ ${from}::text::ltree`.execute(ctx.db);
}
