import {
  type IndexFigures,
  type IndexRow,
  type InnovationIndex,
  innovationIndex,
  levelsOfDigits,
  maturityOf,
  sumOfPoints,
} from "@isonga/schema/innovation-index";
import type { PublishedEntries, PublishedIndexFigures, PublishedLevels } from "@isonga/schema/published-index";
import { indexParametersOf, indexRowsOf } from "../../innovations/index/index-round.ts";
import type { RegionIndex } from "../../innovations/index/region-index.ts";
import type { InnovationIndexInstrument } from "../../programmes/innovation-index-instrument.ts";

/** A region's index by one set of levels, with the sums it follows from. */
export interface RegionSums {
  readonly figures: IndexFigures;
  readonly index: InnovationIndex;
}

/** Both indices of a region, and how many of its entries were handed in and verified. */
export interface RegionScore {
  readonly claimed: RegionSums;
  readonly verified: RegionSums;
  readonly handedIn: number;
  readonly verifiedEntries: number;
}

/** Both indices of every region with an entry, by its code. The order of entries has no influence. */
export function scoreRegions(instrument: InnovationIndexInstrument, entries: PublishedEntries): ReadonlyMap<string, RegionScore> {
  const rules: Rules = {
    parameters: indexParametersOf(instrument),
    regional: indexRowsOf(instrument.regional),
    innovation: indexRowsOf(instrument.innovation),
  };
  const own = new Map(entries.regional.map((entry) => [entry.code, entry]));
  const innovations = Map.groupBy(entries.innovations, ({ code }) => code);
  const codes = [...new Set([...own.keys(), ...innovations.keys()])];
  return new Map(codes.map((code) => [code, scoreOf(rules, own.get(code) ?? null, innovations.get(code) ?? [])]));
}

/** The same from sums that the database made: of every region with an entry. */
export function scoresOfFigures(regions: readonly RegionIndex[]): ReadonlyMap<string, RegionScore> {
  return new Map(
    regions.map(({ region, figures, claimed, verified }) => {
      const { regional } = figures;
      return [
        region.code,
        {
          claimed: { figures: figures.claimed, index: claimed },
          verified: { figures: figures.verified, index: verified },
          handedIn: claimed.innovations + (regional.claimed ? 1 : 0),
          verifiedEntries: verified.innovations + (regional.verified ? 1 : 0),
        },
      ];
    }),
  );
}

/** An index with the names of its category. */
export function namedIndex(instrument: InnovationIndexInstrument, index: InnovationIndex): PublishedIndexFigures {
  return { ...index, categoryNames: instrument.parameters.categories.find(({ code }) => code === index.category)?.names ?? null };
}

interface Rules {
  readonly parameters: Parameters<typeof innovationIndex>[0];
  readonly regional: readonly IndexRow[];
  readonly innovation: readonly IndexRow[];
}

function scoreOf(rules: Rules, own: PublishedLevels | null, innovations: PublishedEntries["innovations"]): RegionScore {
  const verified = innovations.filter((entry) => entry.verified !== null);
  return {
    claimed: sumsOf(
      rules,
      own?.claimed ?? null,
      innovations.map(({ claimed, affairs }) => ({ digits: claimed, affairs })),
    ),
    verified: sumsOf(
      rules,
      own?.verified ?? null,
      verified.map((entry) => ({ digits: entry.verified ?? "", affairs: entry.affairs })),
    ),
    handedIn: innovations.length + (own ? 1 : 0),
    verifiedEntries: verified.length + (own && own.verified !== null ? 1 : 0),
  };
}

type Innovation = { readonly digits: string; readonly affairs: readonly string[] };

function sumsOf({ parameters, regional, innovation }: Rules, spd: string | null, innovations: readonly Innovation[]): RegionSums {
  const figures: IndexFigures = {
    spd: spd === null ? "0" : pointsOf(regional, spd),
    maturity: sumOfPoints(innovations.map(({ digits }) => pointsOf(innovation, digits))),
    innovations: innovations.length,
    affairs: [...new Set(innovations.flatMap(({ affairs }) => affairs))].sort(),
  };
  return { figures, index: innovationIndex(parameters, figures) };
}

function pointsOf(rows: readonly IndexRow[], digits: string): string {
  const levels = levelsOfDigits(rows, digits);
  if (!levels) throw new Error(`${digits} is not one level of 0 to 3 for each of ${rows.length} rows`);
  return maturityOf(rows, levels);
}
