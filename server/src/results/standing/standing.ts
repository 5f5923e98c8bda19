import { exactText, type Fraction, fraction, roundedUnits, roundHalfUp, sum } from "../../kernel/fraction.ts";
import type { ServicePerformanceInstrument, TieBreak, WeightedMetric } from "../../programmes/service-performance-instrument.ts";
import {
  METRIC_FACTS,
  type Metric,
  type MetricRatio,
  metricRatio,
  NO_TOTALS,
  sumSubtrees,
  type Totals,
  type TotalsInput,
  toTotals,
} from "../../services/performance.ts";
import { ineligibilityOf } from "./eligibility.ts";
import { extremes, normaliseAll, overallRate, shrink } from "./normalise.ts";
import { measuredRow, metricResult, rawMetric, SCORE_PLACES, VALUE_PLACES } from "./standing-rows.ts";
import type {
  IneligibilityReason,
  IneligibleSubject,
  LevelStanding,
  MetricBenchmark,
  MetricResult,
  RankedSubject,
  Standing,
  Subject,
} from "./standing-shape.ts";
import { breakTie } from "./tie-breaks.ts";

/** What a standing is computed from. The order of areas and totals has no influence. */
export interface StandingInput {
  readonly instrument: ServicePerformanceInstrument;
  /** Every area of the round's place that is ranked, reports, or lies between. */
  readonly areas: readonly Subject[];
  /** What each reporting jurisdiction's approved and locked reports of the window and services add up to. */
  readonly totals: readonly AreaTotals[];
  /** Subjects that the chair declared ineligible: code → reason. Their figures still count for the areas above. */
  readonly excluded?: ReadonlyMap<string, string>;
}

/** A reporting jurisdiction's own sums; `expectedReports` = services × months, also where nothing was reported. */
export interface AreaTotals extends TotalsInput {
  readonly code: string;
}

/**
 * The standing at each level of the instrument. Score = Σ weight × normalised metric ÷ Σ weight, 0–100, exact until it is rounded
 * half up to two places; ranks follow the rounded score, then the tie-breaks. From the programme rules, "Service performance".
 */
export function computeStanding(input: StandingInput): Standing {
  const own = new Map(input.totals.map((totals) => [totals.code, toTotals(totals)]));
  const sums = sumSubtrees(input.areas, own);
  const levels = input.instrument.levels.map((level) => {
    const areas = input.areas.filter((area) => area.level === level);
    const candidates = areas.map((area) => candidateOf(input, area, sums.get(area.code) ?? NO_TOTALS));
    return standLevel(input.instrument, level, candidates.sort(byCode));
  });
  return { levels };
}

interface Candidate {
  readonly subject: Subject;
  readonly totals: Totals;
  readonly ratios: ReadonlyMap<Metric, MetricRatio>;
  readonly reasons: readonly IneligibilityReason[];
}

interface Scored {
  readonly candidate: Candidate;
  readonly metrics: readonly MetricResult[];
  readonly values: ReadonlyMap<Metric, Fraction>;
  readonly volume: bigint;
  readonly score: Fraction;
  readonly points: bigint;
}

interface MetricColumn {
  readonly entry: WeightedMetric;
  readonly ratios: readonly MetricRatio[];
  readonly plain: readonly Fraction[];
  readonly shrunk: readonly Fraction[];
  readonly normalised: readonly Fraction[];
}

function candidateOf({ instrument, excluded }: StandingInput, area: Subject, totals: Totals): Candidate {
  const ratios = new Map(instrument.metrics.map(({ metric }) => [metric, metricRatio(metric, totals, area.population)]));
  const { id, code, name, level, parentCode, population } = area;
  const reasons = ineligibilityOf(instrument, { totals, ratios, excludedFor: excluded?.get(code) });
  return { subject: { id, code, name, level, parentCode, population }, totals, ratios, reasons };
}

function standLevel(instrument: ServicePerformanceInstrument, level: string, candidates: readonly Candidate[]): LevelStanding {
  const eligible = candidates.filter((candidate) => candidate.reasons.length === 0);
  const columns = instrument.metrics.map((entry) => columnOf(entry, eligible));
  const totalWeight = sum(instrument.metrics.map((entry) => fraction(entry.weight)));
  const scored = eligible.map((candidate, row) => scoreOf(candidate, { row, columns, totalWeight }));
  return {
    level,
    ranked: rankAll(scored, instrument.tieBreaks),
    ineligible: candidates.filter((candidate) => candidate.reasons.length > 0).map(ineligibleSubject),
    benchmarks: columns.flatMap(benchmarkOf),
  };
}

function columnOf(entry: WeightedMetric, eligible: readonly Candidate[]): MetricColumn {
  const ratios = eligible.flatMap((candidate) => candidate.ratios.get(entry.metric) ?? []);
  const shrunk = shrink(ratios, fraction(entry.shrinkage));
  return {
    entry,
    ratios,
    plain: shrink(ratios, fraction(0)),
    shrunk,
    normalised: normaliseAll(shrunk, entry.normalise, METRIC_FACTS[entry.metric].direction),
  };
}

interface Row {
  readonly row: number;
  readonly columns: readonly MetricColumn[];
  readonly totalWeight: Fraction;
}

function scoreOf(candidate: Candidate, { row, columns, totalWeight }: Row): Scored {
  const cells = columns.map(({ entry, ratios, plain, shrunk, normalised }) => {
    const weight = fraction(entry.weight);
    const points = at(normalised, row);
    const contribution = points.mul(weight).div(totalWeight);
    return { entry, ratio: at(ratios, row), value: at(plain, row), shrunkValue: at(shrunk, row), normalised: points, contribution };
  });
  const score = sum(cells.map((cell) => cell.contribution));
  return {
    candidate,
    metrics: cells.map(metricResult),
    values: new Map(cells.map((cell) => [cell.entry.metric, cell.shrunkValue])),
    volume: candidate.totals.received,
    score,
    points: roundedUnits(score, SCORE_PLACES),
  };
}

function rankAll(scored: readonly Scored[], rules: readonly TieBreak[]): RankedSubject[] {
  const verdict = (a: Scored, b: Scored) => (a.points === b.points ? breakTie(rules, a, b) : null);
  const order = (a: Scored, b: Scored) => (a.points === b.points ? (verdict(a, b)?.order ?? 0) : a.points > b.points ? -1 : 1);
  const sorted = [...scored].sort((a, b) => order(a, b) || byCode(a.candidate, b.candidate));
  let rank = 0;
  const ranks = sorted.map((row, index) => {
    const previous = sorted[index - 1];
    if (!previous || order(previous, row) !== 0) rank = index + 1;
    return { row, rank, tieBreak: previous ? (verdict(previous, row)?.rule ?? null) : null };
  });
  const sharing = new Map<number, string[]>();
  for (const { row, rank: place } of ranks) sharing.set(place, [...(sharing.get(place) ?? []), row.candidate.subject.code]);
  return ranks.map(({ row, rank: place, tieBreak }) => {
    const tiedWith = (sharing.get(place) ?? []).filter((code) => code !== row.candidate.subject.code);
    return rankedSubject(row, { rank: place, tieBreak, tiedWith });
  });
}

function rankedSubject(row: Scored, place: Pick<RankedSubject, "rank" | "tieBreak" | "tiedWith">): RankedSubject {
  return {
    ...measuredRow(row.candidate.subject, row.candidate.totals),
    ...place,
    score: roundHalfUp(row.score, SCORE_PLACES),
    scoreExact: exactText(row.score),
    metrics: row.metrics,
  };
}

function ineligibleSubject(candidate: Candidate): IneligibleSubject {
  const values = [...candidate.ratios].map(([metric, ratio]) => rawMetric(metric, ratio));
  return { ...measuredRow(candidate.subject, candidate.totals), reasons: candidate.reasons, values };
}

function benchmarkOf({ entry, ratios, shrunk }: MetricColumn): MetricBenchmark[] {
  const ends = extremes(shrunk);
  if (!ends) return [];
  const overall = METRIC_FACTS[entry.metric].isRate ? roundHalfUp(overallRate(ratios), VALUE_PLACES) : null;
  const [lowest, highest] = [roundHalfUp(ends.lowest, VALUE_PLACES), roundHalfUp(ends.highest, VALUE_PLACES)];
  return [{ metric: entry.metric, overall, shrinkage: String(entry.shrinkage), lowest, highest }];
}

function at<T>(column: readonly T[], row: number): T {
  const value = column[row];
  if (value === undefined) throw new Error(`no row ${row}`);
  return value;
}

function byCode(a: { readonly subject: Subject }, b: { readonly subject: Subject }): number {
  return a.subject.code < b.subject.code ? -1 : a.subject.code > b.subject.code ? 1 : 0;
}
