import type { IndexFigures, InnovationIndex } from "@isonga/schema/innovation-index";
import { sumOfPoints } from "@isonga/schema/innovation-index";
import { pickText } from "@isonga/schema/languages";
import DataLoader from "dataloader";
import { sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import { type Context, memoized } from "../../kernel/context.ts";
import { type Connection, connectionFrom, keyset, type PageArgs, pageOf } from "../../kernel/graphql/connection.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { placeName } from "../../places/jurisdiction-rows.ts";
import { CLAIMED_STATES } from "../entries/entry-states.ts";
import { agencyFigures } from "./agency-figures.ts";
import { indexPolicy, indexVisibleSql, ownOfficesSql } from "./index.policy.ts";
import { type IndexRound, loadIndexRound } from "./index-round.ts";
import { listedIndices, type RegionIndex, regionIndex } from "./region-index.ts";
import type { AgencyIndex, IndexValue, RegionalIndex, RegionalLevel } from "./regional-index.type.ts";

/** A page of the areas that the round ranks and the asker may see, by code, with their indices; two statements whatever its length. */
export async function readRegionalIndices(ctx: Context, roundId: string, args: PageArgs): Promise<Connection<RegionalIndex>> {
  const round = await loadIndexRound(ctx, roundId);
  const page = pageOf(args);
  const keys = keyset(page, { columns: [sql`j.code collate "C"`, sql`j.id`] });
  const where = sql<boolean>`${indexVisibleSql(ctx.actor, round.id)} and ${keys.where}`;
  const found = await listedIndices(ctx, round, { where, order: sql`${keys.orderBy} ${keys.limit}` });
  const rows = found.map((row) => viewOf(ctx, round, row));
  return connectionFrom(rows, page, (row) => [row.code, row.jurisdictionId]);
}

/** One area's indices. Refuses NOT_FOUND for an area that does not take part or is not the asker's to see. */
export async function readRegionalIndex(ctx: Context, roundId: string, jurisdictionId: string): Promise<RegionalIndex> {
  const round = await loadIndexRound(ctx, roundId);
  const found = await regionIndex(ctx, round, checkedId(jurisdictionId, "jurisdictionId"));
  const visible = findable(found, ({ region }) => indexPolicy.viewRegion(ctx.actor, { path: region.path, roundId: round.id }));
  return viewOf(ctx, round, visible);
}

/** A page of an area's offices by rank: all of them to who may see the area's index, to an office's people their own. */
export async function readAgencyIndices(
  ctx: Context,
  { roundId, jurisdictionId }: { readonly roundId: string; readonly jurisdictionId: string },
  args: PageArgs,
): Promise<Connection<AgencyIndex>> {
  const round = await loadIndexRound(ctx, roundId);
  const { rows: places } = await sql<{ path: string }>`select path::text as path from jurisdiction
    where id = ${checkedId(jurisdictionId, "jurisdictionId")}::uuid`.execute(ctx.db);
  const { path } = findable(places[0] ?? null, () => true);
  const all = indexPolicy.viewRegion(ctx.actor, { path, roundId: round.id });
  const page = pageOf(args);
  const visible = all ? sql<boolean>`true` : ownOfficesSql(ctx.actor);
  const rows = await agencyFigures(ctx, round, { jurisdictionId, visible, page });
  const views = rows.map(({ id, ...row }) => ({ ...row, agencyId: id, name: placeName(row, ctx.language) }));
  return connectionFrom(views, page, (row) => [row.rank, row.code, row.agencyId]);
}

/** A region's own rows that are handed in, batched over regions; empty before. */
export function regionalLevelsLoader(ctx: Context, roundId: string): DataLoader<string, readonly RegionalLevel[]> {
  const loaders = memoized(ctx, regionalLevelsLoader, () => new Map<string, DataLoader<string, readonly RegionalLevel[]>>());
  const known = loaders.get(roundId) ?? new DataLoader((ids: readonly string[]) => readLevels(ctx, roundId, ids));
  loaders.set(roundId, known);
  return known;
}

async function readLevels(ctx: Context, roundId: string, ids: readonly string[]): Promise<readonly (readonly RegionalLevel[])[]> {
  const { rows } = await sql<
    RegionalLevel & { readonly region: string }
  >`select e.jurisdiction_id as region, k.indicator, k.claimed, k.verified
    from entry e join entry_claim k on k.entry_id = e.id
    where e.round_id = ${roundId}::uuid and e.kind = 'REGIONAL' and e.jurisdiction_id = any(${[...ids]}::uuid[])
      and e.state = any(${[...CLAIMED_STATES]}::text[])`.execute(ctx.db);
  return ids.map((id) => rows.filter(({ region }) => region === id));
}

function viewOf(ctx: Context, round: IndexRound, { region, figures, claimed, verified }: RegionIndex): RegionalIndex {
  return {
    claimed: indexValueOf(ctx, round, { value: claimed, figures: figures.claimed }),
    verified: indexValueOf(ctx, round, { value: verified, figures: figures.verified }),
    agencies: figures.agencies,
    regionalClaimed: figures.regional.claimed,
    regionalVerified: figures.regional.verified,
    jurisdictionId: region.id,
    roundId: round.id,
    code: region.code,
  };
}

type Valued = { readonly value: InnovationIndex; readonly figures: IndexFigures };

function indexValueOf(ctx: Context, { instrument }: IndexRound, { value, figures }: Valued): IndexValue {
  const category = instrument.parameters.categories.find(({ code }) => code === value.category);
  return {
    ...value,
    category: category ? { ...category, from: String(category.from), name: pickText(category.names, ctx.language) } : null,
    maturity: sumOfPoints([figures.maturity]),
    affairs: figures.affairs,
  };
}
