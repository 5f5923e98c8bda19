import { type Actor, hasRoleAt, hasRoleForRound, withLent } from "../../kernel/actor.ts";
import type { EntryFacts } from "../entries/entry.policy.ts";
import type { EntryClaim } from "./claim.type.ts";
import type { ClaimRow } from "./claim-loaders.ts";

/** A claim as the asker may see it: what was found is told to its authors once the entry is verified or sent back. */
export function claimView(actor: Actor, entry: EntryFacts, { entryId: _, ...row }: ClaimRow): EntryClaim {
  return seesFindings(actor, entry) ? row : { ...row, verified: null, note: null };
}

/** Who sees the levels found while the verifiers are still at work. */
export function seesFindings(asker: Actor, entry: EntryFacts): boolean {
  const actor = withLent(asker);
  if (entry.state === "VERIFIED" || entry.state === "RETURNED" || entry.state === "INELIGIBLE") return true;
  const overseers = entry.kind === "REGIONAL" ? [] : (["COORDINATOR"] as const);
  return (
    hasRoleAt(actor, entry.path, "VERIFIER", "ADMINISTRATOR", "AUDITOR", ...overseers) ||
    hasRoleForRound(actor, entry.roundId, "VERIFIER", "CHAIR")
  );
}
