/** What a person may be; each grant of it holds within a scope. */
export const ROLES = ["ADMINISTRATOR", "COORDINATOR", "HEAD", "STAFF", "VERIFIER", "CHAIR", "JUDGE", "AUDITOR"] as const;
export type Role = (typeof ROLES)[number];

/**
 * Where a grant holds. `path` is the dotted path of the node in its tree (for a tree scope: it and all below it; for an agency or
 * round: the tree node that owns it, which the grant itself does not open).
 */
export type Scope =
  | { readonly kind: "PLATFORM" }
  | { readonly kind: "JURISDICTION"; readonly id: string; readonly path: string }
  | { readonly kind: "AGENCY"; readonly id: string; readonly path: string }
  | { readonly kind: "ROUND"; readonly id: string };

export type Grant = { readonly role: Role; readonly scope: Scope };

/** A grant of somebody who is away, lent to whom they named: it holds for acts of custody and for seeing what those are about. */
export type LentGrant = Grant & { readonly for: { readonly id: string; readonly name: string } };

/** Who acts: a signed-in person with their grants, the public (no id, no grants), or the operator at the command line. */
export type Actor = {
  readonly id: string | null;
  readonly kind: "PERSON" | "PUBLIC" | "OPERATOR";
  readonly name: string;
  readonly grants: readonly Grant[];
  /** What others have lent them now. No rule counts it but those that ask {@link withLent}: no lent role hands on roles or changes places. */
  readonly lent?: readonly LentGrant[];
};

/** The actor with what is lent to them, for the rules of custody. */
export function withLent(actor: Actor): Actor {
  return actor.lent?.length ? { ...actor, grants: [...actor.grants, ...actor.lent] } : actor;
}

/**
 * For whom the actor does what `allowed` allows: null when their own grants suffice, else the id of whoever lent the grant that does. Ask
 * it once it is known to be allowed.
 */
export function actsFor(actor: Actor, allowed: (actor: Actor) => boolean): string | null {
  const lent = actor.lent ?? [];
  if (lent.length === 0 || allowed({ ...actor, lent: [] })) return null;
  const absent = [...new Set(lent.map((grant) => grant.for.id))];
  return absent.find((id) => allowed({ ...actor, lent: lent.filter((grant) => grant.for.id === id) })) ?? null;
}

/** Nobody signed in: sees what is published, nothing else. */
export const PUBLIC: Actor = { id: null, kind: "PUBLIC", name: "public", grants: [] };

/** The operator at the command line, or a job acting for the platform: an administrator of everything. */
export const OPERATOR: Actor = {
  id: null,
  kind: "OPERATOR",
  name: "operator",
  grants: [{ role: "ADMINISTRATOR", scope: { kind: "PLATFORM" } }],
};

/** Whether the actor has one of these roles anywhere (a cheap first gate; policies ask for the scope). */
export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role));
}

/** Whether the actor has one of these roles over the tree node with this dotted path: granted on it, above it, or on the platform. */
export function hasRoleAt(actor: Actor, path: string, ...roles: readonly Role[]): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role) && scopeCovers(grant.scope, path));
}

/** Whether the actor has one of these roles for this round (or on the platform). */
export function hasRoleForRound(actor: Actor, roundId: string, ...roles: readonly Role[]): boolean {
  return actor.grants.some(
    ({ role, scope }) => roles.includes(role) && (scope.kind === "PLATFORM" || (scope.kind === "ROUND" && scope.id === roundId)),
  );
}

/**
 * The dotted paths below which the actor has one of these roles, for a list's visibility: `"EVERYWHERE"` on the platform, else the
 * topmost paths (possibly none: then the list is empty).
 */
export function pathsWithRole(actor: Actor, ...roles: readonly Role[]): "EVERYWHERE" | readonly string[] {
  const scopes = actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.scope);
  if (scopes.some((scope) => scope.kind === "PLATFORM")) return "EVERYWHERE";
  return scopes.flatMap((scope) => (scope.kind === "JURISDICTION" ? [scope.path] : []));
}

function scopeCovers(scope: Scope, path: string): boolean {
  if (scope.kind === "PLATFORM") return true;
  return scope.kind === "JURISDICTION" && (path === scope.path || path.startsWith(`${scope.path}.`));
}
