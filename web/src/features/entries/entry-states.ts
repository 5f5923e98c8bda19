import type { EntryStateName } from "../../lib/entries/known-entry.ts";
import type { StateKind } from "../../ui/state-badge.tsx";

/** What each state of custody means to the reader. */
export const STATE_KINDS: Readonly<Record<EntryStateName, StateKind>> = {
  DRAFT: "draft",
  SUBMITTED: "waiting",
  ENDORSED: "waiting",
  CHECKED: "waiting",
  VERIFIED: "saved",
  RETURNED: "problem",
  INELIGIBLE: "locked",
  WITHDRAWN: "locked",
};

/** All states, in the order of custody. */
export const STATES = Object.keys(STATE_KINDS) as readonly EntryStateName[];
