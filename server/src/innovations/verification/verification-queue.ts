import { type RawBuilder, sql } from "kysely";
import { type Actor, pathsWithRole, withLent } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { connectionFrom, keyset, type PageArgs, pageOf } from "../../kernel/graphql/connection.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { subtreesSql } from "../../places/jurisdiction-rows.ts";
import type { VerificationTask, VerificationTaskConnection } from "./verification.type.ts";

/** A page of the queue, of one round or of all. */
export type QueueArgs = PageArgs & { readonly roundId?: string | null };

/**
 * Entries with the verifiers that wait for the asker, longest held first, in one statement: a verifier's with rows they have said nothing of
 * (or all of them settled, so that the verification can be ended), a coordinator's with rows on which two verifiers differ.
 */
export async function verificationQueue(ctx: Context, args: QueueArgs): Promise<VerificationTaskConnection> {
  const page = pageOf(args);
  const keys = keyset(page, { columns: [sql`held_since`, sql`id`] });
  const { rows } = await sql<VerificationTask>`with task as (${tasksSql(ctx, args.roundId ?? null)})
    select id, held_since as "heldSince", claimed, waiting from task where (waiting > 0 or ready) and ${keys.where}
    ${keys.orderBy} ${keys.limit}`.execute(ctx.db);
  return connectionFrom(rows, page, (row) => [row.heldSince, row.id]) as VerificationTaskConnection;
}

/** How many entries wait for the asker in {@link verificationQueue}. */
export async function countVerificationQueue(ctx: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${tasksSql(ctx, null)}) task
    where waiting > 0 or ready`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

function tasksSql(ctx: Context, roundId: string | null): RawBuilder<unknown> {
  const me = ctx.actor.id;
  const inRound = roundId === null ? sql`true` : sql`e.round_id = ${checkedId(roundId, "roundId")}::uuid`;
  const { verifies, coordinates } = reachOf(ctx.actor);
  return sql`select e.id, e.held_since::text as held_since, count(c.indicator)::int as claimed,
      count(c.indicator) filter (where c.verified is null and case
        when said.both_in then not said.mine
        else reach.verifies and not said.mine end)::int as waiting,
      reach.verifies and count(c.indicator) filter (where c.verified is null) = 0 as ready
    from entry e join jurisdiction place on place.id = e.jurisdiction_id join round on round.id = e.round_id
      cross join lateral (select ${verifies} as verifies) reach
      left join entry_claim c on c.entry_id = e.id and c.claimed > 0
      left join lateral (select count(*) filter (where v.part <> 'SETTLEMENT') = 2 as both_in,
          coalesce(bool_or(v.verifier_id = ${me}::uuid), false) as mine
        from verification v where v.entry_id = e.id and v.indicator = c.indicator and v.superseded_at is null) said on true
    where e.state = 'CHECKED' and round.state in ('OPEN', 'DECIDING') and ${inRound} and (reach.verifies or ${coordinates})
      and (e.sampled or e.kind = 'REGIONAL' or not exists (select 1 from verification_sample s where s.round_id = e.round_id))
    group by e.id, reach.verifies`;
}

/** Where the actor verifies, and where they settle what verifiers said differently. */
function reachOf(asker: Actor): { readonly verifies: RawBuilder<boolean>; readonly coordinates: RawBuilder<boolean> } {
  const actor = withLent(asker);
  const rounds = actor.grants.flatMap(({ role, scope }) => (role === "VERIFIER" && scope.kind === "ROUND" ? [scope.id] : []));
  return {
    verifies: sql<boolean>`(${subtreesSql(pathsWithRole(actor, "VERIFIER"), "place")} or e.round_id = any(${rounds}::uuid[]))`,
    coordinates: subtreesSql(pathsWithRole(actor, "COORDINATOR"), "place"),
  };
}
