import { type Actor, hasRoleAt, hasRoleForRound, withLent } from "../../kernel/actor.ts";
import { type EntryFacts, entryPolicy } from "../entries/entry.policy.ts";

/** Who may what with the verification of an entry. */
export const verificationPolicy = {
  /** Follow it while it goes on; the authors read its end. */
  view: (asker: Actor, entry: EntryFacts): boolean => {
    const actor = withLent(asker);
    if (!entryPolicy.view(asker, entry) || entry.state === "DRAFT") return false;
    if (entry.state === "VERIFIED") return true;
    return (
      hasRoleAt(actor, entry.path, "COORDINATOR", "VERIFIER", "ADMINISTRATOR", "AUDITOR") ||
      hasRoleForRound(actor, entry.roundId, "VERIFIER", "CHAIR")
    );
  },
  /** Say the level that the evidence shows. */
  verify: (actor: Actor, entry: EntryFacts): boolean => entryPolicy.verify(actor, entry),
  /** Decide where two verifiers differ: a third one, or the coordinator. */
  settle: (actor: Actor, entry: EntryFacts): boolean =>
    entryPolicy.verify(actor, entry) || (entry.state === "CHECKED" && hasRoleAt(withLent(actor), entry.path, "COORDINATOR")),
  /** Read what each verifier said, with their names, before it is settled. */
  oversee: (actor: Actor, entry: EntryFacts): boolean => hasRoleAt(actor, entry.path, "AUDITOR"),
};
