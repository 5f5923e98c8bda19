import { type Actor, hasRoleAt } from "../kernel/actor.ts";

/** What a policy must know of a programme: its country is the root of the tree whose administrators make it. */
export type ProgrammeFacts = { readonly country: string };

export const programmePolicy = {
  /** Administrators of the country make programmes, and rounds of them. */
  create: (actor: Actor, programme: ProgrammeFacts): boolean => hasRoleAt(actor, programme.country, "ADMINISTRATOR"),
  edit: (actor: Actor, programme: ProgrammeFacts): boolean => hasRoleAt(actor, programme.country, "ADMINISTRATOR"),
  createRound: (actor: Actor, programme: ProgrammeFacts): boolean => hasRoleAt(actor, programme.country, "ADMINISTRATOR"),
  /** Seen without having a round to see. */
  viewAll: (actor: Actor, programme: ProgrammeFacts): boolean => hasRoleAt(actor, programme.country, "ADMINISTRATOR", "AUDITOR"),
};
