import { type Actor, hasRoleAt } from "../../kernel/actor.ts";
import { type RoundFacts, roundPolicy } from "../../programmes/rounds/round.policy.ts";

/** Who draws a round's sample: its chair, the administrators and coordinators of its place. */
export function mayDraw(actor: Actor, round: RoundFacts): boolean {
  return roundPolicy.lead(actor, round) || hasRoleAt(actor, round.path, "COORDINATOR");
}
