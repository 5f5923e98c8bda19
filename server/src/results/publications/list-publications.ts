import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { NodeSource } from "../../kernel/graphql/node-sources.ts";
import type { RoundState } from "../../programmes/rounds/round-states.ts";
import { loadRound, UUID } from "../load-round.ts";
import { resultsPolicy } from "../results.policy.ts";
import type { Publication } from "./publication.type.ts";

/** A round's publications for those who lead or audit it, the newest first. Refuses NOT_FOUND to others. */
export async function listPublications(ctx: Context, roundId: string): Promise<readonly Publication[]> {
  const round = await loadRound(ctx, roundId);
  return selectPublications(ctx, sql<boolean>`p.round_id = ${round.id}::uuid`);
}

/** The last publication of a round, without asking who. */
export async function latestPublication(ctx: Context, roundId: string): Promise<Publication | null> {
  const [latest] = await selectPublications(ctx, sql<boolean>`p.round_id = ${roundId}::uuid`);
  return latest ?? null;
}

/** A publication by id, or null when there is none or the actor may not see it. */
export async function findPublication(ctx: Context, id: string): Promise<Publication | null> {
  if (!UUID.test(id)) return null;
  const [found] = await selectPublications(ctx, sql<boolean>`p.id = ${id}::uuid`);
  return found && resultsPolicy.view(ctx.actor, found.round) ? found : null;
}

export const publicationNodes: NodeSource = { typename: "Publication", table: "publication", find: findPublication };

type Found = Publication & { readonly round: { readonly id: string; readonly path: string; readonly state: RoundState } };

async function selectPublications(ctx: Context, where: RawBuilder<boolean>): Promise<readonly Found[]> {
  const { rows } = await sql<
    Publication & { readonly path: string; readonly state: RoundState }
  >`select p.id, p.round_id as "roundId", p.number,
      corrected.number as "correctsNumber", correction.number as "correctedByNumber", p.reason, p.published_at as "publishedAt",
      person.name as "publishedByName", p.public_from as "publicFrom", p.public_from <= ${ctx.now()} as "isPublic", p.checksum,
      place.path::text as path, r.state
    from publication p join round r on r.id = p.round_id join jurisdiction place on place.id = r.jurisdiction_id
    left join publication corrected on corrected.id = p.corrects_id left join publication correction on correction.corrects_id = p.id
    left join person on person.id = p.published_by
    where ${where} order by p.number desc`.execute(ctx.db);
  return rows.map(({ path, state, ...row }) => ({ ...row, round: { id: row.roundId, path, state } }));
}
