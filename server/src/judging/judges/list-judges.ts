import { LIMITS } from "@isonga/schema/limits";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Connection, connectionFrom, keyset, pageOf } from "../../kernel/graphql/connection.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import type { RoundState } from "../../programmes/rounds/round-states.ts";
import { overseenRound } from "../conflicts/list-conflicts.ts";
import { type JudgingFacts, judgingPolicy } from "../judging.policy.ts";
import type { JudgesArgs } from "./judge.inputs.ts";
import type { Judge } from "./judge.type.ts";

/** The judges of a round by code, for whoever oversees it; nothing in it tells of drafts. Refuses NOT_FOUND to others. */
export async function listJudges(ctx: Context, args: JudgesArgs): Promise<Connection<Judge>> {
  const roundId = await overseenRound(ctx, args.roundId);
  const page = pageOf(args);
  const { where, orderBy, limit } = keyset(page, { columns: [sql`j.code collate "C"`] });
  const search = args.search
    ?.trim()
    .slice(0, LIMITS.searchLength)
    .replaceAll(/[\\%_]/g, "\\$&");
  const conditions = [
    sql<boolean>`j.round_id = ${roundId}::uuid`,
    args.states ? sql<boolean>`j.state = any(${[...args.states]}::text[])` : sql<boolean>`true`,
    typeof args.waiting === "boolean" ? sql<boolean>`j.waiting = ${args.waiting}` : sql<boolean>`true`,
    search ? sql<boolean>`(j.code || ' ' || person.name || ' ' || person.email) ilike ${`%${search}%`}` : sql<boolean>`true`,
    where,
  ];
  const rows = await select(ctx, sql`where ${sql.join(conditions, sql` and `)} ${orderBy} ${limit}`);
  return connectionFrom(rows, page, ({ code }) => [code]);
}

/** One judge for whoever oversees their round; null for others, as for one who does not exist. */
export async function findJudge(ctx: Context, id: string): Promise<Judge | null> {
  const { rows } = await sql<JudgingFacts>`select r.id as "roundId", place.path::text as path, r.state as "roundState"
    from judge j join round r on r.id = j.round_id join jurisdiction place on place.id = r.jurisdiction_id
    where j.id = ${checkedId(id)}::uuid`.execute(ctx.db);
  return rows[0] && judgingPolicy.oversee(ctx.actor, rows[0]) ? readJudge(ctx, id) : null;
}

/** One judge as those see them who oversee the round; who asks was found to be one of them. */
export async function readJudge(ctx: Context, id: string): Promise<Judge | null> {
  return (await select(ctx, sql`where j.id = ${id}::uuid`))[0] ?? null;
}

type Row = Omit<Judge, "viewerCan"> & { readonly roundId: string; readonly path: string; readonly roundState: RoundState };

async function select(ctx: Context, tail: RawBuilder<unknown>): Promise<readonly Judge[]> {
  const { rows } =
    await sql<Row>`select j.id, j.code, j.person_id as "personId", person.name, person.email, j.state, j.waiting, j.expertise, j.languages,
      j.capacity, j.invited_at as "invitedAt", j.answered_at as "answeredAt", j.left_reason as "leftReason", j.version,
      r.id as "roundId", r.state as "roundState", place.path::text as path,
      coalesce((select jsonb_agg(jsonb_build_object('stage', s.stage, 'panel', s.panel) order by s.stage) from judge_seat s where s.judge_id = j.id), '[]') as seats,
      (select jsonb_build_object('assigned', count(*) filter (where a.ended_at is null), 'signed', count(*) filter (where c.state = 'SIGNED'),
          'ended', count(*) filter (where a.ended_at is not null and c.state is distinct from 'SIGNED'))
        from assignment a left join scorecard c on c.assignment_id = a.id where a.judge_id = j.id) as load
    from judge j join person on person.id = j.person_id join round r on r.id = j.round_id
    join jurisdiction place on place.id = r.jurisdiction_id ${tail}`.execute(ctx.db);
  return rows.map(({ roundId, path, roundState, ...row }) => {
    const lead = judgingPolicy.lead(ctx.actor, { roundId, path, roundState }) && (roundState === "OPEN" || roundState === "DECIDING");
    return { ...row, viewerCan: { lead, resend: lead && row.state === "INVITED" } };
  });
}
