import { sql } from "kysely";
import { indexPolicy } from "../../innovations/index/index.policy.ts";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { placeName } from "../../places/jurisdiction-rows.ts";
import { findRound } from "../load-round.ts";
import { roundView } from "../read-standing.ts";
import { resultsPolicy } from "../results.policy.ts";
import type { ResultArea } from "../standing.type.ts";
import { peerRanks, previousIndex, visibleRanks } from "./peer-ranks.ts";
import type { RegionStanding } from "./region-standing.type.ts";

/** Which region: by its official code, in which round, by id or code. */
export type RegionQuery = { readonly roundId: string; readonly country: string; readonly code: string };

/**
 * Where a region stands, as far as the asker may know. Refuses NOT_FOUND for a round or region that is not there, takes no part or is not the
 * asker's to see, and WRONG_ROUND_KIND for a round that is not scored by an index.
 */
export async function readRegionStanding(ctx: Context, { roundId, country, code }: RegionQuery): Promise<RegionStanding> {
  const round = findable(await findRound(ctx, roundId), () => true);
  const place = await findPlace(ctx, { country, code, within: round.path });
  const { id, path, level } = findable(place, (found) => indexPolicy.viewRegion(ctx.actor, { path: found.path, roundId: round.id }));
  const { instrument } = round;
  if (instrument.kind !== "INNOVATION_INDEX") throw new Refusal("WRONG_ROUND_KIND", { field: "roundId" });
  if (!instrument.levels.includes(level)) throw new Refusal("NOT_FOUND", { field: "code" });
  const visible = await visibleRanks(ctx, round, level);
  const peers = visible ? await peerRanks(ctx, { round, regionId: id, ranks: visible.ranks }) : [];
  return {
    ...roundView(ctx, round),
    area: await areaOf(ctx, path),
    rankSource: visible?.source ?? null,
    peers,
    previous: await previousIndex(ctx, round, id),
    canSeeStanding: resultsPolicy.view(ctx.actor, round),
  };
}

type Place = { readonly id: string; readonly path: string; readonly level: string };
type PlaceQuery = { readonly country: string; readonly code: string; readonly within: string };

async function findPlace(ctx: Context, { country, code, within }: PlaceQuery): Promise<Place | null> {
  const { rows } = await sql<Place>`select id, path::text as path, level from jurisdiction
    where country = ${country} and code = ${code} and path <@ ${within}::text::ltree`.execute(ctx.db);
  return rows[0] ?? null;
}

async function areaOf(ctx: Context, path: string): Promise<ResultArea> {
  const { rows } = await sql<
    Omit<ResultArea, "ancestors"> & { readonly names: object }
  >`select id, code, level, name, names from jurisdiction
    where path @> ${path}::text::ltree order by nlevel(path)`.execute(ctx.db);
  const named = rows.map(({ names, ...row }) => ({ ...row, name: placeName({ name: row.name, names }, ctx.language) }));
  const own = named.pop();
  if (!own) throw new Error(`no area at ${path}`);
  return { ...own, ancestors: named };
}
