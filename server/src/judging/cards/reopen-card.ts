import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { isId } from "../../kernel/graphql/ids.ts";
import { emit } from "../../kernel/outbox.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { lockStage, refuseUnlessIn } from "../stages/load-stage.ts";
import { writeMinute } from "../stages/write-minute.ts";
import type { ReopenCardInput, ReopenCardPayload } from "./card.inputs.ts";
import { addCardEvent } from "./write-card.ts";

/**
 * The chair opens a signed card again, with a reason that its judge is told by letter and that goes into the minutes; the marks stay as they
 * are until the judge changes them, and count no more until the card is signed anew. Refuses NOT_FOUND to everybody but the chair,
 * REASON_REQUIRED, WRONG_STATE for a card that is not signed and for a stage that is closed.
 */
export async function reopenCard(ctx: Context, { assignmentId, reason }: ReopenCardInput): Promise<ReopenCardPayload> {
  const stage = await lockStage(ctx, await stageOf(ctx, assignmentId));
  const why = reason.trim();
  if (why === "") throw new Refusal("REASON_REQUIRED", { field: "reason" });
  if (why.length > LIMITS.reasonLength) throw new Refusal("TOO_LONG", { field: "reason", values: { max: LIMITS.reasonLength } });
  refuseUnlessIn(stage, "CALIBRATING", "SCORING", "DISCUSSION");
  await becauseOf(ctx, why);
  const { rows } = await sql<{ id: string; reference: string; judge: string }>`update scorecard c set state = 'DRAFT', asked_again = ${why},
      outcome = null, signed_at = null, acted_at = null, in_grace = false, fail_reasons = '{}', abstain_reason = null,
      version = c.version + 1, updated_at = ${ctx.now()}
    from assignment a, judge j, entry e where c.assignment_id = ${assignmentId}::uuid and a.id = c.assignment_id and a.ended_at is null
      and j.id = c.judge_id and e.id = c.entry_id and c.state = 'SIGNED' returning c.id, e.reference, j.code as judge`.execute(ctx.db);
  const [card] = rows;
  // A draft is its judge's alone: whether there is one is not told.
  if (!card) throw new Refusal("WRONG_STATE", { field: "assignmentId", values: { state: "DRAFT" } });
  await addCardEvent(ctx, { cardId: card.id, act: "REOPEN", reason: why });
  await writeMinute(ctx, { stageId: stage.id, kind: "REOPENED", text: why, detail: { reference: card.reference, judge: card.judge } });
  await emit(ctx, { type: "judging.card-asked-again", payload: { cardIds: [card.id], reason: why } });
  return { assignmentId };
}

async function stageOf(ctx: Context, assignmentId: string): Promise<string> {
  if (!isId(assignmentId)) throw new Refusal("NOT_FOUND");
  const { rows } = await sql<{ id: string }>`select judging_stage_id as id from assignment where id = ${assignmentId}::uuid`.execute(
    ctx.db,
  );
  // An id of nothing is no stage's either: it is refused where another's card is, and takes the same.
  return rows[0]?.id ?? assignmentId;
}
