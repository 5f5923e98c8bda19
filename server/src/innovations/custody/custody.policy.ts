import { type Actor, hasRoleAt, withLent } from "../../kernel/actor.ts";
import { type EntryFacts, entryPolicy, ofOffice } from "../entries/entry.policy.ts";
import { ENTRY_ACTS, type EntryAct, transitionsOf } from "../entries/entry-states.ts";

/** Who takes part in the custody of an entry, beside what its own policy says of each act. */
export const custodyPolicy = {
  /** May take this step from some state: who may not is FORBIDDEN, whoever may but came too late is told the state. */
  mayEver: (actor: Actor, entry: EntryFacts, act: EntryAct): boolean =>
    transitionsOf(entry.kind)[act].from.some((state) => entryPolicy.act(actor, { ...entry, state }, act)),
  /** Remind whoever holds it: the head of its office, the coordinators of its region, and administrators. */
  remind: (asker: Actor, entry: EntryFacts): boolean => {
    const actor = withLent(asker);
    return ofOffice(actor, entry, "HEAD") || hasRoleAt(actor, entry.path, "COORDINATOR", "ADMINISTRATOR");
  },
};

/** The steps that the actor may take now, in the order of custody. */
export function actsOpen(actor: Actor, entry: EntryFacts): readonly EntryAct[] {
  return ENTRY_ACTS.filter((act) => entryPolicy.act(actor, entry, act));
}
