import { type Actor, hasRoleAt, hasRoleForRound } from "../kernel/actor.ts";
import type { RoundState } from "../programmes/rounds/round-states.ts";

/** What a policy must know of the round that is judged. `path` is the dotted path of the place it is held in. */
export type JudgingFacts = { readonly roundId: string; readonly path: string; readonly roundState: RoundState };

/** Who may what with the judging of a round. Everybody else does not even learn that there is one. */
export const judgingPolicy = {
  /** Invites, assigns, moves stages on, decides: the round's chair and the administrators of its place. */
  lead: (actor: Actor, round: JudgingFacts): boolean => leads(actor, round),
  /** Sees signed cards, agreement and standing: also its auditors. Drafts are seen by their judge alone. */
  oversee: (actor: Actor, round: JudgingFacts): boolean => leads(actor, round) || hasRoleAt(actor, round.path, "AUDITOR"),
  /** Was granted to judge the round; whether they accepted, and what they were assigned, is asked of their rows. */
  judge: (actor: Actor, round: JudgingFacts): boolean =>
    actor.id !== null && round.roundState !== "DRAFT" && hasRoleForRound(actor, round.roundId, "JUDGE"),
};

function leads(actor: Actor, { roundId, path }: JudgingFacts): boolean {
  return hasRoleForRound(actor, roundId, "CHAIR") || hasRoleAt(actor, path, "ADMINISTRATOR");
}
