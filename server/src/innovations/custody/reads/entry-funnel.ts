import type { LocalizedText } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../../kernel/context.ts";
import { placeName } from "../../../places/jurisdiction-rows.ts";
import type { EntryState } from "../../entries/entry-states.ts";
import { entryVisibleSql } from "../../entries/entry-visibility.ts";
import type { FunnelGroup, FunnelRow } from "../custody.type.ts";
import { visibleRound } from "./list-custody.ts";

/** Most days that a funnel by day goes back. */
const MOST_DAYS = 731;

/**
 * How far the entries of a round have come, of those that the asker sees: as it is now, by office, or as it stood at the end of each day in
 * the round's zone, by the events of custody. One statement. Refuses NOT_FOUND.
 */
export async function entryFunnel(ctx: Context, roundId: string, by: FunnelGroup): Promise<readonly FunnelRow[]> {
  const { timeZone } = await visibleRound(ctx, roundId);
  if (by === "DAY") return byDay(ctx, roundId, timeZone);
  const group = by === "AGENCY" ? sql`e.agency_id, a.name, a.names` : sql`()`;
  const named = by === "AGENCY" ? sql`e.agency_id as "agencyId", a.name, a.names` : sql`null as "agencyId", null as name, null as names`;
  const { rows } = await sql<AgencyRow>`select ${named}, ${sql.join(PARTS.map(([part, states]) => counted(part, states)))}
    from entry e join jurisdiction place on place.id = e.jurisdiction_id left join agency a on a.id = e.agency_id
    where e.round_id = ${roundId}::uuid and ${entryVisibleSql(ctx.actor)} group by ${group}
    order by drafted desc, "agencyId" limit 5000`.execute(ctx.db);
  return rows.map(({ name, names, ...row }) => ({
    ...row,
    day: null,
    agencyName: name === null ? null : placeName({ name, names: names ?? {} }, ctx.language),
  }));
}

type Counts = Omit<FunnelRow, "agencyId" | "agencyName" | "day">;
type AgencyRow = Counts & { readonly agencyId: string | null; readonly name: string | null; readonly names: LocalizedText | null };

/** What each count counts: the states in which an entry is there, or further; null: every entry. */
const PARTS: readonly (readonly [keyof Counts, readonly EntryState[] | null])[] = [
  ["drafted", null],
  ["submitted", ["SUBMITTED", "ENDORSED", "CHECKED", "VERIFIED"]],
  ["endorsed", ["ENDORSED", "CHECKED", "VERIFIED"]],
  ["checked", ["CHECKED", "VERIFIED"]],
  ["verified", ["VERIFIED"]],
  ["returned", ["RETURNED"]],
  ["ineligible", ["INELIGIBLE"]],
  ["withdrawn", ["WITHDRAWN"]],
];

function counted(part: string, states: readonly EntryState[] | null): RawBuilder<unknown> {
  if (states === null) return sql`count(*)::int as ${sql.ref(part)}`;
  return sql`count(*) filter (where e.state = any(${[...states]}))::int as ${sql.ref(part)}`;
}

/** Each event takes an entry out of some counts and into others; what has come together by the end of a day is how it stood then. */
async function byDay(ctx: Context, roundId: string, timeZone: string): Promise<readonly FunnelRow[]> {
  const change = (states: readonly EntryState[] | null) => {
    if (states === null) return sql`0`;
    return sql`(v.to_state = any(${[...states]}))::int - (v.from_state = any(${[...states]}))::int`;
  };
  const names = sql.join(PARTS.map(([part]) => sql.ref(part)));
  const total = PARTS.map(([part]) => sql`coalesce(sum(sum(${sql.ref(part)})) over (order by days.day), 0)::int as ${sql.ref(part)}`);
  const { rows } = await sql<Counts & { readonly day: string }>`with seen as (
      select e.id, e.created_at from entry e join jurisdiction place on place.id = e.jurisdiction_id
      where e.round_id = ${roundId}::uuid and ${entryVisibleSql(ctx.actor)}
    ), change (day, ${names}) as (
      select (created_at at time zone ${timeZone}::text)::date, 1, ${sql.join(PARTS.slice(1).map(() => sql`0`))} from seen
      union all
      select (v.at at time zone ${timeZone}::text)::date, ${sql.join(PARTS.map(([, states]) => change(states)))}
      from entry_event v join seen on seen.id = v.entry_id
    ), days as (
      select day::date from generate_series((select min(day) from change), (${ctx.now()}::timestamptz at time zone ${timeZone}::text)::date, interval '1 day') day
    )
    select days.day::text as day, ${sql.join(total)} from days left join change on change.day = days.day
    group by days.day order by days.day desc limit ${MOST_DAYS}`.execute(ctx.db);
  return rows.reverse().map((row) => ({ ...row, agencyId: null, agencyName: null }));
}
