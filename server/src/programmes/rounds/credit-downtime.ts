import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { loadRoundFor, roundAnswer } from "./load-round.ts";
import type { CreditDowntimeInput, RoundPayload } from "./round.inputs.ts";
import { roundPolicy } from "./round.policy.ts";
import { Stage } from "./stage.entity.ts";
import { type WantedStage, writeStages } from "./write-stages.ts";

/** The most that can be credited at once: two weeks. */
const MOST_MINUTES = 14 * 24 * 60;
const MINUTE = 60_000;

/**
 * Gives a round back the minutes during which the platform was down: what runs, its time of grace included, ends later, and what comes moves
 * by as much. Recorded and announced as every change of dates. Refuses WRONG_STATE for a draft, whose dates need no reason; INVALID_NUMBER;
 * REASON_REQUIRED.
 */
export async function creditDowntime(ctx: Context, input: CreditDowntimeInput): Promise<RoundPayload> {
  const { round } = await loadRoundFor(ctx, input.id, roundPolicy.lead);
  round.touch({ version: input.version, at: ctx.now() });
  if (!round.isOpened()) throw new Refusal("WRONG_STATE", { values: { state: round.state } });
  if (input.minutes < 1 || input.minutes > MOST_MINUTES)
    throw new Refusal("INVALID_NUMBER", { field: "minutes", values: { limit: MOST_MINUTES } });
  const stages = await ctx.em.find(Stage, { roundId: round.id }, { orderBy: { position: "asc" } });
  const credited = stages.map((stage) => creditedStage(stage, input.minutes * MINUTE, ctx.now()));
  if (input.reason.trim() === "") throw new Refusal("REASON_REQUIRED", { field: "reason" });
  await writeStages(ctx, round, { stages: credited, reason: input.reason });
  return roundAnswer(ctx, round.id);
}

/** The stage after the credit: what is over stays as it was. */
export function creditedStage(stage: WantedStage, credit: number, now: Date): WantedStage {
  const { code, kind, names, startsAt, endsAt, graceMinutes } = stage;
  const isOver = now.getTime() >= endsAt.getTime() + graceMinutes * MINUTE;
  const isComing = now < startsAt;
  return {
    code,
    kind,
    names,
    graceMinutes,
    startsAt: isComing ? new Date(startsAt.getTime() + credit) : startsAt,
    endsAt: isOver ? endsAt : new Date(endsAt.getTime() + credit),
  };
}
