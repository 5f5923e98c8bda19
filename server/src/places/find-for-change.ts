import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { findJurisdiction } from "./find-jurisdiction.ts";
import { JurisdictionEntity } from "./jurisdiction.entity.ts";
import type { Jurisdiction } from "./jurisdiction.type.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be an id at all. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** The area to be changed, of the version that the change was made from. Refuses NOT_FOUND; ask the policy, then `refuseStale`. */
export async function jurisdictionForChange(ctx: Context, id: string): Promise<JurisdictionEntity> {
  const found = isId(id) ? await ctx.em.findOne(JurisdictionEntity, { id }) : null;
  if (!found) throw new Refusal("NOT_FOUND", { field: "id" });
  return found;
}

/** The area as it is now, after what was changed has been written. */
export async function changedJurisdiction(ctx: Context, id: string): Promise<Jurisdiction> {
  await ctx.em.flush();
  const found = await findJurisdiction(ctx, { id });
  if (!found) throw new Error(`The area ${id} is gone`);
  return found;
}
