import { type RawBuilder, sql } from "kysely";
import { type Actor, pathsWithRole, type Role, withLent } from "../../kernel/actor.ts";
import { subtreesSql } from "../../places/jurisdiction-rows.ts";
import { ENTRY_KINDS, ENTRY_STATES, holderOf } from "../entries/entry-states.ts";

/** The parties that hold entries, in the order of custody. */
export const HOLDER_ROLES = ["STAFF", "HEAD", "COORDINATOR", "VERIFIER"] as const satisfies readonly Role[];

/** The condition that this role has to act next, for statements in which `e` is the entry; null: that nobody has. */
export function holderSql(role: Role | null): RawBuilder<boolean> {
  const conditions = ENTRY_KINDS.map((kind) => {
    const states = ENTRY_STATES.filter((state) => holderOf(kind, state) === role);
    return sql<boolean>`(e.kind = ${kind} and e.state = any(${states}))`;
  });
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

/** The condition that the actor is one of those who have to act next; `place` is the entry's jurisdiction. */
export function heldByActorSql(asker: Actor): RawBuilder<boolean> {
  const actor = withLent(asker);
  const conditions = HOLDER_ROLES.map((role) => sql<boolean>`(${holderSql(role)} and ${coveredSql(actor, role)})`);
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

function coveredSql(actor: Actor, role: (typeof HOLDER_ROLES)[number]): RawBuilder<boolean> {
  if (role !== "STAFF") return scopeSql(actor, role);
  // What a head has begun is theirs to finish; their staff's drafts are their staff's.
  return sql<boolean>`(${scopeSql(actor, "STAFF")} or (e.created_by = ${actor.id}::uuid and ${scopeSql(actor, "HEAD")}))`;
}

function scopeSql(actor: Actor, role: Role): RawBuilder<boolean> {
  const scopes = (kind: "AGENCY" | "ROUND") =>
    actor.grants.flatMap((grant) => (grant.role === role && grant.scope.kind === kind ? [grant.scope.id] : []));
  const places = subtreesSql(pathsWithRole(actor, role), "place");
  return sql<boolean>`(${places} or e.agency_id = any(${scopes("AGENCY")}::uuid[]) or e.round_id = any(${scopes("ROUND")}::uuid[]))`;
}
