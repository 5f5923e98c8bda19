import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { lockRound, UUID } from "../load-round.ts";
import type { DecisionPayload, UnstageDecisionInput } from "./decision.inputs.ts";
import { readTray } from "./read-tray.ts";
import { lockDecision } from "./stage-decision.ts";

/** Takes a staged decision back. Refuses NOT_FOUND, STALE_VERSION, WRONG_STATE. */
export async function unstageDecision(ctx: Context, input: UnstageDecisionInput): Promise<DecisionPayload> {
  const { rows } = await sql<{ roundId: string }>`select round_id as "roundId" from decision
    where id = ${UUID.test(input.decisionId) ? input.decisionId : null}::uuid`.execute(ctx.db);
  const { roundId } = findable(rows[0], () => true);
  await lockRound(ctx, roundId);
  const decision = await lockDecision(ctx, input.decisionId, roundId);
  decision.refuseOther(input.version);
  ctx.em.remove(decision);
  await ctx.em.flush();
  return { tray: await readTray(ctx, roundId) };
}
