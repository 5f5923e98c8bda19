import { type Language, type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { placeName } from "../../places/jurisdiction-rows.ts";
import type { ResultsRound } from "../load-round.ts";
import { loadPreviousEdition } from "../previous-edition.ts";
import { resultsPolicy } from "../results.policy.ts";
import { loadRoundStanding } from "../round-standing.ts";
import type { PeerRank, PreviousIndex, RankSource } from "./region-standing.type.ts";

/** Ranks of a region's level: area id → rank. */
export type Ranks = { readonly source: RankSource; readonly ranks: ReadonlyMap<string, number> };

/** The ranks of a level that the asker may see: what is public, else the standing as it is now for who may see it; null when neither. */
export async function visibleRanks(ctx: Context, round: ResultsRound, level: string): Promise<Ranks | null> {
  const { rows } = await sql<{ id: string; rank: number }>`
    with latest as (select id from publication where round_id = ${round.id}::uuid and public_from <= ${ctx.now()} order by number desc limit 1)
    select x.jurisdiction_id as id, x.rank from published_result x join latest on latest.id = x.publication_id
    where x.level = ${level} and x.rank is not null`.execute(ctx.db);
  if (rows.length > 0) return { source: "PUBLICATION", ranks: new Map(rows.map(({ id, rank }) => [id, rank])) };
  if (!resultsPolicy.view(ctx.actor, round)) return null;
  const { standing } = await loadRoundStanding(ctx, round);
  const ranked = standing.levels.find((entry) => entry.level === level)?.ranked ?? [];
  return { source: "STANDING", ranks: new Map(ranked.map(({ subject, rank }) => [subject.id, rank])) };
}

/** A region's ranks among all, within the area above it (where the round holds more than that), and within each of its leagues. */
export async function peerRanks(ctx: Context, { round, regionId, ranks }: PeerQuery): Promise<readonly PeerRank[]> {
  const own = ranks.get(regionId);
  if (own === undefined) return [];
  const among = (kind: PeerRank["kind"], name: string | null, ids: readonly string[]): PeerRank => {
    const better = ids.filter((id) => (ranks.get(id) ?? Number.POSITIVE_INFINITY) < own).length;
    return { kind, name, rank: better + 1, count: ids.length };
  };
  const groups = await loadGroups(ctx, { round, regionId, ids: [...ranks.keys()] });
  return [
    among("ROUND", null, [...ranks.keys()]),
    ...groups.map(({ kind, ids, ...group }) => among(kind, nameOf(group, ctx.language), ids)),
  ];
}

export type PeerQuery = { readonly round: ResultsRound; readonly regionId: string; readonly ranks: Ranks["ranks"] };

/** What was published of a region in the edition before; null when it was not ranked there. */
export async function previousIndex(ctx: Context, round: ResultsRound, regionId: string): Promise<PreviousIndex | null> {
  const before = (await loadPreviousEdition(ctx, round)).get(regionId);
  if (!before) return null;
  const { rows } = await sql<{ names: LocalizedText }>`select names from round where code = ${before.round}`.execute(ctx.db);
  return { round: before.round, roundName: pickText(rows[0]?.names, ctx.language), index: before.score, rank: before.rank };
}

type Group = {
  readonly kind: "AREA" | "LEAGUE";
  readonly name: string | null;
  readonly names: LocalizedText;
  readonly ids: readonly string[];
};
type GroupQuery = { readonly round: ResultsRound; readonly regionId: string; readonly ids: readonly string[] };

async function loadGroups(ctx: Context, { round, regionId, ids }: GroupQuery): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`
    with ranked as (select j.id, j.path from jurisdiction j where j.id = any(${[...ids]}::uuid[])),
    region as (select parent.* from jurisdiction j join jurisdiction parent on parent.id = j.parent_id
      where j.id = ${regionId}::uuid and parent.path <@ ${round.path}::text::ltree and parent.path <> ${round.path}::text::ltree)
    select 'AREA' as kind, r.name, r.names, array(select id from ranked where ranked.path <@ r.path)::text[] as ids from region r
    union all
    (select 'LEAGUE' as kind, null, l.names, array(select m.jurisdiction_id from jurisdiction_league m where m.league_id = l.id
        and m.jurisdiction_id in (select id from ranked))::text[] from jurisdiction_league own join league l on l.id = own.league_id
      where own.jurisdiction_id = ${regionId}::uuid order by l.code)`.execute(ctx.db);
  return rows;
}

function nameOf({ name, names }: Pick<Group, "name" | "names">, language: Language): string {
  return name === null ? pickText(names, language) : placeName({ name, names }, language);
}
