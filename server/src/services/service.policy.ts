import { type Actor, hasRoleAt } from "../kernel/actor.ts";

/** Who may do what with services: everybody signed in reads them, administrators of the country edit them. */
export const servicePolicy = {
  view: (actor: Actor): boolean => actor.kind !== "PUBLIC",
  edit: (actor: Actor, service: { readonly country: string }): boolean => hasRoleAt(actor, service.country, "ADMINISTRATOR"),
};
