import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { makeComparisons } from "../comparisons/make-comparisons.ts";
import { conflictPairs, conflictRefusals } from "../conflicts/conflict-pairs.ts";
import { type JudgingStageFacts, lockStage, refuseUnlessIn } from "../stages/load-stage.ts";
import type { AssignByHandInput, AssignmentPayload, PairInput } from "./assignment.inputs.ts";
import { hadBefore, heldPairs } from "./load-problem.ts";
import { readAssignments } from "./read-assignments.ts";
import { tellJudges } from "./tell-judges.ts";
import { endPairs, writeAssignments } from "./write-assignments.ts";

/**
 * Gives entries to judges and takes them away, as the chair says, all or nothing. Refuses JUDGE_CONFLICT for each pair that must not be, at its
 * place, CARD_SIGNED for one whose signed card counts already, UNKNOWN_REFERENCE for a judge or an entry that is not in the stage,
 * REASON_REQUIRED to take something away, WRONG_STATE once scoring is over. Who has a signed card keeps it: it counts although the assignment ends.
 */
export async function assignByHand(ctx: Context, input: AssignByHandInput): Promise<AssignmentPayload> {
  const stage = await lockStage(ctx, checkedId(input.stageId, "stageId"));
  refuseUnlessIn(stage, "SET_UP", "CALIBRATING", "SCORING");
  if (input.add.length + input.remove.length > LIMITS.bulkRows)
    throw new Refusal("TOO_LONG", { field: "add", values: { max: LIMITS.bulkRows } });
  const reason = input.reason?.trim() ?? "";
  if (input.remove.length > 0 && reason === "") throw new Refusal("REASON_REQUIRED", { field: "reason" });
  if (reason !== "") await becauseOf(ctx, reason);
  await refuseUnfit(ctx, stage, input.add);
  const held = new Map((await heldPairs(ctx, stage.id)).map((pair) => [keyOf(pair), pair]));
  const ending = input.remove.flatMap((pair) => held.get(keyOf(pair))?.id ?? []);
  const ended = await endPairs(ctx, ending, { kind: "REASSIGNED", reason });
  const pairs = input.add
    .filter((pair) => !held.has(keyOf(pair)))
    .map(({ entryId, judgeId }) => ({ entryId, judgeId, because: { kind: "HAND", reason } }));
  const given = await writeAssignments(ctx, stage.id, { origin: "HAND", pairs });
  if (stage.rules.mode === "PAIRWISE" && stage.state === "SCORING") await makeComparisons(ctx, stage.id);
  await tellJudges(ctx, stage, given);
  const assigned = [...given.values()].reduce((sum, count) => sum + count, 0);
  return { assignments: await readAssignments(ctx, stage.id), assigned, ended };
}

/** Throws every pair that must not be, at its place in the list. */
export async function refuseUnfit(ctx: Context, stage: JudgingStageFacts, pairs: readonly PairInput[]): Promise<void> {
  const known = await knownIds(ctx, stage);
  const unknown = pairs.flatMap(({ entryId, judgeId }, index) => [
    ...(known.entries.has(entryId)
      ? []
      : [new Refusal("UNKNOWN_REFERENCE", { field: `add[${index}].entryId`, values: { value: entryId } })]),
    ...(known.judges.has(judgeId)
      ? []
      : [new Refusal("UNKNOWN_REFERENCE", { field: `add[${index}].judgeId`, values: { value: judgeId } })]),
  ]);
  refuseAll(unknown);
  const found = await conflictPairs(ctx, { roundId: stage.roundId, judgeIds: [...new Set(pairs.map(({ judgeId }) => judgeId))] });
  const firmest = new Map([...found].reverse().map((pair) => [keyOf(pair), pair]));
  const signed = new Set((await hadBefore(ctx, stage.id)).filter(({ reason }) => reason === "SIGNED").map(keyOf));
  const asked = pairs.map((pair, index) => ({ pair: firmest.get(keyOf(pair)), key: keyOf(pair), field: `add[${index}].judgeId` }));
  const conflicts = await conflictRefusals(
    ctx,
    asked.flatMap(({ pair, field }) => (pair ? [{ pair, field }] : [])),
  );
  const byField = new Map(conflicts.map((refusal) => [refusal.field, refusal]));
  refuseAll(asked.flatMap(({ key, field }) => byField.get(field) ?? (signed.has(key) ? [new Refusal("CARD_SIGNED", { field })] : [])));
}

async function knownIds(ctx: Context, { id, roundId, stage }: JudgingStageFacts) {
  const { rows: entries } = await sql<{ id: string }>`select je.entry_id as id from judged_entry je
    join entry e on e.id = je.entry_id and e.state = 'VERIFIED'
    where je.judging_stage_id = ${id}::uuid and je.outcome is distinct from 'OUT'`.execute(ctx.db);
  const { rows: judges } = await sql<{
    id: string;
  }>`select j.id from judge j join judge_seat seat on seat.judge_id = j.id and seat.stage = ${stage}
    where j.round_id = ${roundId}::uuid and j.state = 'ACCEPTED' and not j.waiting`.execute(ctx.db);
  return { entries: new Set(entries.map((row) => row.id)), judges: new Set(judges.map((row) => row.id)) };
}

function keyOf({ entryId, judgeId }: PairInput): string {
  return `${entryId} ${judgeId}`;
}
