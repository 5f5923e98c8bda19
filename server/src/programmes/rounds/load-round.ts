import { LockMode } from "@mikro-orm/core";
import type { Actor } from "../../kernel/actor.ts";
import { authorize, findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { findRound } from "./list-rounds.ts";
import { Round } from "./round.entity.ts";
import type { RoundPayload } from "./round.inputs.ts";
import type { RoundFacts } from "./round.policy.ts";
import { forgetRound } from "./round-loaders.ts";

export type RoundRule = (actor: Actor, round: RoundFacts) => boolean;

/**
 * The round for a change, held against other changes until this transaction ends, and its country. Refuses NOT_FOUND to who may not see
 * it, FORBIDDEN to who may not change it.
 */
export async function loadRoundFor(ctx: Context, id: string, may: RoundRule): Promise<{ readonly round: Round; readonly country: string }> {
  const seen = findable(await findRound(ctx, { id }), () => true);
  const round = findable(await ctx.em.findOne(Round, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }), () => true);
  authorize(ctx.actor, may(ctx.actor, { id, path: seen.path, state: round.state }));
  return { round, country: seen.country };
}

/** The round as the asker sees it after the change. */
export async function roundAnswer(ctx: Context, id: string): Promise<RoundPayload> {
  await ctx.em.flush();
  forgetRound(ctx, id);
  return { round: await findRound(ctx, { id }) };
}
