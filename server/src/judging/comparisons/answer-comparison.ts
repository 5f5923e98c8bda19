import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { isId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { findableDeskStage, takesMarks } from "../desk/desk-stage.ts";
import { CONDUCT_DUE, type ConductDue, refuseUntilAccepted } from "../judges/conduct-due.ts";
import { judgingPolicy } from "../judging.policy.ts";
import type { AnswerComparisonInput, ComparisonPayload } from "./comparison.inputs.ts";
import { comparisonRows } from "./comparisons.ts";

/** Says which of two entries is better. Refuses NOT_FOUND for another's pair, CONDUCT_DUE, STAGE_CLOSED, STALE_VERSION when it was answered elsewhere meanwhile. */
export async function answerComparison(
  ctx: Context,
  { comparisonId, winner = null, version }: AnswerComparisonInput,
): Promise<ComparisonPayload> {
  if (!isId(comparisonId)) throw new Refusal("NOT_FOUND");
  await sql`select from judging_stage s join comparison c on c.judging_stage_id = s.id join judge j on j.id = c.judge_id
    where c.id = ${comparisonId}::uuid and j.person_id = ${ctx.actor.id}::uuid for key share of s for no key update of c`.execute(ctx.db);
  const mine = sql<boolean>`c.id = ${comparisonId}::uuid`;
  const pair = findable((await comparisonRows(ctx, mine))[0], () => true);
  const stage = await findableDeskStage(ctx, pair.stageId, (facts) => judgingPolicy.judge(ctx.actor, facts) && facts.state !== "SET_UP");
  const { rows } =
    await sql<ConductDue>`select j.id as "judgeId", ${CONDUCT_DUE} as "conductDue" from comparison c join judge j on j.id = c.judge_id
    where ${mine}`.execute(ctx.db);
  refuseUntilAccepted(findable(rows[0], () => true));
  if (!takesMarks(stage, ctx.now()))
    throw new Refusal("STAGE_CLOSED", { field: "comparisonId", values: { at: stage.endsAt.toISOString() } });
  if (pair.version !== version) throw new Refusal("STALE_VERSION", { field: "version" });
  const better = winner === "LEFT" ? pair.leftEntryId : winner === "RIGHT" ? pair.rightEntryId : null;
  await sql`update comparison set winner_id = ${better}::uuid, answered_at = ${winner === null ? null : ctx.now()}::timestamptz, version = version + 1
    where id = ${comparisonId}::uuid`.execute(ctx.db);
  await sql`update judging_stage set first_mark_at = ${ctx.now()} where id = ${stage.id}::uuid and first_mark_at is null`.execute(ctx.db);
  return { comparison: { ...pair, winner, version: version + 1 } };
}
