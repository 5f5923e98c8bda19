import { type RawBuilder, sql } from "kysely";
import { fraction } from "../../kernel/fraction.ts";
import { CLAIMED_STATES, VERIFIED_STATES } from "../entries/entry-states.ts";
import type { IndexRound } from "./index-round.ts";

/** The parts that statements about the index have in common: weights, areas, entries that count. */

/** Which areas: `where` is a condition on `j`; `order` ends the list, with its limit. */
export type RegionChoice = { readonly where: RawBuilder<boolean>; readonly order?: RawBuilder<unknown> };

/** CTE `weight(indicator, kind, micros)`: the instrument's weights in millionths of points. */
export function weightsSql({ instrument }: IndexRound): RawBuilder<unknown> {
  const rows = [
    ...instrument.regional.map((row) => ({ ...row, kind: "REGIONAL" })),
    ...instrument.innovation.map((row) => ({ ...row, kind: "INNOVATION" })),
  ];
  const micros = rows.map(({ weight }) => fraction(weight).mul(1_000_000).toFraction());
  return sql`weight as materialized (select * from unnest(${rows.map(({ code }) => code)}::text[], ${rows.map(({ kind }) => kind)}::text[],
    ${micros}::bigint[]) as w (indicator, kind, micros))`;
}

/** CTE `region`: the chosen areas of the round's levels within its place, with their position in the list. */
export function regionsSql({ path, instrument }: IndexRound, { where, order }: RegionChoice): RawBuilder<unknown> {
  return sql`region as materialized (select chosen.*, (row_number() over ())::int as position from (
      select j.id, j.code, j.level, j.name, j.names, j.path::text as path from jurisdiction j
      where j.path <@ ${path}::text::ltree and j.level = any(${instrument.levels}::text[]) and ${where}
      ${order ?? sql`order by j.code collate "C", j.id`}) chosen)`;
}

/** CTE `counted`: the entries of those regions that count as claimed, and whether they count as verified. */
export function countedSql(round: IndexRound): RawBuilder<unknown> {
  return sql`counted as materialized (
    select e.id, e.kind, r.position, e.jurisdiction_id, e.agency_id, e.innovation_id, e.state = any(${[...VERIFIED_STATES]}::text[]) as verified
    from region r join entry e on e.round_id = ${round.id}::uuid and e.jurisdiction_id = r.id
    where e.state = any(${[...CLAIMED_STATES]}::text[]))`;
}

/** Joins `touched.stamp` to the areas of `region r`: which changes of an area's entries this statement sees. Equal stamps, equal sums. */
export const touchedSql: RawBuilder<unknown> = sql`cross join lateral (select concat_ws(' ', count(*), max(t.id), sum(t.id)) as stamp
  from index_touch t where t.jurisdiction_id = r.id) touched`;
