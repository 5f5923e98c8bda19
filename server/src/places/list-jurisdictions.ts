import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { connectionFrom, keyset, type PageArgs, pageOf } from "../kernel/graphql/connection.ts";
import type { JurisdictionConnection } from "./jurisdiction.type.ts";
import { type JurisdictionRow, jurisdictionColumns, jurisdictionOf } from "./jurisdiction-rows.ts";
import { likeText, SEARCH_TEXT, searchTerm } from "./search-text.ts";

/** Which areas are listed; what is absent does not narrow. */
export type JurisdictionFilter = {
  readonly country?: string | null;
  readonly level?: string | null;
  readonly parentId?: string | null;
  readonly league?: string | null;
  /** Part of a name in any language, or the start of a code. */
  readonly search?: string | null;
};

const ORDER = [sql`j.name`, sql`j.id`];

/** Areas by official name, a page at a time. */
export async function listJurisdictions(ctx: Context, args: JurisdictionFilter & PageArgs): Promise<JurisdictionConnection> {
  const page = pageOf(args);
  const { where, orderBy, limit } = keyset(page, { columns: ORDER });
  const { rows } = await sql<JurisdictionRow>`select ${jurisdictionColumns()} from jurisdiction j
    where ${sql.join([where, ...conditionsOf(args)], sql` and `)} ${orderBy} ${limit}`.execute(ctx.db);
  const places = rows.map((row) => jurisdictionOf(row, ctx.language));
  return connectionFrom(places, page, ({ officialName, id }) => [officialName, id]);
}

function conditionsOf({ country, level, parentId, league, search }: JurisdictionFilter) {
  const conditions = [];
  if (country) conditions.push(sql`j.country = ${country}`);
  if (level) conditions.push(sql`j.level = ${level}`);
  if (parentId) conditions.push(sql`j.parent_id = ${parentId}::uuid`);
  if (league)
    conditions.push(
      sql`j.id in (select jl.jurisdiction_id from jurisdiction_league jl join league l on l.id = jl.league_id where l.code = ${league})`,
    );
  const term = searchTerm(search ?? "");
  if (term !== "")
    conditions.push(sql`(${SEARCH_TEXT} like ${`%${likeText(term)}%`} or j.code like ${`${likeText(term.toUpperCase())}%`})`);
  return conditions;
}
