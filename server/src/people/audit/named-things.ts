import { type LocalizedText, pickText } from "@isonga/schema/languages";
import DataLoader from "dataloader";
import { sql } from "kysely";
import { type Context, memoized } from "../../kernel/context.ts";
import { isId } from "../../kernel/graphql/ids.ts";
import type { AuditEventView, AuditName } from "./audit-event.type.ts";

/** The names of what a recorded change's rows point to (areas, people, rounds …), as they are now, in the reader's language. */
export async function namedThings(ctx: Context, { before, after }: Pick<AuditEventView, "before" | "after">): Promise<AuditName[]> {
  const ids = new Set([...idsIn(before), ...idsIn(after)]);
  const names = await Promise.all([...ids].map(async (id) => ({ id, name: await nameLoader(ctx).load(id) })));
  return names.flatMap(({ id, name }) => (name === null ? [] : [{ id, name }]));
}

/** Ids in the columns that point to another row. */
function idsIn(row: unknown): readonly string[] {
  if (typeof row !== "object" || row === null) return [];
  return Object.entries(row).flatMap(([column, value]) =>
    /_(id|by)$/.test(column) && typeof value === "string" && isId(value) ? [value] : [],
  );
}

/** Names by id, in one statement a request: ids are unique over all tables. */
function nameLoader(ctx: Context): DataLoader<string, string | null> {
  return memoized(ctx, nameLoader, () => {
    return new DataLoader<string, string | null>(async (ids) => {
      const wanted = sql`any(${[...ids]}::uuid[])`;
      const { rows } = await sql<{ id: string; name: string | null; names: LocalizedText | null }>`
        select id, name, names from jurisdiction where id = ${wanted}
        union all select id, name, names from agency where id = ${wanted}
        union all select id, name, null from person where id = ${wanted}
        union all select id, code, names from service where id = ${wanted}
        union all select id, code, names from programme where id = ${wanted}
        union all select id, code, names from round where id = ${wanted}
        union all select id, code, names from league where id = ${wanted}`.execute(ctx.db);
      const byId = new Map(rows.map(({ id, name, names }) => [id, pickText(names, ctx.language) || name]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  });
}
