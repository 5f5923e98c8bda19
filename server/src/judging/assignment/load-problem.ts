import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { conflictPairs } from "../conflicts/conflict-pairs.ts";
import type { JudgingStageFacts } from "../stages/load-stage.ts";
import {
  type AssignmentProblem,
  DEFAULT_WEIGHTS,
  type EntryToAssign,
  type ForbiddenPair,
  type JudgeToAssign,
  type Pair,
} from "./flow/assignment-problem.ts";

/** What of the present assignments stays: all of them, or only those whose card is signed. */
export const KEPT = ["ALL", "SIGNED"] as const;
export type Kept = (typeof KEPT)[number];

/** How the chair wants entries assigned; what is not told is as the instrument has it. */
export type AssignmentOptions = {
  readonly judgesPerEntry?: number | null;
  readonly capacity?: number | null;
  /** ALL unless told. */
  readonly keep?: Kept | null;
};

/** An assignment that holds now. */
export type HeldPair = Pair & { readonly id: string; readonly signed: boolean; readonly calibration: boolean };

/** A stage's problem, and what holds now. */
export type StageProblem = { readonly problem: AssignmentProblem; readonly held: readonly HeldPair[] };

/**
 * Who may judge what in a stage now: entries with their panels, judges who accepted and sit in it, conflicts and recusals forbidden, signed cards
 * and what else shall stay fixed. Calibration entries, which everybody judges, are no part of it.
 */
export async function loadProblem(ctx: Context, stage: JudgingStageFacts, options: AssignmentOptions): Promise<StageProblem> {
  const { rules } = stage;
  const held = await heldPairs(ctx, stage.id);
  const judges = await judgesOf(ctx, stage, options.capacity ?? null);
  const conflicts = await conflictPairs(ctx, { roundId: stage.roundId });
  const forbidden: ForbiddenPair[] = conflicts.map(({ entryId, judgeId, kind }) => ({ entryId, judgeId, reason: kind }));
  const fixed = held.filter(({ signed, calibration }) => !calibration && (options.keep !== "SIGNED" || signed));
  return {
    held,
    problem: {
      entries: await entriesOf(ctx, stage),
      judges,
      perEntry: options.judgesPerEntry ?? rules.judgesPerEntry,
      forbidden: [...forbidden, ...(await hadBefore(ctx, stage.id))],
      fixed: fixed.map(({ entryId, judgeId }) => ({ entryId, judgeId })),
      weights: DEFAULT_WEIGHTS,
      wantConnected: true,
      crossPanels: rules.panels.length > 1,
      seed: stage.id,
    },
  };
}

async function entriesOf(ctx: Context, { id, rules }: JudgingStageFacts): Promise<readonly EntryToAssign[]> {
  const { rows } = await sql<EntryToAssign>`select e.id, coalesce(i.affairs, '{}') as expertise, e.language, je.panel
    from judged_entry je join entry e on e.id = je.entry_id left join innovation i on i.id = e.innovation_id
    where je.judging_stage_id = ${id}::uuid and je.outcome is distinct from 'OUT' and e.state = 'VERIFIED' and not je.calibration order by e.reference collate "C"`.execute(
    ctx.db,
  );
  return rules.panels.length > 1 ? rows : rows.map((entry) => ({ ...entry, panel: null }));
}

async function judgesOf(
  ctx: Context,
  { id, roundId, stage, rules }: JudgingStageFacts,
  capacity: number | null,
): Promise<readonly JudgeToAssign[]> {
  const { rows } = await sql<Omit<JudgeToAssign, "capacity"> & { readonly capacity: number | null }>`select j.id, j.capacity, j.expertise,
      j.languages, array[seat.panel] as panels, (select count(*)::int from assignment a join judged_entry je on je.judging_stage_id = a.judging_stage_id
        and je.entry_id = a.entry_id where a.judging_stage_id = ${id}::uuid and a.judge_id = j.id and a.ended_at is null and je.calibration) as load
    from judge j join judge_seat seat on seat.judge_id = j.id and seat.stage = ${stage}
    where j.round_id = ${roundId}::uuid and j.state = 'ACCEPTED' and not j.waiting order by j.code collate "C"`.execute(ctx.db);
  return rows.map((judge) => ({ ...judge, capacity: judge.capacity ?? capacity ?? rules.capacity }));
}

/** The assignments of a stage that hold now. */
export async function heldPairs(ctx: Context, stageId: string): Promise<readonly HeldPair[]> {
  const { rows } =
    await sql<HeldPair>`select a.id, a.entry_id as "entryId", a.judge_id as "judgeId", coalesce(c.state = 'SIGNED', false) as signed,
      coalesce(je.calibration, false) as calibration
    from assignment a left join scorecard c on c.assignment_id = a.id
    left join judged_entry je on je.judging_stage_id = a.judging_stage_id and je.entry_id = a.entry_id
    where a.judging_stage_id = ${stageId}::uuid and a.ended_at is null order by a.entry_id, a.judge_id`.execute(ctx.db);
  return rows;
}

/** Who recused from what in a stage is not given it again, nor who signed its card before it was taken away: that card counts. */
export async function hadBefore(ctx: Context, stageId: string): Promise<readonly ForbiddenPair[]> {
  const { rows } = await sql<ForbiddenPair>`select a.entry_id as "entryId", a.judge_id as "judgeId",
      case when bool_or(a.end_kind = 'RECUSED') then 'RECUSED' else 'SIGNED' end as reason
    from assignment a left join scorecard c on c.assignment_id = a.id
    where a.judging_stage_id = ${stageId}::uuid and a.ended_at is not null and (a.end_kind = 'RECUSED' or c.state = 'SIGNED')
    group by 1, 2 order by 1, 2`.execute(ctx.db);
  return rows;
}
