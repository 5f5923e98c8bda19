import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { makeComparisons } from "../comparisons/make-comparisons.ts";
import { lockStage, refuseUnlessIn } from "../stages/load-stage.ts";
import type { ApplyAssignmentInput, AssignmentPayload } from "./assignment.inputs.ts";
import { loadProblem } from "./load-problem.ts";
import { checkedOptions, planOf } from "./preview-assignment.ts";
import { readAssignments } from "./read-assignments.ts";
import { tellJudges } from "./tell-judges.ts";
import { endPairs, writeAssignments } from "./write-assignments.ts";

/**
 * Writes exactly the assignment that was previewed, and tells the judges. Refuses PREVIEW_STALE when anything it rests upon has changed since,
 * WRONG_STATE once scoring is over. A signed card survives the end of its assignment, and counts.
 */
export async function applyAssignment(ctx: Context, input: ApplyAssignmentInput): Promise<AssignmentPayload> {
  const stage = await lockStage(ctx, checkedId(input.stageId, "stageId"));
  refuseUnlessIn(stage, "SET_UP", "CALIBRATING", "SCORING");
  const plan = await planOf(stage, await loadProblem(ctx, stage, checkedOptions(input.options)));
  if (plan.token !== input.token) throw new Refusal("PREVIEW_STALE", { field: "token" });
  await endPairs(
    ctx,
    plan.ended.map(({ id }) => id),
    { kind: "REASSIGNED", reason: null },
  );
  const pairs = plan.assignment.pairs
    .filter(({ kept }) => !kept)
    .map(({ entryId, judgeId, reason }) => ({ entryId, judgeId, because: { kind: "AUTOMATIC", ...reason } }));
  const given = await writeAssignments(ctx, stage.id, { origin: "AUTOMATIC", pairs });
  if (stage.rules.mode === "PAIRWISE" && stage.state === "SCORING") await makeComparisons(ctx, stage.id);
  await tellJudges(ctx, stage, given);
  const assigned = [...given.values()].reduce((sum, count) => sum + count, 0);
  return { assignments: await readAssignments(ctx, stage.id), assigned, ended: plan.ended.length };
}
