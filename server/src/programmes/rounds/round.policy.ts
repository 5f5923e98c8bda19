import { type Actor, hasRoleAt, hasRoleForRound, withLent } from "../../kernel/actor.ts";
import type { RoundState } from "./round-states.ts";

/** What a policy must know of a round. `path` is the dotted path of the place it is held in. */
export type RoundFacts = { readonly id: string; readonly path: string; readonly state: RoundState };

/** Who may what with a round. Who may see it in a list is the same rule in SQL: `roundVisibleSql`. */
export const roundPolicy = {
  /** Changes it, whatever its state allows: the entity says what that is. */
  lead: (actor: Actor, round: RoundFacts): boolean => leads(actor, round),
  view: (actor: Actor, round: RoundFacts): boolean =>
    seesDrafts(actor, round) ||
    (round.state !== "DRAFT" && (hasRoleForRound(actor, round.id, "JUDGE", "VERIFIER") || hasPlaceWithin(withLent(actor), round))),
  edit: (actor: Actor, round: RoundFacts): boolean => round.state !== "PUBLISHED" && leads(actor, round),
  open: (actor: Actor, round: RoundFacts): boolean => round.state === "DRAFT" && leads(actor, round),
  reviseInstrument: (actor: Actor, round: RoundFacts): boolean =>
    (round.state === "OPEN" || round.state === "DECIDING") && leads(actor, round),
  beginDecision: (actor: Actor, round: RoundFacts): boolean => round.state === "OPEN" && leads(actor, round),
  /** Stages decisions, previews and publishes: see the results. */
  decide: (actor: Actor, round: RoundFacts): boolean => round.state === "DECIDING" && leads(actor, round),
  /** Sees how it is judged, where juries decide it: the stages, the judges, the objections. */
  overseeJudging: (actor: Actor, round: RoundFacts): boolean => round.state !== "DRAFT" && seesDrafts(actor, round),
  /** Keys the paper sheets of its judges in: who leads it, and its verifiers. Never a verifier who judges it, since a sheet is another's card. */
  keySheets: (actor: Actor, round: RoundFacts): boolean =>
    round.state !== "DRAFT" && (leads(actor, round) || (verifies(actor, round) && !hasRoleForRound(actor, round.id, "JUDGE"))),
  /** The file holds nothing that the round's own page doesn't. */
  export: (actor: Actor, round: RoundFacts): boolean => roundPolicy.view(actor, round),
  /** A copy is a new round of the programme. */
  copy: (actor: Actor, round: RoundFacts): boolean => hasRoleAt(actor, round.path, "ADMINISTRATOR"),
};

/** Its chair, and the administrators of its place. */
function leads(actor: Actor, round: RoundFacts): boolean {
  return hasRoleForRound(actor, round.id, "CHAIR") || hasRoleAt(actor, round.path, "ADMINISTRATOR");
}

function verifies(actor: Actor, round: RoundFacts): boolean {
  return actor.id !== null && (hasRoleForRound(actor, round.id, "VERIFIER") || hasRoleAt(actor, round.path, "VERIFIER"));
}

function seesDrafts(actor: Actor, round: RoundFacts): boolean {
  return leads(actor, round) || hasRoleAt(actor, round.path, "AUDITOR");
}

/** Whoever has work somewhere in the round's place, or above it. */
function hasPlaceWithin(actor: Actor, { path }: RoundFacts): boolean {
  if (hasRoleAt(actor, path, "COORDINATOR", "HEAD", "STAFF", "VERIFIER")) return true;
  return actor.grants.some(({ scope }) => "path" in scope && (scope.path === path || scope.path.startsWith(`${path}.`)));
}
