import { sql } from "kysely";
import { hasRole, pathsWithRole } from "../../kernel/actor.ts";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { subtreesSql } from "../../places/jurisdiction-rows.ts";
import { findRound } from "../../programmes/rounds/list-rounds.ts";
import type { RoundState } from "../../programmes/rounds/round-states.ts";
import { mayDraw } from "./may-draw.ts";
import { readSample } from "./read-sample.ts";
import type { Sampling } from "./sample.type.ts";

/** The sample of a round, for whoever sees the round. Refuses NOT_FOUND to everybody else. */
export async function readSampling(ctx: Context, roundId: string): Promise<Sampling> {
  const round = findable(await findRound(ctx, { id: checkedId(roundId, "roundId") }), () => true);
  const mine = subtreesSql(pathsWithRole(ctx.actor, "COORDINATOR"), "place");
  const { rows } = await sql<{
    drawable: number;
    acceptable: number;
    state: RoundState;
    path: string;
  }>`select round.state, held.path::text as path,
      count(e.id)::int as drawable, count(e.id) filter (where ${mine} and not e.sampled)::int as acceptable
    from round join jurisdiction held on held.id = round.jurisdiction_id
      left join (entry e join jurisdiction place on place.id = e.jurisdiction_id)
        on e.round_id = round.id and e.kind = 'INNOVATION' and e.state = 'CHECKED'
    where round.id = ${round.id}::uuid group by round.id, held.id`.execute(ctx.db);
  const { drawable, acceptable, state, path } = findable(rows[0], () => true);
  const sample = await readSample(ctx, round.id);
  const goesOn = state === "OPEN" || state === "DECIDING";
  const draws = mayDraw(ctx.actor, { id: round.id, path, state });
  return {
    id: round.id,
    sample,
    drawable: draws ? drawable : 0,
    acceptable: sample ? acceptable : 0,
    viewerCan: {
      draw: goesOn && sample === null && drawable > 0 && draws,
      accept: goesOn && sample !== null && acceptable > 0 && hasRole(ctx.actor, "COORDINATOR"),
    },
  };
}
