import { type RawBuilder, sql } from "kysely";
import { type Actor, pathsWithRole } from "../../kernel/actor.ts";
import { subtreesSql } from "../../places/jurisdiction-rows.ts";

/**
 * `roundPolicy.view` as a condition, for statements in which `r` is the round and `place` its jurisdiction. A test holds the two
 * together.
 */
export function roundVisibleSql(actor: Actor): RawBuilder<boolean> {
  const drafts = pathsWithRole(actor, "ADMINISTRATOR", "AUDITOR");
  const work = pathsWithRole(actor, "COORDINATOR", "STAFF", "VERIFIER");
  const scopes = actor.grants.map(({ scope }) => scope);
  const paths = scopes.flatMap((scope) => ("path" in scope ? [scope.path] : []));
  const roundsOf = (role: string) =>
    actor.grants.flatMap((grant) => (grant.role === role && grant.scope.kind === "ROUND" ? [grant.scope.id] : []));
  const platform = (role: string) => actor.grants.some((grant) => grant.role === role && grant.scope.kind === "PLATFORM");
  const judges = platform("JUDGE") ? sql<boolean>`true` : sql<boolean>`r.id = any(${roundsOf("JUDGE")}::uuid[])`;
  const chairs = platform("CHAIR") ? sql<boolean>`true` : sql<boolean>`r.id = any(${roundsOf("CHAIR")}::uuid[])`;
  return sql<boolean>`(${subtreesSql(drafts, "place")} or ${chairs} or (r.state <> 'DRAFT' and (
    ${judges} or ${subtreesSql(work, "place")} or place.path @> any(${paths}::text[]::ltree[]))))`;
}
