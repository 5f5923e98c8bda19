import { type Actor, hasRoleAt, withLent } from "../../kernel/actor.ts";
import { type EntryFacts, entryPolicy, ofOffice } from "../entries/entry.policy.ts";

/** Who may what with the evidence of an entry. */
export const evidencePolicy = {
  /** Open files and links: whoever sees the entry. */
  view: (actor: Actor, entry: EntryFacts): boolean => entryPolicy.view(actor, entry),
  /** Add and remove: the authors while they write, and after the check too; what was verified of it is then verified anew. */
  change: (actor: Actor, entry: EntryFacts): boolean =>
    entryPolicy.edit(actor, afterCheck(entry) ? { ...entry, state: "RETURNED" } : entry),
  /** Open what was removed. */
  viewRemoved: (actor: Actor, entry: EntryFacts): boolean =>
    hasRoleAt(withLent(actor), entry.path, "COORDINATOR", "ADMINISTRATOR", "AUDITOR"),
  /** Read names that people gave, of files and of who added them. Judges, chairs and verifiers of a round see neutral ones. */
  readNames: (asker: Actor, entry: EntryFacts): boolean => {
    const actor = withLent(asker);
    return ofOffice(actor, entry, "STAFF", "HEAD") || hasRoleAt(actor, entry.path, "COORDINATOR", "ADMINISTRATOR", "AUDITOR", "VERIFIER");
  },
};

function afterCheck({ state }: EntryFacts): boolean {
  return state === "CHECKED" || state === "VERIFIED";
}
