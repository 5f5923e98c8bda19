import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { loadJudgedEntries } from "../standing/load-entries.ts";
import { lockStage, refuseUnlessIn } from "./load-stage.ts";
import { readStage } from "./read-stages.ts";
import type { DecideOutcomesInput, JudgingStagePayload } from "./stage.inputs.ts";
import { endAssignments } from "./take-out.ts";
import { writeMinute } from "./write-minute.ts";

/**
 * The chair says which entries go on, whatever the cut proposes: the line is moved, one on the line is let through, an entry is taken out. With
 * a reason, which goes into the minutes. Refuses REASON_REQUIRED, UNKNOWN_REFERENCE for an entry that is not in the stage, WRONG_STATE before
 * the scoring and after the stage was closed.
 */
export async function decideOutcomes(ctx: Context, input: DecideOutcomesInput): Promise<JudgingStagePayload> {
  const stage = await lockStage(ctx, checkedId(input.stageId, "stageId"));
  refuseUnlessIn(stage, "SCORING", "DISCUSSION");
  const reason = input.reason.trim();
  if (reason === "") throw new Refusal("REASON_REQUIRED", { field: "reason" });
  if (input.entries.length > LIMITS.bulkRows) throw new Refusal("TOO_LONG", { field: "entries", values: { max: LIMITS.bulkRows } });
  const there = new Map((await loadJudgedEntries(ctx, stage.id)).map((row) => [row.entryId, row]));
  const unknown = input.entries.filter(({ entryId }) => !there.has(entryId));
  refuseAll(unknown.map(({ entryId }) => new Refusal("UNKNOWN_REFERENCE", { field: "entries", values: { value: entryId } })));
  await becauseOf(ctx, reason);
  const decided = input.entries.map(({ entryId, outcome }) => ({ entry: entryId, outcome: outcome ?? null }));
  await sql`update judged_entry je set outcome = o.outcome, outcome_reason = case when o.outcome is null then null else ${reason} end,
      decided_by = ${ctx.actor.id}::uuid, decided_at = ${ctx.now()}, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(decided)}::jsonb) as o(entry uuid, outcome text)
    where je.judging_stage_id = ${stage.id}::uuid and je.entry_id = o.entry`.execute(ctx.db);
  const out = decided.filter(({ outcome }) => outcome === "OUT").map(({ entry }) => entry);
  await endAssignments(ctx, { stageId: stage.id, entryIds: out, reason });
  const detail = input.entries.map(({ entryId, outcome }) => ({ reference: there.get(entryId)?.reference, outcome: outcome ?? null }));
  const line = input.line ?? null;
  await writeMinute(ctx, {
    stageId: stage.id,
    kind: line === null ? "OUTCOME" : "LINE",
    text: reason,
    detail: { ...(line !== null && { line }), entries: detail },
  });
  return { stage: await readStage(ctx, stage.id) };
}
