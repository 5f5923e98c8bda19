import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import type { Role } from "../../../kernel/actor.ts";
import { findable } from "../../../kernel/authorize.ts";
import type { Context } from "../../../kernel/context.ts";
import { type Connection, connectionFrom, keyset, type PageArgs, pageOf } from "../../../kernel/graphql/connection.ts";
import { checkedId } from "../../../kernel/graphql/ids.ts";
import { placeName } from "../../../places/jurisdiction-rows.ts";
import { roundPolicy } from "../../../programmes/rounds/round.policy.ts";
import type { RoundState } from "../../../programmes/rounds/round-states.ts";
import type { EntryFacts } from "../../entries/entry.policy.ts";
import { type EntryState, holderOf } from "../../entries/entry-states.ts";
import { entryVisibleSql } from "../../entries/entry-visibility.ts";
import { actsOpen, custodyPolicy } from "../custody.policy.ts";
import type { CustodyCount, CustodyEntry } from "../custody.type.ts";
import { HOLDER_ROLES, heldByActorSql, holderSql } from "../held-sql.ts";

export type CustodyFilter = {
  readonly roundId?: string | null;
  /** Only what the asker has to act on. */
  readonly mine: boolean;
  readonly holder?: Role | null;
  readonly states?: readonly EntryState[] | null;
};

/** Entries that are held, the longest held first, of rounds under way: what the asker sees of them, in one statement. */
export async function listCustody(ctx: Context, args: PageArgs, filter: CustodyFilter): Promise<Connection<CustodyEntry>> {
  const page = pageOf(args);
  const { where, orderBy, limit } = keyset(page, { columns: [sql`e.held_since`, sql`e.id`] });
  const { rows } = await sql<Row>`${custodyRows} where ${matchingSql(ctx, filter)} and ${where} ${orderBy} ${limit}`.execute(ctx.db);
  return connectionFrom(
    rows.map((row) => custodyEntry(ctx, row)),
    page,
    (row) => [row.heldSince, row.id],
  );
}

/** The condition that the asker sees the entry `e` (of round `r`, at `place`) in a list with this filter. */
export function matchingSql(ctx: Context, { roundId, mine, holder, states }: CustodyFilter): RawBuilder<boolean> {
  const conditions: readonly RawBuilder<boolean>[] = [
    entryVisibleSql(ctx.actor),
    sql`r.state in ('OPEN', 'DECIDING')`,
    roundId ? sql`e.round_id = ${checkedId(roundId, "roundId")}::uuid` : sql`true`,
    mine ? heldByActorSql(ctx.actor) : sql`true`,
    holder ? holderSql(holder) : sql`true`,
    states ? sql`e.state = any(${[...states]})` : sql`true`,
  ];
  return sql<boolean>`${sql.join([...conditions], sql` and `)}`;
}

/** How many entries of a round each party holds, of those that the asker sees; in one statement. */
export async function custodyCounts(ctx: Context, roundId: string): Promise<readonly CustodyCount[]> {
  await visibleRound(ctx, checkedId(roundId, "roundId"));
  const holder = sql.join(
    HOLDER_ROLES.map((role) => sql`when ${holderSql(role)} then ${role}::text`),
    sql` `,
  );
  const { rows } = await sql<CustodyCount>`select case ${holder} end as holder, count(*)::int as count,
      count(*) filter (where ${heldByActorSql(ctx.actor)})::int as mine, min(e.held_since) as oldest
    from entry e join jurisdiction place on place.id = e.jurisdiction_id
    where e.round_id = ${roundId}::uuid and ${entryVisibleSql(ctx.actor)} group by 1`.execute(ctx.db);
  return [...HOLDER_ROLES, null].map(
    (role) => rows.find((row) => row.holder === role) ?? { holder: role, count: 0, mine: 0, oldest: null },
  );
}

/** The round, if the asker may see it. Refuses NOT_FOUND. */
export async function visibleRound(ctx: Context, roundId: string): Promise<{ readonly timeZone: string }> {
  const { rows } = await sql<{
    id: string;
    state: RoundState;
    path: string;
    timeZone: string;
  }>`select r.id, r.state, place.path::text as path,
      r.time_zone as "timeZone"
    from round r join jurisdiction place on place.id = r.jurisdiction_id where r.id = ${checkedId(roundId, "roundId")}::uuid`.execute(
    ctx.db,
  );
  return findable(rows[0], (round) => roundPolicy.view(ctx.actor, round));
}

type Row = EntryFacts & {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly heldSince: string;
  readonly submittedAt: string | null;
  readonly inGrace: boolean;
  readonly timeZone: string;
  readonly roundCode: string;
  readonly roundNames: LocalizedText;
  readonly place: { readonly name: string; readonly names: LocalizedText };
  readonly agency: { readonly name: string; readonly names: LocalizedText } | null;
};

const custodyRows = sql`select e.id, e.kind, e.state, e.title, e.version, e.held_since as "heldSince", e.submitted_at as "submittedAt",
    e.in_grace as "inGrace", e.agency_id as "agencyId", e.round_id as "roundId", place.path::text as path,
    r.code as "roundCode", r.names as "roundNames", r.time_zone as "timeZone",
    jsonb_build_object('name', place.name, 'names', place.names) as place,
    case when a.id is not null then jsonb_build_object('name', a.name, 'names', a.names) end as agency
  from entry e join jurisdiction place on place.id = e.jurisdiction_id join round r on r.id = e.round_id
  left join agency a on a.id = e.agency_id`;

function custodyEntry(ctx: Context, row: Row): CustodyEntry {
  const { place, agency, roundNames, ...rest } = row;
  return {
    ...rest,
    holder: holderOf(row.kind, row.state),
    acts: actsOpen(ctx.actor, row),
    canRemind: holderOf(row.kind, row.state) !== null && custodyPolicy.remind(ctx.actor, row),
    placeName: placeName(place, ctx.language),
    agencyName: agency ? placeName(agency, ctx.language) : null,
    roundName: pickText(roundNames, ctx.language) || row.roundCode,
  };
}
