import { type RawBuilder, sql } from "kysely";
import { plannedAnew } from "../../database/prepared.ts";
import type { Context } from "../../kernel/context.ts";
import { countedSql, regionsSql } from "./counted-sql.ts";
import type { IndexRound } from "./index-round.ts";

/** An entry that counts, with its levels as digits in the catalogue's order: what an index can be computed from again by anybody. */
export type IndexEntry = {
  readonly id: string;
  readonly kind: "INNOVATION" | "REGIONAL";
  /** Code of its region. */
  readonly region: string;
  /** The office, and what it calls its innovation; null and empty for a region's own rows. */
  readonly agency: string | null;
  readonly title: string;
  readonly affairs: readonly string[];
  readonly claimed: string;
  /** Null until it is verified. */
  readonly verified: string | null;
};

/** Every entry that counts as claimed, by region, kind, office and title. Permission is the caller's to ask. */
export async function indexEntries(ctx: Context, round: IndexRound): Promise<readonly IndexEntry[]> {
  const { rows } =
    await sql<Row>`${plannedAnew} with ${catalogueSql(round)}, ${regionsSql(round, { where: sql<boolean>`true` })}, ${countedSql(round)},
    packed as (
      select k.entry_id, string_agg(chr(${FIRST} + row.position * 16 + k.claimed * 4 + coalesce(k.verified, 0)), '') as levels
      from entry_claim k join catalogue row on row.indicator = k.indicator where k.entry_id in (select id from counted) group by k.entry_id)
    select c.id, c.kind, r.code as region, office.name as agency, case when c.kind = 'REGIONAL' then '' else e.title end as title,
      coalesce(i.affairs, '{}') as affairs, coalesce(p.levels, '') as levels, c.verified
    from counted c join region r on r.id = c.jurisdiction_id join entry e on e.id = c.id left join packed p on p.entry_id = c.id
    left join innovation i on i.id = c.innovation_id left join agency office on office.id = c.agency_id
    order by r.code collate "C", c.kind desc, office.name collate "C", e.title collate "C", c.id`.execute(ctx.db);
  const lengths = { INNOVATION: round.instrument.innovation.length, REGIONAL: round.instrument.regional.length };
  return rows.map(({ levels, verified, ...row }) => {
    const digits = unpacked(levels, lengths[row.kind]);
    return { ...row, claimed: digits.claimed, verified: verified ? digits.verified : null };
  });
}

/** `levels`: one character a claim in any order, its position and both levels in its code; three quarters of a million rows stay in the database. */
type Row = Omit<IndexEntry, "claimed" | "verified"> & { readonly levels: string; readonly verified: boolean };

/** The character of position 0 with levels 0: the printable ones begin below it. */
const FIRST = 64;

function unpacked(levels: string, length: number): { readonly claimed: string; readonly verified: string } {
  const [claimed, verified] = [new Array<number>(length).fill(0), new Array<number>(length).fill(0)];
  for (let at = 0; at < levels.length; at += 1) {
    const packed = levels.charCodeAt(at) - FIRST;
    claimed[packed >> 4] = (packed >> 2) & 3;
    verified[packed >> 4] = packed & 3;
  }
  return { claimed: claimed.join(""), verified: verified.join("") };
}

/** CTE `catalogue(indicator, position)`: the rows of either kind in the catalogue's order. Codes are unique over both. */
function catalogueSql({ instrument }: IndexRound): RawBuilder<unknown> {
  const rows = [instrument.regional, instrument.innovation].flatMap((list) => list.map(({ code }, position) => ({ code, position })));
  return sql`catalogue as materialized (select * from unnest(${rows.map(({ code }) => code)}::text[],
    ${rows.map(({ position }) => position)}::int[]) as c (indicator, position))`;
}
