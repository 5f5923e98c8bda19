import { type Language, type LocalizedText, pickText } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { nameSql } from "../../people/grants/find-scope.ts";
import { definitionOf } from "../../programmes/rounds/instrument-view.ts";
import { ACCEPTED_CONDUCT, CONDUCT_DUE } from "../judges/conduct-due.ts";
import { conductText, expertiseOf } from "../judges/round-jury.ts";
import { type JudgingFacts, judgingPolicy } from "../judging.policy.ts";
import type { JudgingStageState } from "../judging-states.ts";
import { namedView } from "../stages/rubric-view.ts";
import type { Judgeship, JudgeshipStage, OwnTie } from "./judgeship.type.ts";

/** The rounds that the asker is invited to judge, or judges; the newest first. Nobody else's are in it. */
export function readJudgeships(ctx: Context): Promise<readonly Judgeship[]> {
  return select(ctx, sql<boolean>`true`);
}

/** One of the asker's own; null for anybody else's. */
export async function readJudgeship(ctx: Context, judgeId: string): Promise<Judgeship | null> {
  return (await select(ctx, sql<boolean>`j.id = ${judgeId}::uuid`))[0] ?? null;
}

type Row = JudgingFacts &
  Pick<Judgeship, "id" | "code" | "state" | "waiting" | "expertise" | "capacity" | "noTies" | "ties" | "version"> & {
    readonly languages: readonly Language[];
    readonly roundCode: string;
    readonly roundNames: LocalizedText;
    readonly timeZone: string;
    readonly conductDue: string | null;
    readonly acceptedConduct: LocalizedText | null;
    readonly instrumentId: string;
    readonly number: number;
    readonly definition: unknown;
    readonly stages: readonly StageRow[];
  };

type StageRow = {
  readonly id: string;
  readonly code: string;
  readonly names: LocalizedText;
  readonly state: JudgingStageState;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly total: number;
  readonly signed: number;
};

async function select(ctx: Context, where: RawBuilder<boolean>): Promise<readonly Judgeship[]> {
  if (ctx.actor.id === null) return [];
  const { rows } =
    await sql<Row>`select j.id, j.code, j.state, j.waiting, j.expertise, j.languages, j.capacity, j.no_ties as "noTies", j.version,
      ${CONDUCT_DUE} as "conductDue", r.id as "roundId", r.state as "roundState" , r.code as "roundCode", r.names as "roundNames", r.time_zone as "timeZone",
      place.path::text as path, i.id as "instrumentId", i.number, i.definition,
      ${ACCEPTED_CONDUCT} as "acceptedConduct",
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'note', c.note,
          'what', coalesce(${nameSql("area", ctx.language)}, ${nameSql("agency", ctx.language)})) order by c.at, c.id)
        from conflict c left join jurisdiction area on area.id = c.jurisdiction_id left join agency on agency.id = c.agency_id
        where c.judge_id = j.id and c.origin = 'DECLARED' and c.entry_id is null and c.lifted_at is null), '[]') as ties,
      coalesce((${STAGES}), '[]') as stages
    from judge j join round r on r.id = j.round_id join jurisdiction place on place.id = r.jurisdiction_id
    join lateral (select id, number, definition from instrument where round_id = r.id order by number desc limit 1) i on true
    where j.person_id = ${ctx.actor.id}::uuid and j.state in ('INVITED', 'ACCEPTED') and ${where} order by r.id desc`.execute(ctx.db);
  return rows.flatMap((row) => (judgingPolicy.judge(ctx.actor, row) ? judgeshipOf(ctx, row) : []));
}

const STAGES = sql`select jsonb_agg(jsonb_build_object('id', s.id, 'code', s.stage, 'names', st.names, 'state', s.state, 'startsAt', st.starts_at,
      'endsAt', st.ends_at, 'total', held.total, 'signed', held.signed) order by st.position)
    from judging_stage s join stage st on st.round_id = s.round_id and st.code = s.stage
    cross join lateral (select count(*) as total, count(c.id) filter (where c.state = 'SIGNED') as signed
      from assignment a left join scorecard c on c.assignment_id = a.id where a.judging_stage_id = s.id and a.judge_id = j.id and a.ended_at is null) held
    where s.round_id = r.id and (held.total > 0 or exists (select from judge_seat seat where seat.judge_id = j.id and seat.stage = s.stage))`;

function judgeshipOf(ctx: Context, row: Row): readonly Judgeship[] {
  const instrument = definitionOf({ id: row.instrumentId, definition: row.definition });
  if (instrument.kind !== "JURY") return [];
  const affairs = new Map(instrument.affairs.map((affair) => [affair.code, affair]));
  const { id, code, state, waiting, expertise, languages, capacity, noTies, version } = row;
  const ties: readonly OwnTie[] = row.ties;
  const isChanged = state === "ACCEPTED" && row.conductDue !== null;
  return [
    {
      id,
      code,
      state,
      waiting,
      round: {
        id: row.roundId,
        code: row.roundCode,
        name: pickText(row.roundNames, ctx.language) || row.roundCode,
        timeZone: row.timeZone,
      },
      conduct: conductText(ctx, instrument.conduct),
      conductVersion: row.number,
      conductDue: state === "INVITED" || isChanged,
      conductBefore: isChanged ? conductText(ctx, row.acceptedConduct) : null,
      expertiseChoices: expertiseOf(instrument)
        .flatMap((known) => affairs.get(known) ?? [])
        .map((affair) => namedView(ctx, affair)),
      expertise,
      languages,
      capacity,
      noTies,
      ties,
      stages: row.stages.map((stage) => stageOf(ctx, stage, state === "ACCEPTED" && !isChanged)),
      version,
    },
  ];
}

/** Whether the code that was accepted says something else than today's. */
export function conductChanged(accepted: LocalizedText | null | undefined, now: LocalizedText | null | undefined): boolean {
  return (["en", "rw", "id"] as const).some((language) => (accepted?.[language] ?? "") !== (now?.[language] ?? ""));
}

function stageOf(ctx: Context, { id, code, names, state, startsAt, endsAt, total, signed }: StageRow, isTold: boolean): JudgeshipStage {
  return {
    stageId: id,
    code,
    name: pickText(names, ctx.language) || code,
    state,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    total: isTold ? total : null,
    signed: isTold ? signed : null,
  };
}
