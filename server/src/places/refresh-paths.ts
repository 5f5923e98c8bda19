import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";

/** Makes the paths of these countries' areas agree with the tree again, after areas have moved: one statement. */
export async function refreshPaths(ctx: Context, countries: readonly string[]): Promise<void> {
  await sql`with recursive tree as (
      select id, regexp_replace(code, '[^A-Za-z0-9]', '_', 'g')::ltree as path from jurisdiction where parent_id is null and country = any(${[...countries]}::text[])
      union all
      select j.id, tree.path || regexp_replace(j.code, '[^A-Za-z0-9]', '_', 'g') from jurisdiction j join tree on j.parent_id = tree.id
    )
    update jurisdiction j set path = tree.path from tree where j.id = tree.id and j.path <> tree.path`.execute(ctx.db);
}
