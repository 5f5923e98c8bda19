import { type Actor, hasRole, hasRoleAt } from "../actor.ts";

/** Who may see an import: whoever started it, and administrators and auditors of the platform. */
export const importPolicy = {
  view: (actor: Actor, run: { readonly startedBy: string | null }): boolean =>
    actor.kind === "OPERATOR" || (actor.id !== null && run.startedBy === actor.id) || hasRoleAt(actor, "", "ADMINISTRATOR", "AUDITOR"),
  viewAll: (actor: Actor): boolean => hasRoleAt(actor, "", "ADMINISTRATOR", "AUDITOR"),
  start: (actor: Actor): boolean => hasRole(actor, "ADMINISTRATOR", "CHAIR", "COORDINATOR", "STAFF"),
};
