import type { IndexFigures } from "@isonga/schema/innovation-index";
import type { LocalizedText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { plannedAnew } from "../../database/prepared.ts";
import type { Context } from "../../kernel/context.ts";
import { countedSql, type RegionChoice, regionsSql, touchedSql, weightsSql } from "./counted-sql.ts";
import type { IndexRound } from "./index-round.ts";

/** An area with the sums from which its index follows, as claimed and as verified. */
export type RegionFigures = {
  readonly id: string;
  readonly code: string;
  readonly level: string;
  readonly name: string;
  readonly names: LocalizedText;
  /** Dotted path of the area. */
  readonly path: string;
  /** Whether the region handed its own rows in, and whether they are verified. */
  readonly regional: { readonly claimed: boolean; readonly verified: boolean };
  /** Offices with at least one innovation that counts as claimed. */
  readonly agencies: number;
  readonly claimed: IndexFigures;
  readonly verified: IndexFigures;
};

/**
 * The figures of all chosen areas of the round's levels, also of those without entries, in one statement whatever their number: levels are
 * summed by area and row first, then weighed in whole millionths of points, and nothing is sorted that is as long as the entries. By code unless `order` says otherwise.
 */
export async function regionFigures(ctx: Context, round: IndexRound, choice: RegionChoice): Promise<readonly RegionFigures[]> {
  return (await stampedFigures(ctx, round, choice)).map(({ figures }) => figures);
}

/** Figures, and which changes they are made of: the same stamp of the same area says that they are the same still. */
export async function stampedFigures(
  ctx: Context,
  round: IndexRound,
  choice: RegionChoice,
): Promise<readonly { readonly figures: RegionFigures; readonly stamp: string }[]> {
  const { rows } = await sql<Row>`${plannedAnew} with ${weightsSql(round)}, ${regionsSql(round, choice)}, ${countedSql(round)},
    levels as (
      select c.position, k.indicator, sum(k.claimed) as claimed, sum(k.verified) filter (where c.verified) as verified
      from counted c join entry_claim k on k.entry_id = c.id group by c.position, k.indicator),
    points as (
      select l.position, w.kind, sum(w.micros * l.claimed) as claimed, sum(w.micros * l.verified) as verified
      from levels l join weight w on w.indicator = l.indicator group by l.position, w.kind),
    office as (
      select c.position, c.agency_id, count(*) as claimed, count(*) filter (where c.verified) as verified
      from counted c where c.kind = 'INNOVATION' group by c.position, c.agency_id),
    numbers as (
      select o.position, sum(o.claimed)::int as claimed, sum(o.verified)::int as verified, count(o.agency_id)::int as agencies
      from office o group by o.position),
    among as (
      select c.position, i.affairs, bool_or(c.verified) as verified
      from counted c join innovation i on i.id = c.innovation_id group by c.position, i.affairs),
    affair as (
      select g.position, array_agg(distinct a.code order by a.code) as claimed,
        array_agg(distinct a.code order by a.code) filter (where g.verified) as verified
      from among g cross join unnest(g.affairs) a (code) group by g.position)
    select touched.stamp, r.id, r.code, r.level, r.name, r.names, r.path, own.verified is not null as "hasRegional", coalesce(own.verified, false) as "regionalVerified",
      coalesce(n.agencies, 0) as agencies, coalesce(n.claimed, 0) as "claimedCount", coalesce(n.verified, 0) as "verifiedCount",
      coalesce(spd.claimed, 0)::text as "claimedSpd", coalesce(spd.verified, 0)::text as "verifiedSpd",
      coalesce(m.claimed, 0)::text as "claimedMaturity", coalesce(m.verified, 0)::text as "verifiedMaturity",
      coalesce(a.claimed, '{}') as "claimedAffairs", coalesce(a.verified, '{}') as "verifiedAffairs"
    from region r ${touchedSql}
    left join counted own on own.position = r.position and own.kind = 'REGIONAL'
    left join points spd on spd.position = r.position and spd.kind = 'REGIONAL'
    left join points m on m.position = r.position and m.kind = 'INNOVATION'
    left join numbers n on n.position = r.position
    left join affair a on a.position = r.position
    order by r.position`.execute(ctx.db);
  return rows.map((row) => ({ stamp: row.stamp, figures: figuresOf(row) }));
}

type Row = Pick<RegionFigures, "id" | "code" | "level" | "name" | "names" | "path" | "agencies"> & {
  readonly stamp: string;
  readonly hasRegional: boolean;
  readonly regionalVerified: boolean;
  readonly claimedCount: number;
  readonly verifiedCount: number;
  readonly claimedSpd: string;
  readonly verifiedSpd: string;
  readonly claimedMaturity: string;
  readonly verifiedMaturity: string;
  readonly claimedAffairs: readonly string[];
  readonly verifiedAffairs: readonly string[];
};

function figuresOf(row: Row): RegionFigures {
  const { id, code, level, name, names, path, agencies } = row;
  return {
    ...{ id, code, level, name, names, path, agencies },
    regional: { claimed: row.hasRegional, verified: row.regionalVerified },
    claimed: {
      spd: pointsOf(row.claimedSpd),
      maturity: pointsOf(row.claimedMaturity),
      innovations: row.claimedCount,
      affairs: row.claimedAffairs,
    },
    verified: {
      spd: pointsOf(row.verifiedSpd),
      maturity: pointsOf(row.verifiedMaturity),
      innovations: row.verifiedCount,
      affairs: row.verifiedAffairs,
    },
  };
}

/** Millionths as points: "35250000" → "35.250000". */
export function pointsOf(micros: string): string {
  const digits = micros.padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
