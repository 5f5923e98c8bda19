import type { LocalizedText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import data from "./countries.json" with { type: "json" };

/** A level of a country's tree: data, so that another country needs no code. Position 0 is the country itself. */
export type LevelRow = {
  readonly country: string;
  readonly code: string;
  readonly position: number;
  readonly names: LocalizedText;
  readonly keySystem: string;
};

/** A country whose levels the platform brings along. */
export type KnownCountry = {
  readonly code: string;
  readonly name: string;
  readonly names: LocalizedText;
  readonly levels: readonly LevelRow[];
};

/** The countries that come with the platform; others come with an import's own levels. */
export const KNOWN_COUNTRIES: readonly KnownCountry[] = data.countries.map((country) => ({
  ...country,
  levels: country.levels.map((level, position) => ({ ...level, country: country.code, position })),
}));

/** The leagues that come with the platform. */
export const KNOWN_LEAGUES: readonly { readonly code: string; readonly names: LocalizedText }[] = data.leagues;

/** The levels in the database, of these countries or of all, from the country down. */
export async function levelsOf(ctx: Context, countries?: readonly string[]): Promise<readonly LevelRow[]> {
  const { rows } = await sql<LevelRow>`select country, code, position, names, key_system as "keySystem" from area_level
    where ${countries ? sql<boolean>`country = any(${[...countries]}::text[])` : sql<boolean>`true`} order by country, position`.execute(
    ctx.db,
  );
  return rows;
}
