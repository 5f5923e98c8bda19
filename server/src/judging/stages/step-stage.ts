import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { emit } from "../../kernel/outbox.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { stopConflicted } from "../conflicts/stop-conflicted.ts";
import { loadStageResult } from "../standing/stage-result.ts";
import { type JudgingStageFacts, lockStage } from "./load-stage.ts";
import { readStage } from "./read-stages.ts";
import type { JudgingStagePayload, StepJudgingStageInput } from "./stage.inputs.ts";
import { STAGE_STEPS, type StageAct } from "./stage-steps.ts";
import { writeMinute } from "./write-minute.ts";

/**
 * Moves a judging stage on. Refuses WRONG_STATE, STALE_VERSION, NOTHING_TO_JUDGE before entries are in it, REASON_REQUIRED to go back from the
 * discussion to scoring, and on closing LINE_UNDECIDED while the chair has not said who of those on the line goes on. A closed stage is frozen:
 * what counted and what came of it is kept with it.
 */
export async function stepStage(ctx: Context, input: StepJudgingStageInput): Promise<JudgingStagePayload> {
  const stage = await lockStage(ctx, checkedId(input.stageId, "stageId"));
  if (stage.version !== input.version) throw new Refusal("STALE_VERSION", { field: "version" });
  const { from, to } = STAGE_STEPS[input.act];
  if (!from.includes(stage.state)) throw new Refusal("WRONG_STATE", { field: "act", values: { state: stage.state } });
  const reason = input.reason?.trim() ?? "";
  if (input.act === "resume" && reason === "") throw new Refusal("REASON_REQUIRED", { field: "reason" });
  await refuseEmpty(ctx, stage, input.act);
  if (reason !== "") await becauseOf(ctx, reason);
  // What has become a conflict unnoticed must not be frozen with the rest.
  if (input.act === "close") await stopConflicted(ctx, stage.roundId);
  const frozen = input.act === "close" ? await freeze(ctx, stage) : null;
  await sql`update judging_stage set state = ${to}, version = version + 1, updated_at = ${ctx.now()},
      closed_at = ${input.act === "close" ? ctx.now() : null}::timestamptz, frozen = ${frozen}::jsonb
    where id = ${stage.id}::uuid`.execute(ctx.db);
  await writeMinute(ctx, { stageId: stage.id, kind: "STATE", text: reason || to, detail: { from: stage.state, to } });
  await emit(ctx, { type: "judging.stage-moved", payload: { stageId: stage.id, roundId: stage.roundId, from: stage.state, to } });
  return { stage: await readStage(ctx, stage.id) };
}

async function refuseEmpty(ctx: Context, { id, rules }: JudgingStageFacts, act: StageAct): Promise<void> {
  if (act !== "score" && act !== "calibrate") return;
  const { rows } = await sql<{ entries: number; calibration: number }>`select count(*)::int as entries,
      count(*) filter (where calibration)::int as calibration
    from judged_entry where judging_stage_id = ${id}::uuid and outcome is distinct from 'OUT'`.execute(ctx.db);
  const [{ entries, calibration } = { entries: 0, calibration: 0 }] = rows;
  if (entries === 0) throw new Refusal("NOTHING_TO_JUDGE", { field: "stageId" });
  if (act === "calibrate" && calibration === 0)
    throw new Refusal("CALIBRATION_EMPTY", { field: "stageId", values: { count: rules.calibration } });
}

/** Writes what came of each entry and answers what is kept: the cards that counted and the standing they gave. */
async function freeze(ctx: Context, stage: JudgingStageFacts): Promise<string> {
  const result = await loadStageResult(ctx, stage);
  const undecided = result.rows.filter(({ outcome, proposal }) => outcome === null && proposal === "ON_THE_LINE");
  if (undecided.length > 0)
    throw new Refusal("LINE_UNDECIDED", {
      field: "stageId",
      values: { count: undecided.length, entries: undecided.map(({ reference }) => reference).join(", ") },
    });
  const outcomes = result.rows
    .filter(({ outcome }) => outcome === null)
    .map(({ entryId, proposal }) => ({ entry: entryId, outcome: proposal === "ADVANCES" ? "ADVANCED" : "NOT_ADVANCED" }));
  await sql`update judged_entry je set outcome = o.outcome, decided_at = ${ctx.now()}, decided_by = ${ctx.actor.id}::uuid, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o(entry uuid, outcome text)
    where je.judging_stage_id = ${stage.id}::uuid and je.entry_id = o.entry`.execute(ctx.db);
  const { cards, comparisons, rows } = result;
  return JSON.stringify({ instrumentId: stage.instrumentId, closedAt: ctx.now().toISOString(), cards, comparisons, rows });
}
