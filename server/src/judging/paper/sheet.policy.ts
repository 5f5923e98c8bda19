import { type Actor, hasRoleAt, hasRoleForRound } from "../../kernel/actor.ts";
import { type JudgingFacts, judgingPolicy } from "../judging.policy.ts";

/** Who may what with paper sheets. */
export const sheetPolicy = {
  /** Print every judge's sheets. A judge prints their own from the desk. */
  print: judgingPolicy.lead,
  /** Key sheets in: those who lead the judging, and the round's verifiers. */
  key: (actor: Actor, round: JudgingFacts): boolean =>
    judgingPolicy.lead(actor, round) ||
    (actor.id !== null && (hasRoleForRound(actor, round.roundId, "VERIFIER") || hasRoleAt(actor, round.path, "VERIFIER"))),
};
