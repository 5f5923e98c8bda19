import { createHash } from "node:crypto";
import { canonicalJson } from "@isonga/schema/canonical-json";
import { LIMITS } from "@isonga/schema/limits";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { inTurns } from "../../kernel/in-turns.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { judgingPolicy } from "../judging.policy.ts";
import { type JudgingStageFacts, loadStage } from "../stages/load-stage.ts";
import { assigning } from "./flow/assign.ts";
import type { Assignment } from "./flow/assignment-problem.ts";
import { type AssignmentOptions, type HeldPair, loadProblem, type StageProblem } from "./load-problem.ts";

/** An assignment as it would be, and what would change. */
export type AssignmentPlan = {
  readonly stage: JudgingStageFacts;
  /** The same as long as the problem and the options are: what is applied is what was looked at. */
  readonly token: string;
  readonly assignment: Assignment;
  readonly held: readonly HeldPair[];
  /** Assignments that would end. */
  readonly ended: readonly HeldPair[];
};

/** Computes an assignment without writing it. Refuses NOT_FOUND to who does not lead the judging, INVALID_NUMBER for options out of range. */
export async function previewAssignment(ctx: Context, stageId: string, options: AssignmentOptions): Promise<AssignmentPlan> {
  const stage = await loadStage(ctx, checkedId(stageId, "stageId"), judgingPolicy.lead);
  return planOf(stage, await loadProblem(ctx, stage, checkedOptions(options)));
}

/** The plan of a problem at hand, worked out in turns: others are answered meanwhile. */
export async function planOf(stage: JudgingStageFacts, { problem, held }: StageProblem): Promise<AssignmentPlan> {
  const assignment = await inTurns(assigning(problem));
  const kept = new Set(assignment.pairs.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`));
  const ended = held.filter(({ entryId, judgeId, calibration }) => !calibration && !kept.has(`${entryId} ${judgeId}`));
  const token = createHash("sha256")
    .update(canonicalJson({ problem, held, version: stage.version }))
    .digest("base64url");
  return { stage, token, assignment, held, ended };
}

/** The options, if they are in range. */
export function checkedOptions(options: AssignmentOptions): AssignmentOptions {
  for (const field of ["judgesPerEntry", "capacity"] as const) {
    const value = options[field];
    if (value !== null && value !== undefined && (value < 1 || value > LIMITS.bulkRows))
      throw new Refusal("INVALID_NUMBER", { field, values: { limit: LIMITS.bulkRows } });
  }
  return options;
}
