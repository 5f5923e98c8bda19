import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { roundPolicy } from "../rounds/round.policy.ts";
import type { RoundState } from "../rounds/round-states.ts";
import { roundVisibleSql } from "../rounds/round-visibility.ts";
import type { HomeDeadline, HomeTask } from "./home.type.ts";
import { BARE_TASK } from "./home-source.ts";

/** Rounds that wait for their next step from the actor: drafts to open, rounds past their reporting to decide, and to publish. */
export async function roundTasks(ctx: Context): Promise<readonly HomeTask[]> {
  const { rows } = await sql<Row>`select r.id, r.code, r.names, r.state, r.time_zone as "timeZone", r.created_at as "createdAt",
      r.updated_at as "updatedAt", place.path::text as path,
      (select min(starts_at) from stage where round_id = r.id) as "firstStart",
      (select max(ends_at) from stage where round_id = r.id and kind in ('REPORTING', 'APPROVAL')) as "reportingEnd",
      (select min(starts_at) from stage where round_id = r.id and kind = 'PUBLICATION') as "publicationStart"
    from round r join jurisdiction place on place.id = r.jurisdiction_id
    where r.state <> 'PUBLISHED' and ${roundVisibleSql(ctx.actor)}`.execute(ctx.db);
  return rows.filter((row) => roundPolicy.lead(ctx.actor, row)).flatMap((row) => taskOf(ctx, row));
}

/** Stages that end within so many days, of rounds that are under way and that the actor sees; the next one first. */
export async function homeDeadlines(ctx: Context, days: number): Promise<readonly HomeDeadline[]> {
  const { rows } = await sql<DeadlineRow>`select s.id, s.names as "stageNames", r.names as "roundNames", r.code as "roundCode",
      s.ends_at as "endsAt", r.time_zone as "timeZone"
    from stage s join round r on r.id = s.round_id join jurisdiction place on place.id = r.jurisdiction_id
    where r.state in ('OPEN', 'DECIDING') and s.kind <> 'PUBLICATION' and s.ends_at > ${ctx.now()} and s.ends_at <= ${ctx.now()}::timestamptz + make_interval(days => ${days})
      and ${roundVisibleSql(ctx.actor)}
    order by s.ends_at, s.id limit 20`.execute(ctx.db);
  return rows.map(({ stageNames, roundNames, ...row }) => ({
    ...row,
    stageName: pickText(stageNames, ctx.language),
    roundName: pickText(roundNames, ctx.language),
  }));
}

type DeadlineRow = Omit<HomeDeadline, "stageName" | "roundName"> & {
  readonly stageNames: LocalizedText;
  readonly roundNames: LocalizedText;
};

type Row = {
  readonly id: string;
  readonly code: string;
  readonly names: LocalizedText;
  readonly state: RoundState;
  readonly timeZone: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly path: string;
  readonly firstStart: string | null;
  readonly reportingEnd: string | null;
  readonly publicationStart: string | null;
};

function taskOf(ctx: Context, row: Row): readonly HomeTask[] {
  const about = { ...BARE_TASK, count: 1, roundCode: row.code, roundName: pickText(row.names, ctx.language), timeZone: row.timeZone };
  const task = (verb: HomeTask["verb"], dates: Pick<HomeTask, "since" | "dueAt">) => [
    { ...about, ...dates, verb, id: `${verb}:${row.id}` },
  ];
  if (row.state === "DRAFT") return task("OPEN_ROUND", { since: row.createdAt, dueAt: row.firstStart });
  if (row.state === "DECIDING") return task("PUBLISH_ROUND", { since: row.updatedAt, dueAt: row.publicationStart });
  const ended = row.reportingEnd !== null && new Date(row.reportingEnd) <= ctx.now();
  return ended && row.reportingEnd ? task("BEGIN_DECISION", { since: row.reportingEnd, dueAt: row.publicationStart }) : [];
}
