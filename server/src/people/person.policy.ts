import { type Actor, hasRoleAt, pathsWithRole } from "../kernel/actor.ts";
import { type GrantLike, isAdministrator, isDelegated } from "./grants/grant.policy.ts";

/** A person, as far as permission goes. */
export type PersonLike = {
  readonly id: string;
  readonly grants: readonly GrantLike[];
  /** Of who holds no role: path of the area of the last one that was taken. */
  readonly lastPath: string | null;
};

export const personPolicy = {
  /** Administrators and auditors see everybody. */
  viewAll: (actor: Actor): boolean => pathsWithRole(actor, "ADMINISTRATOR", "AUDITOR") === "EVERYWHERE",
  /**
   * Everybody sees themselves; coordinators see who has a role at or below their own area, and who has none any more but had the last one
   * there, so that they can give one back.
   */
  view: (actor: Actor, person: PersonLike): boolean =>
    personPolicy.viewAll(actor) ||
    person.id === actor.id ||
    (person.grants.length > 0 ? person.grants : [{ path: person.lastPath }]).some(
      ({ path }) => path !== null && hasRoleAt(actor, path, "COORDINATOR"),
    ),
  /** Administrators change anybody; coordinators only who holds nothing beyond what they could have given. */
  edit: (actor: Actor, person: PersonLike): boolean =>
    isAdministrator(actor) || (person.grants.length > 0 && person.grants.every((grant) => isDelegated(actor, grant))),
  /** As `edit`; nobody shuts themselves out. */
  disable: (actor: Actor, person: PersonLike): boolean => person.id !== actor.id && personPolicy.edit(actor, person),
  /** Who gives roles, gives them to whom they see; coordinators not to themselves. */
  grant: (actor: Actor, person: PersonLike): boolean =>
    isAdministrator(actor) ||
    (person.id !== actor.id && personPolicy.view(actor, person) && pathsWithRole(actor, "COORDINATOR").length > 0),
};
