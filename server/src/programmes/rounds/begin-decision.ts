import type { Context } from "../../kernel/context.ts";
import { emit } from "../../kernel/outbox.ts";
import { refuseStale } from "../stale.ts";
import { loadRoundFor, roundAnswer } from "./load-round.ts";
import type { Round } from "./round.entity.ts";
import type { RoundPayload, StepRoundInput } from "./round.inputs.ts";
import { roundPolicy } from "./round.policy.ts";

/** Closes the reporting and begins to decide. Refuses WRONG_STATE unless the round is open. */
export async function beginDecision(ctx: Context, input: StepRoundInput): Promise<RoundPayload> {
  const { round } = await loadRoundFor(ctx, input.id, roundPolicy.lead);
  refuseStale(round, input);
  round.step("beginDecision", ctx.now());
  await emit(ctx, { type: "round.deciding", payload: { roundId: round.id } });
  return roundAnswer(ctx, round.id);
}

/** The last step, for the verb that publishes: authorised there, in its transaction. Refuses WRONG_STATE unless it is being decided. */
export async function markRoundPublished(ctx: Context, round: Round): Promise<void> {
  round.step("publish", ctx.now());
  await ctx.em.flush();
}
