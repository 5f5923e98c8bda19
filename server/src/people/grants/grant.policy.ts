import { type Actor, hasRoleAt, pathsWithRole, ROLES, type Role } from "../../kernel/actor.ts";
import type { GrantableRole, ScopeKind } from "./grant.type.ts";

/** The kinds of scope in which a role makes sense. */
export const SCOPES_OF_ROLE: Readonly<Record<Role, readonly ScopeKind[]>> = {
  ADMINISTRATOR: ["PLATFORM"],
  COORDINATOR: ["JURISDICTION"],
  HEAD: ["AGENCY", "JURISDICTION"],
  STAFF: ["JURISDICTION", "AGENCY"],
  VERIFIER: ["JURISDICTION", "ROUND"],
  CHAIR: ["ROUND"],
  JUDGE: ["ROUND"],
  AUDITOR: ["PLATFORM"],
};

/** What a coordinator may give and take within their own subtree; anything more is an administrator's. */
const DELEGABLE: readonly Role[] = ["HEAD", "STAFF", "VERIFIER"];

/** A grant, as far as permission goes: its role and the path of the area (or of the agency's area) it holds for. */
export type GrantLike = { readonly role: Role; readonly path: string | null };

export const grantPolicy = {
  /** Administrators give any role; coordinators heads of offices, staff and verifiers at or below their own area, and never to themselves. */
  give: (actor: Actor, grant: GrantLike, personId: string | null): boolean =>
    isAdministrator(actor) || (personId !== actor.id && isDelegated(actor, grant)),
  take: (actor: Actor, grant: GrantLike): boolean => isAdministrator(actor) || isDelegated(actor, grant),
};

/** Whether the actor is an administrator of the whole platform. */
export function isAdministrator(actor: Actor): boolean {
  return pathsWithRole(actor, "ADMINISTRATOR") === "EVERYWHERE";
}

/** Whether a coordinator's own area covers the grant, and the role is one they may hand on. */
export function isDelegated(actor: Actor, grant: GrantLike): boolean {
  return grant.path !== null && DELEGABLE.includes(grant.role) && hasRoleAt(actor, grant.path, "COORDINATOR");
}

/** The roles that the actor may give, with where. */
export function grantableRoles(actor: Actor): readonly GrantableRole[] {
  if (isAdministrator(actor)) return ROLES.map((role) => ({ role, scopes: SCOPES_OF_ROLE[role], within: null }));
  const within = actor.grants.flatMap(({ role, scope }) => (role === "COORDINATOR" && scope.kind === "JURISDICTION" ? [scope.id] : []));
  if (within.length === 0) return [];
  return DELEGABLE.map((role) => ({ role, scopes: SCOPES_OF_ROLE[role].filter((scope) => scope !== "ROUND"), within }));
}
