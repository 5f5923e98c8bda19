import type { LocalizedText } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import { plannedAnew } from "../../database/prepared.ts";
import type { Context } from "../../kernel/context.ts";
import { keyset, type Page } from "../../kernel/graphql/connection.ts";
import { countedSql, regionsSql, weightsSql } from "./counted-sql.ts";
import type { IndexRound } from "./index-round.ts";

/** An office's part in its region's index. Means have four places, 0 without innovations. */
export type AgencyFigures = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly names: LocalizedText;
  /** By the instrument's `agencyRanking`, equal figures sharing a rank: 1, 2, 2, 4. */
  readonly rank: number;
  /** Innovations that count as claimed. */
  readonly reported: number;
  /** Innovations that count as verified. */
  readonly verified: number;
  readonly claimedMaturity: string;
  readonly verifiedMaturity: string;
};

export type AgencyChoice = {
  readonly jurisdictionId: string;
  /** A condition on `a`, the office: applied after ranking among all. */
  readonly visible?: RawBuilder<boolean>;
  readonly page: Page;
};

/** A page of a region's offices that handed in at least one innovation, by rank, then code; one row more than asked if there are more. */
export async function agencyFigures(
  ctx: Context,
  round: IndexRound,
  { jurisdictionId, visible, page }: AgencyChoice,
): Promise<readonly AgencyFigures[]> {
  const keys = keyset(page, { columns: [sql`a.rank`, sql`a.code collate "C"`, sql`a.id`] });
  const { rows } = await sql<AgencyFigures>`${plannedAnew} with ${weightsSql(round)},
    ${regionsSql(round, { where: sql<boolean>`j.id = ${jurisdictionId}::uuid` })}, ${countedSql(round)},
    maturity as (
      select c.id, sum(w.micros * k.claimed) as claimed, sum(w.micros * k.verified) as verified
      from counted c join entry_claim k on k.entry_id = c.id join weight w on w.indicator = k.indicator and w.kind = 'INNOVATION'
      where c.kind = 'INNOVATION' group by c.id),
    summed as (
      select c.agency_id, count(*)::int as reported, (count(*) filter (where c.verified))::int as verified,
        round(coalesce(sum(m.claimed), 0) / 1000000 / count(*), 4) as claimed_maturity,
        round(coalesce(sum(m.verified) filter (where c.verified), 0) / 1000000 / greatest(count(*) filter (where c.verified), 1), 4) as verified_maturity
      from counted c left join maturity m on m.id = c.id
      where c.kind = 'INNOVATION' and c.agency_id is not null group by c.agency_id),
    a as (
      select office.id, office.code, office.name, office.names, (rank() over (order by ${RANKED_BY[round.instrument.agencyRanking]} desc))::int as rank,
        s.reported, s.verified, s.claimed_maturity::text as "claimedMaturity", s.verified_maturity::text as "verifiedMaturity"
      from summed s join agency office on office.id = s.agency_id)
    select a.* from a where ${visible ?? sql<boolean>`true`} and ${keys.where} ${keys.orderBy} ${keys.limit}`.execute(ctx.db);
  return rows;
}

const RANKED_BY = {
  REPORTED: sql`s.reported`,
  VERIFIED: sql`s.verified`,
  MATURITY: sql`s.verified_maturity`,
} as const;
