import { type Actor, hasRoleAt } from "../../kernel/actor.ts";

/** Who may do what with a country's reporting calendar: everybody signed in reads it, its administrators set it. */
export const calendarPolicy = {
  set: (actor: Actor, calendar: { readonly country: string }): boolean => hasRoleAt(actor, calendar.country, "ADMINISTRATOR"),
};
