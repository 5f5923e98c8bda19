import { type Actor, hasRoleAt, hasRoleForRound } from "../kernel/actor.ts";
import type { RoundState } from "../programmes/rounds/round-states.ts";

/** What a policy must know of a round's results. `path` is the dotted path of the place the round is held in. */
export type ResultsFacts = { readonly id: string; readonly path: string; readonly state: RoundState };

/** Who may what with results that are not public yet. Everybody else does not even learn that they exist. */
export const resultsPolicy = {
  /** Standings, why, comparisons, decisions, previews, publications under embargo. */
  view: (actor: Actor, round: ResultsFacts): boolean => leads(actor, round) || hasRoleAt(actor, round.path, "AUDITOR"),
  /** Stage decisions and publish: while the round decides, and afterwards for a correction. */
  decide: (actor: Actor, round: ResultsFacts): boolean =>
    (round.state === "DECIDING" || round.state === "PUBLISHED") && leads(actor, round),
};

/** The round's chair, and the administrators of its place. */
function leads(actor: Actor, round: ResultsFacts): boolean {
  return hasRoleForRound(actor, round.id, "CHAIR") || hasRoleAt(actor, round.path, "ADMINISTRATOR");
}
