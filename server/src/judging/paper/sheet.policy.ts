import type { Actor } from "../../kernel/actor.ts";
import { roundPolicy } from "../../programmes/rounds/round.policy.ts";
import { type JudgingFacts, judgingPolicy } from "../judging.policy.ts";

/** Who may what with paper sheets. */
export const sheetPolicy = {
  /** Print every judge's sheets. A judge prints their own from the desk. */
  print: judgingPolicy.lead,
  /** Key sheets in, and see how far they are. */
  key: (actor: Actor, { roundId, path, roundState }: JudgingFacts): boolean =>
    roundPolicy.keySheets(actor, { id: roundId, path, state: roundState }),
};
