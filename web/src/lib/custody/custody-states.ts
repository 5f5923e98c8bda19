import type { Custody_EntryFragment } from "../../gql/graphql.ts";
import type { StateKind } from "../../ui/state-badge.tsx";

/** An entry's state, as the server names it. */
export type EntryStateName = Custody_EntryFragment["state"];
/** A step of custody. */
export type EntryActName = Custody_EntryFragment["acts"][number];

/** What each state means to the reader. */
export const STATE_KIND: Readonly<Record<EntryStateName, StateKind>> = {
  DRAFT: "draft",
  SUBMITTED: "waiting",
  ENDORSED: "waiting",
  CHECKED: "waiting",
  VERIFIED: "saved",
  RETURNED: "problem",
  INELIGIBLE: "locked",
  WITHDRAWN: "locked",
};

/** Who holds an entry, as a key of the words. */
export function holderKey(holder: Custody_EntryFragment["holder"]): "STAFF" | "HEAD" | "COORDINATOR" | "VERIFIER" | "NOBODY" {
  switch (holder) {
    case "STAFF":
    case "HEAD":
    case "COORDINATOR":
    case "VERIFIER":
      return holder;
    default:
      return "NOBODY";
  }
}
