import { type RawBuilder, sql } from "kysely";
import { type Actor, pathsWithRole, type Role, withLent } from "../../kernel/actor.ts";
import { subtreesSql } from "../../places/jurisdiction-rows.ts";

/**
 * `roundPolicy.view` as a condition, for statements in which `r` is the round and `place` its jurisdiction. A test holds the two
 * together.
 */
export function roundVisibleSql(asker: Actor): RawBuilder<boolean> {
  const actor = withLent(asker);
  const drafts = pathsWithRole(actor, "ADMINISTRATOR", "AUDITOR");
  const work = pathsWithRole(actor, "COORDINATOR", "HEAD", "STAFF", "VERIFIER");
  const scopes = actor.grants.map(({ scope }) => scope);
  const paths = scopes.flatMap((scope) => ("path" in scope ? [scope.path] : []));
  const judges = ofRoundSql(actor, "JUDGE", "VERIFIER");
  const chairs = ofRoundSql(actor, "CHAIR");
  return sql<boolean>`(${subtreesSql(drafts, "place")} or ${chairs} or (r.state <> 'DRAFT' and (
    ${judges} or ${subtreesSql(work, "place")} or place.path @> any(${paths}::text[]::ltree[]))))`;
}

/** `hasRoleForRound` as a condition on `r`. */
function ofRoundSql(actor: Actor, ...roles: readonly Role[]): RawBuilder<boolean> {
  const scopes = actor.grants.flatMap(({ role, scope }) => (roles.includes(role) ? [scope] : []));
  if (scopes.some(({ kind }) => kind === "PLATFORM")) return sql<boolean>`true`;
  const rounds = scopes.flatMap((scope) => (scope.kind === "ROUND" ? [scope.id] : []));
  return sql<boolean>`r.id = any(${rounds}::uuid[])`;
}
