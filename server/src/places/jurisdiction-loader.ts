import DataLoader from "dataloader";
import { sql } from "kysely";
import { type Context, memoized } from "../kernel/context.ts";
import type { Jurisdiction } from "./jurisdiction.type.ts";
import { selectJurisdictions } from "./jurisdiction-rows.ts";

/** Areas by id, batched and read once a request: for the field resolvers of whatever has a place. */
export function jurisdictionLoader(ctx: Context): DataLoader<string, Jurisdiction | null> {
  return memoized(
    ctx,
    jurisdictionLoader,
    () =>
      new DataLoader<string, Jurisdiction | null>(async (ids) => {
        const found = await selectJurisdictions(ctx, sql`j.id = any(${[...ids]}::uuid[])`);
        const byId = new Map(found.map((jurisdiction) => [jurisdiction.id, jurisdiction]));
        return ids.map((id) => byId.get(id) ?? null);
      }),
  );
}
