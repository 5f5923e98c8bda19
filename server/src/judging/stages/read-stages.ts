import { pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { placeName } from "../../places/jurisdiction-rows.ts";
import { decimalText } from "../../programmes/jury-instrument.ts";
import { findRound } from "../../programmes/rounds/list-rounds.ts";
import { judgingPolicy } from "../judging.policy.ts";
import { findStage, type JudgingStageFacts, loadStage, stagesOfRound } from "./load-stage.ts";
import { namedView, rubricView } from "./rubric-view.ts";
import type { JudgingCounts, JudgingStage, Minute, StageEntry } from "./stage.type.ts";
import { stepsFrom } from "./stage-steps.ts";

/** The judging stages of a round for whoever oversees them. Refuses NOT_FOUND to others. */
export async function readStages(ctx: Context, roundId: string): Promise<readonly JudgingStage[]> {
  const round = findable(await findRound(ctx, { id: checkedId(roundId, "roundId") }), ({ id, path, state }) =>
    judgingPolicy.oversee(ctx.actor, { roundId: id, path, roundState: state }),
  );
  const stages = await stagesOfRound(ctx, round.id);
  const counts = await stageCounts(ctx, stages);
  return stages.map((stage) => stageView(ctx, stage, counts.get(stage.id) ?? NO_COUNTS));
}

/** One stage for whoever oversees it. Refuses NOT_FOUND to others. */
export async function readStage(ctx: Context, stageId: string): Promise<JudgingStage> {
  const stage = findable(await findStage(ctx, checkedId(stageId, "stageId")), (facts) => judgingPolicy.oversee(ctx.actor, facts));
  return stageView(ctx, stage, (await stageCounts(ctx, [stage])).get(stage.id) ?? NO_COUNTS);
}

/** The entries of a stage by reference, for whoever oversees it. Those that are out come last. */
export async function readStageEntries(ctx: Context, stageId: string): Promise<readonly StageEntry[]> {
  const stage = await loadStage(ctx, checkedId(stageId, "stageId"), judgingPolicy.oversee);
  const { rows } = await sql<EntryRow>`select e.id, e.reference, e.title, je.panel, je.calibration, je.outcome,
      je.outcome_reason as "outcomeReason", agency.name as agency, j.name as "placeName", j.names as "placeNames",
      (select count(*)::int from assignment a where a.judging_stage_id = je.judging_stage_id and a.entry_id = e.id and a.ended_at is null) as judges,
      (select count(*)::int from scorecard c where c.judging_stage_id = je.judging_stage_id and c.entry_id = e.id and c.state = 'SIGNED') as signed
    from judged_entry je join entry e on e.id = je.entry_id join jurisdiction j on j.id = e.jurisdiction_id
    left join agency on agency.id = e.agency_id
    where je.judging_stage_id = ${stage.id}::uuid order by je.outcome is not distinct from 'OUT', e.reference collate "C"`.execute(ctx.db);
  return rows.map(({ placeName: name, placeNames: names, ...row }) => ({ ...row, place: placeName({ name, names }, ctx.language) }));
}

/** The minutes of a stage, the oldest first, for whoever oversees it. */
export async function readMinutes(ctx: Context, stageId: string): Promise<readonly Minute[]> {
  const stage = await loadStage(ctx, checkedId(stageId, "stageId"), judgingPolicy.oversee);
  const { rows } = await sql<Minute>`select m.id, m.kind, m.text, m.detail, person.name as by, m.at
    from minute m left join person on person.id = m.by_id where m.judging_stage_id = ${stage.id}::uuid order by m.number`.execute(ctx.db);
  return rows;
}

type EntryRow = Omit<StageEntry, "place"> & { readonly placeName: string; readonly placeNames: Readonly<Record<string, string>> };

function stageView(ctx: Context, stage: JudgingStageFacts, counts: JudgingCounts): JudgingStage {
  const { rules } = stage;
  const leads = judgingPolicy.lead(ctx.actor, stage);
  return {
    id: stage.id,
    roundId: stage.roundId,
    code: stage.stage,
    name: pickText(stage.names, ctx.language) || stage.stage,
    form: rules.form,
    state: stage.state,
    version: stage.version,
    startsAt: stage.startsAt,
    endsAt: stage.endsAt,
    graceMinutes: stage.graceMinutes,
    timeZone: stage.timeZone,
    firstMarkAt: stage.firstMarkAt,
    rubric: rubricView(ctx, rules),
    panels: rules.panels.map((panel) => namedView(ctx, panel)),
    judgesPerEntry: rules.judgesPerEntry,
    calibration: rules.calibration,
    weight: decimalText(rules.weight),
    cut: rules.cut,
    blind: rules.blind,
    counts,
    viewerCan: { lead: leads && stage.state !== "CLOSED", acts: leads ? stepsFrom(stage.state) : [] },
  };
}

const NO_COUNTS: JudgingCounts = { entries: 0, judges: 0, assigned: 0, signed: 0, short: 0 };

async function stageCounts(ctx: Context, stages: readonly JudgingStageFacts[]): Promise<ReadonlyMap<string, JudgingCounts>> {
  const wanted = stages.map(({ id, stage, roundId, rules }) => ({ id, stage, round: roundId, needed: rules.judgesPerEntry }));
  const { rows } = await sql<JudgingCounts & { readonly id: string }>`select s.id, count(je.id)::int as entries,
      (select count(*)::int from judge_seat seat join judge on judge.id = seat.judge_id
        where judge.round_id = s.round and judge.state = 'ACCEPTED' and not judge.waiting and seat.stage = s.stage) as judges,
      coalesce(sum(held.judges), 0)::int as assigned, coalesce(sum(held.signed), 0)::int as signed,
      count(je.id) filter (where coalesce(held.judges, 0) < s.needed)::int as short
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as s(id uuid, stage text, round uuid, needed int)
    left join judged_entry je on je.judging_stage_id = s.id and je.outcome is distinct from 'OUT'
    left join lateral (select count(*) as judges, count(c.id) filter (where c.state = 'SIGNED') as signed from assignment a
      left join scorecard c on c.assignment_id = a.id
      where a.judging_stage_id = s.id and a.entry_id = je.entry_id and a.ended_at is null) held on true
    group by s.id, s.round, s.stage`.execute(ctx.db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
