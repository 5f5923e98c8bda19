import { type InnovationIndex, innovationIndex } from "@isonga/schema/innovation-index";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { RegionChoice } from "./counted-sql.ts";
import { type IndexRound, indexParametersOf } from "./index-round.ts";
import { keptFigures } from "./kept-figures.ts";
import { type RegionFigures, regionFigures } from "./region-figures.ts";

/** An area with the sums (`figures`) and both indices that follow from them. */
export type RegionIndex = {
  readonly region: Pick<RegionFigures, "id" | "code" | "level" | "name" | "names" | "path">;
  readonly figures: RegionFigures;
  readonly claimed: InnovationIndex;
  readonly verified: InnovationIndex;
};

/**
 * Both indices of every area of the instrument's levels that handed anything in (its own rows or an innovation), by code. Permission is the
 * caller's to ask.
 */
export async function regionIndices(ctx: Context, round: IndexRound): Promise<readonly RegionIndex[]> {
  const all = await chosenIndices(ctx, round, { where: sql<boolean>`true` });
  return all.filter(({ figures }) => figures.regional.claimed || figures.claimed.innovations > 0);
}

/** Both indices of one area, zeros before anything is handed in; null for an area that does not take part. Permission is the caller's. */
export async function regionIndex(ctx: Context, round: IndexRound, jurisdictionId: string): Promise<RegionIndex | null> {
  const [found] = await chosenIndices(ctx, round, { where: sql<boolean>`j.id = ${jurisdictionId}::uuid` });
  return found ?? null;
}

/** Both indices of the chosen areas, also of those without entries, in the order asked. Permission is the caller's. */
async function chosenIndices(ctx: Context, round: IndexRound, choice: RegionChoice): Promise<readonly RegionIndex[]> {
  return indicesOf(round, await regionFigures(ctx, round, choice));
}

/** The same from what is kept of areas that did not change. */
export async function listedIndices(ctx: Context, round: IndexRound, choice: RegionChoice): Promise<readonly RegionIndex[]> {
  return indicesOf(round, await keptFigures(ctx, round, choice));
}

function indicesOf({ instrument }: IndexRound, figures: readonly RegionFigures[]): readonly RegionIndex[] {
  const parameters = indexParametersOf(instrument);
  return figures.map((row) => ({
    region: { id: row.id, code: row.code, level: row.level, name: row.name, names: row.names, path: row.path },
    figures: row,
    claimed: innovationIndex(parameters, row.claimed),
    verified: innovationIndex(parameters, row.verified),
  }));
}
