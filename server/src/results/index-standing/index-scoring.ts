import type { PublishedEntries } from "@isonga/schema/published-index";
import { VERIFIED_STATES } from "../../innovations/entries/entry-states.ts";
import { regionIndices } from "../../innovations/index/region-index.ts";
import type { Context } from "../../kernel/context.ts";
import { fraction, roundHalfUp } from "../../kernel/fraction.ts";
import { type InnovationIndexInstrument, innovationIndexInstrument } from "../../programmes/innovation-index-instrument.ts";
import { applyTieOrder, tieOrderOf } from "../decisions/tie-decisions.ts";
import { inputsDigest } from "../inputs-digest.ts";
import { loadPlaces, type PlaceInputs } from "../load-places.ts";
import type { ResultsRound } from "../load-round.ts";
import {
  type AreaFacts,
  INDEX_PARTS,
  type PartFigures,
  type Rulings,
  type ScorePart,
  type Scoring,
  type ScoringToKeep,
} from "../scoring.ts";
import { POINT_PLACES, SCORE_PLACES } from "../standing/standing-rows.ts";
import { loadIndexEntries } from "./index-entries.ts";
import { type IndexPartExact, indexStanding, partMaxima, partResult, partsOf } from "./index-standing.ts";
import { indexWhy } from "./index-why.ts";
import { namedIndex, type RegionScore, scoreRegions, scoresOfFigures } from "./region-sums.ts";

export type IndexScope = Omit<ResultsRound, "instrument"> & { readonly instrument: InnovationIndexInstrument };

/** What an index standing is computed from. */
export interface IndexInputs extends PlaceInputs {
  readonly entries: PublishedEntries;
}

/** An innovation index as results see it, from sums that the database makes of the entries as they are now. */
export async function loadIndexScoring(ctx: Context, scope: IndexScope, rulings: Rulings): Promise<Scoring> {
  const places = await loadIndexPlaces(ctx, scope);
  const scores = scoresOfFigures(await regionIndices(ctx, scope));
  return indexScoring({ instrument: scope.instrument, places, scores }, rulings);
}

/** The same from the levels of every entry, which a publication keeps: more to read, the same figures. */
export async function loadIndexScoringToKeep(ctx: Context, scope: IndexScope, rulings: Rulings): Promise<ScoringToKeep> {
  const places = await loadIndexPlaces(ctx, scope);
  return scoringToKeep(scope.instrument, { ...places, entries: await loadIndexEntries(ctx, scope) }, rulings);
}

/** The same from entries at hand, as a publication keeps them; its definition is checked. */
export function indexScoringOf(definition: unknown, inputs: IndexInputs, rulings: Rulings): ScoringToKeep {
  return scoringToKeep(innovationIndexInstrument.parse(definition), inputs, rulings);
}

function loadIndexPlaces(ctx: Context, { country, path, instrument, days }: IndexScope): Promise<PlaceInputs> {
  const today = ctx.now().toISOString().slice(0, 10);
  const { first, last } = days ?? { first: today, last: today };
  return loadPlaces(ctx, { country, path, downTo: instrument.levels, from: first, until: dayAfter(last) });
}

function scoringToKeep(instrument: InnovationIndexInstrument, inputs: IndexInputs, rulings: Rulings): ScoringToKeep {
  const { areas, entries } = inputs;
  const scoring = indexScoring({ instrument, places: inputs, scores: scoreRegions(instrument, entries) }, rulings);
  return {
    ...scoring,
    inputs: () => {
      const digest = inputsDigest({ definition: instrument, areas, entries, ...rulings });
      return { digest, services: [], ...scoring.counted, areas, totals: [], entries, ...rulings };
    },
  };
}

interface Scored {
  readonly instrument: InnovationIndexInstrument;
  readonly places: PlaceInputs;
  readonly scores: ReadonlyMap<string, RegionScore>;
}

function indexScoring({ instrument, places, scores }: Scored, rulings: Rulings): Scoring {
  const excluded = new Map(rulings.excluded.map(({ code, reason }) => [code, reason]));
  const untied = indexStanding({ instrument, areas: places.areas, scores, excluded });
  const standing = applyTieOrder(instrument, untied, tieOrderOf(rulings.ties));
  return {
    places,
    untied,
    standing,
    parts: scoreParts(instrument),
    method: {
      score: "INNOVATION_INDEX",
      scorePlaces: SCORE_PLACES,
      rounding: "HALF_UP",
      countedStates: VERIFIED_STATES,
    },
    window: null,
    counted: countedOf(scores),
    benchmarks: () => [],
    facts: (code) => factsOf(instrument, scores.get(code), code),
    why: (code) => {
      const score = scores.get(code);
      return score ? indexWhy(instrument, score, excluded.has(code)) : null;
    },
  };
}

function scoreParts(instrument: InnovationIndexInstrument): ScorePart[] {
  const highest = partMaxima(instrument);
  const maximum = fraction(instrument.parameters.maximum);
  return INDEX_PARTS.map((metric) => ({
    metric,
    direction: "HIGH",
    weight: roundHalfUp(highest[metric], SCORE_PLACES),
    maximum: roundHalfUp(highest[metric].mul(100).div(maximum), SCORE_PLACES),
  }));
}

function factsOf(instrument: InnovationIndexInstrument, score: RegionScore | undefined, code: string): AreaFacts {
  if (!score) throw new Error(`${code} is not part of the standing`);
  const { handedIn, verifiedEntries, claimed, verified } = score;
  const share = handedIn === 0 ? fraction(0) : fraction(verifiedEntries).div(handedIn);
  return {
    totals: null,
    completeness: { approved: verifiedEntries, expected: handedIn, share: roundHalfUp(share, POINT_PLACES) },
    volume: verified.index.innovations,
    values: partsOf(instrument, verified).map(partFigures),
    index: { claimed: namedIndex(instrument, claimed.index), verified: namedIndex(instrument, verified.index) },
  };
}

function partFigures(part: IndexPartExact): PartFigures {
  const { metric, direction, numerator, denominator, value } = partResult(part);
  return { metric, direction, numerator, denominator, value };
}

function countedOf(scores: ReadonlyMap<string, RegionScore>): Scoring["counted"] {
  let [approvedReports, expectedReports] = [0, 0];
  for (const { handedIn, verifiedEntries } of scores.values()) {
    approvedReports += verifiedEntries;
    expectedReports += handedIn;
  }
  return { approvedReports, expectedReports };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
