import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { emit } from "../../kernel/outbox.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { stopCards } from "../conflicts/stop-cards.ts";
import { addConflict, neededReason } from "../conflicts/write-conflict.ts";
import { findOwnJudge, refuseUnlessState } from "../judges/load-judge.ts";
import { tellChairs } from "../judges/tell-chairs.ts";
import type { JudgingStageState } from "../judging-states.ts";
import type { RecuseInput, RecusePayload } from "./replacement.type.ts";

/**
 * The judge steps back from an entry, also after signing: the assignment ends, the entry leaves their sight, its card is kept and counts no
 * more, the tie is on record, and the chairs are told that somebody must replace them. It is not abstaining. Refuses NOT_FOUND for an assignment
 * that is not the actor's own and open, REASON_REQUIRED, WRONG_STATE once the stage is closed.
 */
export async function recuse(ctx: Context, input: RecuseInput): Promise<RecusePayload> {
  const id = checkedId(input.assignmentId, "assignmentId");
  const { rows } =
    await sql<Row>`select a.entry_id as "entryId", a.judge_id as "judgeId", s.round_id as "roundId", s.id as "stageId", s.state,
      coalesce(e.reference, e.title) as entry, exists (select from scorecard c where c.assignment_id = a.id and c.state = 'SIGNED') as signed
    from assignment a join judging_stage s on s.id = a.judging_stage_id join judge j on j.id = a.judge_id join entry e on e.id = a.entry_id
    where a.id = ${id}::uuid and a.ended_at is null and j.person_id = ${ctx.actor.id}::uuid for key share of s for update of a`.execute(
      ctx.db,
    );
  const [row] = rows;
  const judge = row ? await findOwnJudge(ctx, row.roundId) : null;
  if (!row || !judge) throw new Refusal("NOT_FOUND", { field: "assignmentId" });
  refuseUnlessState(judge, "ACCEPTED");
  if (row.state === "CLOSED") throw new Refusal("WRONG_STATE", { field: "assignmentId", values: { state: row.state } });
  const reason = neededReason(input.reason);
  await becauseOf(ctx, reason);
  await stopCards(ctx, [{ assignmentId: id, end: "RECUSED", reason }]);
  await addConflict(ctx, judge, { origin: "DECLARED", conflict: { kind: input.kind, entryId: row.entryId, note: reason } });
  await sql`delete from comparison where judging_stage_id = ${row.stageId}::uuid and judge_id = ${judge.id}::uuid
    and ${row.entryId}::uuid in (left_entry_id, right_entry_id)`.execute(ctx.db);
  const { entry, signed } = row;
  await tellChairs(ctx, row.roundId, (_chair, round) => ({
    kind: "JUDGE_RECUSED",
    ...round,
    judge: `${judge.code} ${judge.name}`,
    entry,
    reason,
    signed,
  }));
  await emit(ctx, { type: "judging.cards-stopped", payload: { roundId: row.roundId, stageIds: [row.stageId] } });
  return { assignmentId: id };
}

type Row = {
  readonly entryId: string;
  readonly judgeId: string;
  readonly roundId: string;
  readonly stageId: string;
  readonly state: JudgingStageState;
  readonly entry: string;
  readonly signed: boolean;
};
