import { sql } from "kysely";
import type { Context } from "../context.ts";
import { Refusal } from "../refusal.ts";

/** How a kind of thing is fetched by id, for `node(id:)`: what the actor may not see is not found. */
export type NodeSource = {
  readonly typename: string;
  /** Table whose `id` tells which kind an id is of. */
  readonly table: string;
  /** The contract row, or null when there is none or the actor may not see it. */
  readonly find: (ctx: Context, id: string) => Promise<object | null>;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Finds whatever has the id among the sources, in one statement that tells its kind and one that reads it. Where there is nothing to be seen,
 * all other sources are asked as well: what the actor may not see takes what takes an id of nothing, so that time does not tell the two apart.
 */
export async function findNode(ctx: Context, sources: readonly NodeSource[], id: string): Promise<object | null> {
  if (!UUID.test(id)) throw new Refusal("INVALID_VALUE", { field: "id" });
  const kinds = sources.map(
    ({ table, typename }) => sql`select ${typename}::text as typename from ${sql.table(table)} where id = ${id}::uuid`,
  );
  const { rows } = await sql<{ typename: string }>`${sql.join(kinds, sql` union all `)} limit 1`.execute(ctx.db);
  const source = sources.find(({ typename }) => typename === rows[0]?.typename);
  const found = await source?.find(ctx, id);
  if (found && source) return { ...found, __typename: source.typename };
  for (const other of sources) if (other !== source) await other.find(ctx, id);
  return null;
}
