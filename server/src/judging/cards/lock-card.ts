import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { isId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type CardRow, myCardRows } from "../desk/card-rows.ts";
import { isVisible } from "../desk/card-view.ts";
import { DESK_STAGE, type DeskStageFacts, type DeskStageRow, withRules } from "../desk/desk-stage.ts";
import { refuseUntilAccepted } from "../judges/conduct-due.ts";
import { judgingPolicy } from "../judging.policy.ts";

/** The asker's own card, held until the transaction ends, in a stage that is not closed meanwhile. */
export type MyCard = { readonly stage: DeskStageFacts; readonly row: CardRow };

/**
 * The asker's own card to write on. Another's, or one whose time has not come, is NOT_FOUND, as is one that does not exist; one that was the
 * asker's is ENTRY_OUT when the entry left, else ASSIGNMENT_ENDED with why: what was done without a network meanwhile gets a clear answer.
 * Refuses CONDUCT_DUE for what was done since the code of conduct changed, as long as its judge has not accepted it.
 */
export async function lockCard(ctx: Context, assignmentId: string, actedAt: Date | null): Promise<MyCard> {
  const stage = isId(assignmentId) ? await lockedStage(ctx, assignmentId) : null;
  // The locks are taken: what is read now is what the last writer left.
  const [row] = stage ? await myCardRows(ctx, sql<boolean>`a.id = ${assignmentId}::uuid`) : [];
  if (!stage || !row || !judgingPolicy.judge(ctx.actor, stage)) throw new Refusal("NOT_FOUND");
  if (row.entryOut || row.endKind === "ENTRY_OUT")
    throw new Refusal("ENTRY_OUT", { field: "assignmentId", values: { reference: row.reference } });
  if (row.endKind !== null)
    throw new Refusal("ASSIGNMENT_ENDED", { field: "assignmentId", values: { reference: row.reference, because: row.endKind } });
  if (!isVisible(stage, row)) throw new Refusal("NOT_FOUND");
  refuseUntilAccepted(row, actedAt);
  return { stage, row };
}

/** The stage cannot be closed, nor the assignment be ended or written on by another device, until the transaction ends. */
async function lockedStage(ctx: Context, assignmentId: string): Promise<DeskStageFacts | null> {
  const { rows } = await sql<DeskStageRow>`select ${DESK_STAGE} from assignment a join judging_stage s on s.id = a.judging_stage_id
    join judge j on j.id = a.judge_id join round r on r.id = s.round_id join jurisdiction place on place.id = r.jurisdiction_id
    join stage st on st.round_id = s.round_id and st.code = s.stage
    where a.id = ${assignmentId}::uuid and j.person_id = ${ctx.actor.id}::uuid and j.state = 'ACCEPTED'
    for key share of s for no key update of a`.execute(ctx.db);
  return rows[0] ? withRules(ctx, rows[0]) : null;
}
