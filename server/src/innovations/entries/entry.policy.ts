import { type Actor, hasRoleAt, hasRoleForRound, type Role, withLent } from "../../kernel/actor.ts";
import { type EntryAct, type EntryKind, type EntryState, transitionsOf } from "./entry-states.ts";

/** What a policy must know of an entry. `path` is the dotted path of its region. */
export type EntryFacts = {
  readonly kind: EntryKind;
  readonly state: EntryState;
  readonly path: string;
  readonly agencyId: string | null;
  readonly roundId: string;
};

/** Who may what with an entry. Everybody else does not even learn that it exists. */
export const entryPolicy = {
  /** Its office's people and the coordinators from the first draft; who verifies or decides while it is handed in. */
  view: (asker: Actor, entry: EntryFacts): boolean => {
    const actor = withLent(asker);
    return (
      ofOffice(actor, entry, "STAFF", "HEAD") ||
      hasRoleAt(actor, entry.path, "COORDINATOR", "ADMINISTRATOR", "AUDITOR") ||
      (isInTheRound(entry) && (hasRoleAt(actor, entry.path, "VERIFIER") || hasRoleForRound(actor, entry.roundId, "VERIFIER", "CHAIR")))
    );
  },
  /** Write answers, claims, evidence and translations: its authors, while they hold it. */
  edit: (actor: Actor, entry: EntryFacts): boolean =>
    (entry.state === "DRAFT" || entry.state === "RETURNED") && mayAct(actor, entry, authorsOf(entry.kind)),
  /** Take a step of custody that its state allows. */
  act: (actor: Actor, entry: EntryFacts, act: EntryAct): boolean => {
    const { from, by } = transitionsOf(entry.kind)[act];
    return (
      from.includes(entry.state) &&
      mayAct(
        withLent(actor),
        entry,
        by.filter((role) => holdsNow(entry, act, role)),
      )
    );
  },
  /** Say the level that the evidence shows. */
  verify: (actor: Actor, entry: EntryFacts): boolean => entry.state === "CHECKED" && mayAct(withLent(actor), entry, ["VERIFIER"]),
  /** Add a translation: authors and coordinators, at any time before it is out of the round. */
  translate: (actor: Actor, entry: EntryFacts): boolean =>
    entry.state !== "WITHDRAWN" && entry.state !== "INELIGIBLE" && mayAct(actor, entry, ["STAFF", "HEAD", "COORDINATOR"]),
};

/** Who may begin an entry for an office of this region. */
export const beginPolicy = {
  innovation: (actor: Actor, office: { readonly agencyId: string; readonly path: string }): boolean =>
    ofOffice(actor, office, "STAFF", "HEAD"),
  regional: (actor: Actor, region: { readonly path: string }): boolean => hasRoleAt(actor, region.path, "COORDINATOR", "ADMINISTRATOR"),
};

/** A role over the office itself, or over the region it belongs to. */
export function ofOffice(
  actor: Actor,
  { agencyId, path }: { readonly agencyId: string | null; readonly path: string },
  ...roles: readonly Role[]
): boolean {
  const byOffice = actor.grants.some(
    ({ role, scope }) => roles.includes(role) && scope.kind === "AGENCY" && agencyId !== null && scope.id === agencyId,
  );
  return byOffice || hasRoleAt(actor, path, ...roles);
}

function authorsOf(kind: EntryKind): readonly Role[] {
  return kind === "REGIONAL" ? ["COORDINATOR"] : ["STAFF", "HEAD"];
}

/** Sending back and excluding is for whoever holds it; a coordinator may also at the verifiers'. */
function holdsNow(entry: EntryFacts, act: EntryAct, role: Role): boolean {
  if (act !== "return" && act !== "exclude") return true;
  if (role === "HEAD") return entry.state === "SUBMITTED";
  if (role === "COORDINATOR") return entry.state === "ENDORSED" || entry.state === "CHECKED";
  return entry.state === "CHECKED";
}

function mayAct(actor: Actor, entry: EntryFacts, roles: readonly Role[]): boolean {
  const local = roles.filter((role) => role !== "VERIFIER");
  const verifier = roles.includes("VERIFIER");
  return (
    (local.length > 0 && ofOffice(actor, entry, ...local)) ||
    (verifier && (hasRoleAt(actor, entry.path, "VERIFIER") || hasRoleForRound(actor, entry.roundId, "VERIFIER")))
  );
}

/** What an office still writes, or has taken out again, is its own and its coordinator's business. */
function isInTheRound({ state }: EntryFacts): boolean {
  return state !== "DRAFT" && state !== "WITHDRAWN";
}
