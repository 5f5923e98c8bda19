import type { Role } from "../../kernel/actor.ts";

/** What an entry may be, and how it gets there: the whole custody as data. */

export const ENTRY_KINDS = ["INNOVATION", "REGIONAL"] as const;
/** An innovation's part in a round, or the rows that a region claims for itself. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const ENTRY_STATES = ["DRAFT", "SUBMITTED", "ENDORSED", "CHECKED", "VERIFIED", "RETURNED", "INELIGIBLE", "WITHDRAWN"] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** The acts of custody. `reopen` is done by the platform when evidence changes after verification. */
export const ENTRY_ACTS = ["submit", "endorse", "check", "verify", "return", "exclude", "withdraw", "resume", "reopen"] as const;
export type EntryAct = (typeof ENTRY_ACTS)[number];

/** Who holds an entry: the role that has to act next. Null where nobody has. */
export const HOLDERS = {
  DRAFT: "STAFF",
  RETURNED: "STAFF",
  SUBMITTED: "HEAD",
  ENDORSED: "COORDINATOR",
  CHECKED: "VERIFIER",
  VERIFIED: null,
  INELIGIBLE: null,
  WITHDRAWN: null,
} as const satisfies Readonly<Record<EntryState, Role | null>>;

/** From where an act leads where, and who may do it. */
export type EntryTransition = { readonly from: readonly EntryState[]; readonly to: EntryState; readonly by: readonly Role[] };

/** The acts on an innovation's entry. Whoever holds it acts; where an office has no head yet, its coordinator grants that role. */
export const INNOVATION_TRANSITIONS: Readonly<Record<EntryAct, EntryTransition>> = {
  submit: { from: ["DRAFT", "RETURNED"], to: "SUBMITTED", by: ["STAFF", "HEAD"] },
  endorse: { from: ["SUBMITTED"], to: "ENDORSED", by: ["HEAD"] },
  check: { from: ["ENDORSED"], to: "CHECKED", by: ["COORDINATOR"] },
  verify: { from: ["CHECKED"], to: "VERIFIED", by: ["VERIFIER"] },
  return: { from: ["SUBMITTED", "ENDORSED", "CHECKED"], to: "RETURNED", by: ["HEAD", "COORDINATOR", "VERIFIER"] },
  exclude: { from: ["ENDORSED", "CHECKED"], to: "INELIGIBLE", by: ["COORDINATOR", "VERIFIER"] },
  withdraw: { from: ["DRAFT", "RETURNED", "SUBMITTED", "ENDORSED", "CHECKED", "VERIFIED"], to: "WITHDRAWN", by: ["STAFF", "HEAD"] },
  resume: { from: ["WITHDRAWN"], to: "DRAFT", by: ["STAFF", "HEAD"] },
  reopen: { from: ["VERIFIED"], to: "CHECKED", by: [] },
};

/** A region's own rows are its coordinator's: submitted, they are with the verifiers. */
export const REGIONAL_TRANSITIONS: Readonly<Record<EntryAct, EntryTransition>> = {
  ...INNOVATION_TRANSITIONS,
  submit: { from: ["DRAFT", "RETURNED"], to: "CHECKED", by: ["COORDINATOR"] },
  endorse: { from: [], to: "ENDORSED", by: [] },
  check: { from: [], to: "CHECKED", by: [] },
  return: { from: ["CHECKED"], to: "RETURNED", by: ["VERIFIER"] },
  withdraw: { from: ["DRAFT", "RETURNED", "CHECKED"], to: "WITHDRAWN", by: ["COORDINATOR"] },
  resume: { from: ["WITHDRAWN"], to: "DRAFT", by: ["COORDINATOR"] },
};

/** The transitions of an entry of this kind. */
export function transitionsOf(kind: EntryKind): Readonly<Record<EntryAct, EntryTransition>> {
  return kind === "REGIONAL" ? REGIONAL_TRANSITIONS : INNOVATION_TRANSITIONS;
}

/** Who holds an entry: for a region's own rows the coordinator is the author. */
export function holderOf(kind: EntryKind, state: EntryState): Role | null {
  const holder = HOLDERS[state];
  return kind === "REGIONAL" && holder === "STAFF" ? "COORDINATOR" : holder;
}

/** States whose claims make the claimed index: handed in, and neither sent back nor taken out. */
export const CLAIMED_STATES = ["SUBMITTED", "ENDORSED", "CHECKED", "VERIFIED"] as const satisfies readonly EntryState[];
/** States whose verified levels make the verified index. */
export const VERIFIED_STATES = ["VERIFIED"] as const satisfies readonly EntryState[];
