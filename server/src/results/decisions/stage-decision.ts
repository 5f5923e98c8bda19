import { LIMITS } from "@isonga/schema/limits";
import { LockMode } from "@mikro-orm/core";
import { becauseOf } from "../../kernel/atomically.ts";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { lockRound } from "../load-round.ts";
import { loadRoundStanding } from "../round-standing.ts";
import { checkDecision } from "./check-decision.ts";
import { Decision, type DecisionContent } from "./decision.entity.ts";
import type { DecisionPayload, StageDecisionInput } from "./decision.inputs.ts";
import { readTray } from "./read-tray.ts";

/**
 * Stages a decision, or changes a staged one. Refuses what does not fit the standing (NOT_ELIGIBLE, ALREADY_EXISTS, UNKNOWN_REFERENCE),
 * a winner whom the rule does not propose without a reason (OVERRIDE_REASON_REQUIRED), STALE_VERSION and WRONG_STATE.
 */
export async function stageDecision(ctx: Context, input: StageDecisionInput): Promise<DecisionPayload> {
  const round = await lockRound(ctx, input.roundId);
  const changed = input.decisionId ? await lockDecision(ctx, input.decisionId, round.id) : null;
  const state = await loadRoundStanding(ctx, round);
  const content = checkDecision(state, { ...input, reason: reasonIn(input.reason) });
  if (content.reason) await becauseOf(ctx, content.reason);
  if (changed) changed.restate(content, { version: input.version ?? 0, by: ctx.actor.id, at: ctx.now() });
  else ctx.em.persist(newDecision(ctx, round.id, content));
  await ctx.em.flush();
  return { tray: await readTray(ctx, round.id) };
}

/** A decision of a round, locked for a change. Refuses NOT_FOUND. */
export async function lockDecision(ctx: Context, id: string, roundId: string): Promise<Decision> {
  const decision = await ctx.em.findOne(Decision, { id, roundId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return findable(decision, () => true);
}

function newDecision(ctx: Context, roundId: string, content: DecisionContent): Decision {
  const now = ctx.now();
  return ctx.em.create(Decision, { id: ctx.newId(), roundId, ...content, decidedBy: ctx.actor.id, createdAt: now, updatedAt: now });
}

function reasonIn(reason: string | null | undefined): string | null {
  const text = reason?.trim() ?? "";
  if (text.length > LIMITS.reasonLength) throw new Refusal("TOO_LONG", { field: "reason", values: { max: LIMITS.reasonLength } });
  return text === "" ? null : text;
}
