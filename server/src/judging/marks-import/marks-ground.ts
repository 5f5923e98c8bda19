import { sql } from "kysely";
import { z } from "zod";
import { hasRole } from "../../kernel/actor.ts";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { judgingPolicy } from "../judging.policy.ts";
import { type JudgingStageFacts, lockStage, refuseUnlessIn, selectStages } from "../stages/load-stage.ts";

/** `round` and `stage`: codes of the round and of its judging stage. */
export const marksOptions = z.object({ round: z.string().min(1).max(80).optional(), stage: z.string().min(1).max(80).optional() });
export type MarksOptions = z.output<typeof marksOptions>;

/** Who may bring signed cards or assignments in: those who lead the judging of the round, which is asked once it is known. Refuses FORBIDDEN. */
export function authorizeMarks({ actor }: Context): void {
  authorize(actor, hasRole(actor, "CHAIR", "ADMINISTRATOR"));
}

/** A judging stage by the codes of its round and itself, locked. Refuses REQUIRED without one of them, NOT_FOUND where there is none that the asker leads. */
export async function lockNamedStage(ctx: Context, { round, stage: code }: MarksOptions): Promise<JudgingStageFacts> {
  if (round === undefined) throw new Refusal("REQUIRED", { field: "round" });
  if (code === undefined) throw new Refusal("REQUIRED", { field: "stage" });
  const [found] = await selectStages(ctx, sql<boolean>`r.code = ${round} and s.stage = ${code}`);
  if (!found || !judgingPolicy.lead(ctx.actor, found)) throw new Refusal("NOT_FOUND", { field: "stage" });
  return lockStage(ctx, found.id);
}

/** The same for marks. Refuses WRONG_STATE before its scoring and once it is closed, INVALID_VALUE for a stage that is not scored by marks. */
export async function loadMarksGround(ctx: Context, options: MarksOptions): Promise<JudgingStageFacts> {
  const stage = await lockNamedStage(ctx, options);
  refuseUnlessIn(stage, "CALIBRATING", "SCORING", "DISCUSSION");
  if (stage.rules.mode !== "SCORES") throw new Refusal("INVALID_VALUE", { field: "stage", values: { value: stage.rules.mode } });
  return stage;
}
