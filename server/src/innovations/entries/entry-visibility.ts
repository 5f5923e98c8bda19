import { type RawBuilder, sql } from "kysely";
import { type Actor, pathsWithRole, withLent } from "../../kernel/actor.ts";
import { subtreesSql } from "../../places/jurisdiction-rows.ts";

/**
 * `entryPolicy.view` as a condition, for statements in which `e` is the entry and `place` its jurisdiction; it stands before every filter,
 * order and count. A test holds the two together.
 */
export function entryVisibleSql(asker: Actor): RawBuilder<boolean> {
  const actor = withLent(asker);
  const always = pathsWithRole(actor, "STAFF", "HEAD", "COORDINATOR", "ADMINISTRATOR", "AUDITOR");
  const handedIn = pathsWithRole(actor, "VERIFIER");
  const offices = scopesOf(actor, "AGENCY", ["STAFF", "HEAD"]);
  const rounds = scopesOf(actor, "ROUND", ["VERIFIER", "CHAIR"]);
  const everyRound = actor.grants.some(({ role, scope }) => role === "CHAIR" && scope.kind === "PLATFORM");
  const ofRound = everyRound ? sql<boolean>`true` : sql<boolean>`e.round_id = any(${rounds}::uuid[])`;
  return sql<boolean>`(${subtreesSql(always, "place")} or e.agency_id = any(${offices}::uuid[])
    or (e.state not in ('DRAFT', 'WITHDRAWN') and (${subtreesSql(handedIn, "place")} or ${ofRound})))`;
}

function scopesOf(actor: Actor, kind: "AGENCY" | "ROUND", roles: readonly string[]): string[] {
  return actor.grants.flatMap(({ role, scope }) => (roles.includes(role) && scope.kind === kind && "id" in scope ? [scope.id] : []));
}
