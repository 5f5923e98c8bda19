import { type RawBuilder, sql } from "kysely";
import { type Actor, hasRoleAt, hasRoleForRound, pathsWithRole, type Role } from "../../kernel/actor.ts";
import { subtreesSql } from "../../places/jurisdiction-rows.ts";

/** Whose figures, in which round. `path` is the dotted path of the region. */
export type IndexFacts = { readonly path: string; readonly roundId: string };

const AT_PLACE: readonly Role[] = ["STAFF", "HEAD", "COORDINATOR", "ADMINISTRATOR", "AUDITOR", "VERIFIER"];
const FOR_ROUND: readonly Role[] = ["CHAIR", "VERIFIER"];

/** Who may see an index that is not published. The same rule in SQL: {@link indexVisibleSql}. */
export const indexPolicy = {
  /** Whoever works for the whole region or above it, and who verifies or decides the round. An office's people see their office only. */
  viewRegion: (actor: Actor, { path, roundId }: IndexFacts): boolean =>
    hasRoleAt(actor, path, ...AT_PLACE) || hasRoleForRound(actor, roundId, ...FOR_ROUND),
};

/** `indexPolicy.viewRegion` as a condition on the area under this alias. */
export function indexVisibleSql(actor: Actor, roundId: string, alias = "j"): RawBuilder<boolean> {
  if (hasRoleForRound(actor, roundId, ...FOR_ROUND)) return sql<boolean>`true`;
  return subtreesSql(pathsWithRole(actor, ...AT_PLACE), alias);
}

/** Offices whose row the actor may see even where the region's figures are not theirs to see. */
export function ownOfficesSql(actor: Actor): RawBuilder<boolean> {
  const offices = actor.grants.flatMap(({ role, scope }) =>
    (role === "STAFF" || role === "HEAD") && scope.kind === "AGENCY" ? [scope.id] : [],
  );
  return sql<boolean>`a.id = any(${offices}::uuid[])`;
}
