import { type EntryHistory, plainTitle } from "@isonga/schema/entry-eligibility";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { CLAIMED_STATES, type EntryState } from "../entries/entry-states.ts";
import { entryVisibleSql } from "../entries/entry-visibility.ts";

/** Whose past is asked for: an entry, or (`entryId` null) one that might be begun. */
export type HistorySubject = {
  readonly entryId: string | null;
  readonly roundId: string;
  readonly jurisdictionId: string;
  readonly agencyId?: string | null | undefined;
  readonly innovationId?: string | null | undefined;
  readonly title: string;
};

/** Another entry of the region in the round whose title is near. `id` only where the asker may see it. */
export type NearTitle = {
  readonly at: number;
  readonly id: string | null;
  readonly title: string;
  readonly agencyId: string | null;
  readonly state: EntryState;
  /** 0 to 1: the share of letter triples that the titles have in common. */
  readonly similarity: number;
};

/**
 * What each subject was before, in the order in which they were asked for. A title counts as taken by what was handed in, and by drafts of
 * the same office; drafts of other offices are nobody's business.
 */
export async function historiesOf(ctx: Context, subjects: readonly HistorySubject[]): Promise<readonly EntryHistory[]> {
  const [times, prizes, near] = await Promise.all([timesEntered(ctx, subjects), prizesWon(ctx, subjects), nearTitles(ctx, subjects)]);
  return subjects.map(({ agencyId, title }, at) => ({
    timesEntered: times.find((row) => row.at === at)?.times ?? 0,
    prizes: prizes.filter((row) => row.at === at).map(({ prize, place, round }) => ({ prize, place, round })),
    titles: near
      .filter((row) => row.at === at && (row.state !== "DRAFT" || row.agencyId === (agencyId ?? null)))
      .map((row) => plainTitle(row.title))
      .filter((other) => other === plainTitle(title)),
  }));
}

/**
 * Entries with near titles in the same region and round, the nearest first; withdrawn and excluded ones are left out. A region has hundreds
 * of entries at most, so that each is compared: an index over all titles of the platform would find far more.
 */
export async function nearTitles(ctx: Context, subjects: readonly HistorySubject[]): Promise<readonly NearTitle[]> {
  const { rows } = await sql<NearTitle & { visible: boolean }>`select s.at, e.id, e.title, e.agency_id as "agencyId", e.state,
      similarity(lower(e.title), lower(s.title)) as similarity, ${entryVisibleSql(ctx.actor)} as visible
    from ${subjectsSql(subjects)} join entry e on e.round_id = s.round_id and e.jurisdiction_id = s.jurisdiction_id and e.kind = 'INNOVATION'
      and e.id is distinct from s.entry_id and e.state not in ('WITHDRAWN', 'INELIGIBLE') and similarity(lower(e.title), lower(s.title)) >= 0.3
    join jurisdiction place on place.id = e.jurisdiction_id order by s.at, similarity desc, e.id limit 1000`.execute(ctx.db);
  return rows.map(({ visible, ...row }) => ({ ...row, id: visible ? row.id : null }));
}

async function timesEntered(ctx: Context, subjects: readonly HistorySubject[]): Promise<readonly { at: number; times: number }[]> {
  const { rows } = await sql<{ at: number; times: number }>`select s.at, count(*)::int as times from ${subjectsSql(subjects)}
    join round r on r.id = s.round_id join round o on o.programme_id = r.programme_id and o.id <> r.id
    join entry e on e.round_id = o.id and e.innovation_id = s.innovation_id
    where e.state = any(${[...CLAIMED_STATES]}::text[]) group by s.at`.execute(ctx.db);
  return rows;
}

type PrizeWon = { readonly at: number; readonly prize: string; readonly place: number; readonly round: string };

/** Of the newest publication of each other round of the programme, once it is public. */
async function prizesWon(ctx: Context, subjects: readonly HistorySubject[]): Promise<readonly PrizeWon[]> {
  const { rows } = await sql<PrizeWon>`select s.at, won.prize, won.place, o.code as round from ${subjectsSql(subjects)}
    join round r on r.id = s.round_id join round o on o.programme_id = r.programme_id and o.id <> r.id
    join lateral (select id from publication where round_id = o.id and public_from <= ${ctx.now()} order by number desc limit 1) p on true
    join published_result won on won.publication_id = p.id and won.jurisdiction_id = s.jurisdiction_id
    where won.prize is not null and won.place is not null`.execute(ctx.db);
  return rows;
}

function subjectsSql(subjects: readonly HistorySubject[]) {
  const column = <K extends keyof HistorySubject>(key: K) => subjects.map((subject) => subject[key] ?? null);
  return sql`(select at::int - 1 as at, entry_id, round_id, jurisdiction_id, innovation_id, title from
    unnest(${column("entryId")}::uuid[], ${column("roundId")}::uuid[], ${column("jurisdictionId")}::uuid[], ${column("innovationId")}::uuid[],
      ${column("title")}::text[]) with ordinality as u(entry_id, round_id, jurisdiction_id, innovation_id, title, at)) s`;
}
