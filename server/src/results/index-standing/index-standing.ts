import type { InnovationIndex } from "@isonga/schema/innovation-index";
import { exactText, type Fraction, fraction, roundedUnits, roundHalfUp, sum } from "../../kernel/fraction.ts";
import type { InnovationIndexInstrument } from "../../programmes/innovation-index-instrument.ts";
import {
  INDEX_PARTS,
  type IndexPart,
  type PartResult,
  type RankedRow,
  type ScoredArea,
  type StandingRows,
  type UnrankedReason,
} from "../scoring.ts";
import { POINT_PLACES, SCORE_PLACES, VALUE_PLACES } from "../standing/standing-rows.ts";
import type { RegionScore, RegionSums } from "./region-sums.ts";

/** What an index standing is computed from. */
export interface IndexStandingInput {
  readonly instrument: InnovationIndexInstrument;
  readonly areas: readonly ScoredArea[];
  readonly scores: ReadonlyMap<string, RegionScore>;
  /** Subjects that the chair declared ineligible: code → reason. */
  readonly excluded: ReadonlyMap<string, string>;
}

/**
 * The standing at each level of the instrument: areas with anything handed in, by their verified index; ranks follow the rounded index, then
 * the tie-breaks. Nothing verified, or the chair's decision, keeps an area from a rank. From the programme rules, "The innovation index".
 */
export function indexStanding({ instrument, areas, scores, excluded }: IndexStandingInput): StandingRows {
  const levels = instrument.levels.map((level) => {
    const candidates = areas
      .filter((area) => area.level === level)
      .flatMap((area) => {
        const score = scores.get(area.code);
        return score ? [{ subject: area, score, reasons: reasonsOf(score, excluded.get(area.code)) }] : [];
      })
      .sort((a, b) => byCode(a.subject, b.subject));
    const scored = candidates.filter(({ reasons }) => reasons.length === 0).map((entry) => scoredOf(instrument, entry));
    return {
      level,
      ranked: rankAll(scored, instrument.tieBreaks),
      ineligible: candidates.filter(({ reasons }) => reasons.length > 0).map(({ subject, reasons }) => ({ subject, reasons })),
    };
  });
  return { levels };
}

/** The parts of an index exactly, as they are added: points, and what they bring to the score. */
export function partsOf(instrument: InnovationIndexInstrument, { figures, index }: RegionSums): readonly IndexPartExact[] {
  const divisor = Math.max(instrument.parameters.divisor, index.innovations, 1);
  const maximum = fraction(instrument.parameters.maximum);
  const highest = partMaxima(instrument);
  const sums = {
    SPD: [fraction(figures.spd), 1],
    MATURITY: [fraction(figures.maturity), divisor],
    COUNT: [fraction(index.count), 1],
  } as const;
  return INDEX_PARTS.map((part) => {
    const [numerator, denominator] = sums[part];
    const points = numerator.div(denominator);
    return { part, numerator, denominator, points, highest: highest[part], contribution: points.mul(100).div(maximum) };
  });
}

export interface IndexPartExact {
  readonly part: IndexPart;
  readonly numerator: Fraction;
  readonly denominator: number;
  /** numerator ÷ denominator. */
  readonly points: Fraction;
  /** The most points it can have. */
  readonly highest: Fraction;
  /** Points of the index: points ÷ maximum × 100. */
  readonly contribution: Fraction;
}

/** The most points each part can have: Σ weight × 3, and the cap of innovations times what one gives. */
export function partMaxima({ regional, innovation, parameters }: InnovationIndexInstrument): Readonly<Record<IndexPart, Fraction>> {
  const all = (rows: InnovationIndexInstrument["regional"]) => sum(rows.map(({ weight }) => fraction(weight))).mul(3);
  return { SPD: all(regional), MATURITY: all(innovation), COUNT: fraction(parameters.perInnovation).mul(parameters.cap) };
}

interface Candidate {
  readonly subject: ScoredArea;
  readonly score: RegionScore;
  readonly reasons: readonly UnrankedReason[];
}

interface Scored {
  readonly subject: ScoredArea;
  readonly index: InnovationIndex;
  readonly parts: readonly IndexPartExact[];
}

type TieBreak = InnovationIndexInstrument["tieBreaks"][number];

function reasonsOf({ verifiedEntries }: RegionScore, excludedFor: string | undefined): UnrankedReason[] {
  const reasons: UnrankedReason[] = verifiedEntries === 0 ? [{ code: "NOTHING_VERIFIED", values: {} }] : [];
  if (excludedFor !== undefined) reasons.push({ code: "CHAIR_DECISION", values: { reason: excludedFor } });
  return reasons;
}

function scoredOf(instrument: InnovationIndexInstrument, { subject, score }: Candidate): Scored {
  return { subject, index: score.verified.index, parts: partsOf(instrument, score.verified) };
}

function rankAll(scored: readonly Scored[], rules: readonly TieBreak[]): RankedRow[] {
  const verdict = (a: Scored, b: Scored) => (a.index.index === b.index.index ? breakTie(rules, a, b) : null);
  const order = (a: Scored, b: Scored) =>
    a.index.index === b.index.index ? (verdict(a, b)?.order ?? 0) : fraction(b.index.index).compare(fraction(a.index.index));
  const sorted = [...scored].sort((a, b) => order(a, b) || byCode(a.subject, b.subject));
  let rank = 0;
  const ranks = sorted.map((row, at) => {
    const previous = sorted[at - 1];
    if (!previous || order(previous, row) !== 0) rank = at + 1;
    return { row, rank, tieBreak: previous ? (verdict(previous, row)?.rule ?? null) : null };
  });
  const sharing = Map.groupBy(ranks, (entry) => entry.rank);
  return ranks.map(({ row, rank: place, tieBreak }) => {
    const others = (sharing.get(place) ?? []).filter((other) => other.row !== row);
    return rankedRow(row, { rank: place, tieBreak, tiedWith: others.map((other) => other.row.subject.code) });
  });
}

/** The first rule of the published list that tells two areas with the same index apart; null when none does. Neither id nor time counts. */
function breakTie(
  rules: readonly TieBreak[],
  a: Scored,
  b: Scored,
): { readonly order: number; readonly rule: RankedRow["tieBreak"] } | null {
  for (const rule of rules) {
    const order = orderBy(rule, a, b);
    if (order !== 0) return { order, rule: rule.rule === "HIGHER_PART" ? { rule: rule.rule, metric: rule.part } : { rule: rule.rule } };
  }
  return null;
}

function orderBy(rule: TieBreak, a: Scored, b: Scored): number {
  if (rule.rule === "MORE_INNOVATIONS") return b.index.innovations - a.index.innovations;
  if (rule.rule === "CHAIR_DECISION") return 0;
  const points = ({ parts }: Scored) => parts.find(({ part }) => part === rule.part)?.points ?? fraction(0);
  return points(b).compare(points(a));
}

function rankedRow({ subject, index, parts }: Scored, place: Pick<RankedRow, "rank" | "tieBreak" | "tiedWith">): RankedRow {
  const score = sum(parts.map(({ contribution }) => contribution));
  if (roundHalfUp(score, SCORE_PLACES) !== index.index) throw new Error(`the parts of ${subject.code} do not make ${index.index}`);
  return { subject, ...place, score: index.index, scoreExact: exactText(score), metrics: parts.map(partResult) };
}

/** A part as it is shown. */
export function partResult({ part, numerator, denominator, points, highest, contribution }: IndexPartExact): PartResult {
  const value = roundHalfUp(points, VALUE_PLACES);
  return {
    metric: part,
    direction: "HIGH",
    numerator: decimal(numerator),
    denominator: String(denominator),
    value,
    shrunkValue: value,
    normalised: highest.equals(0) ? "0.0000" : roundHalfUp(points.mul(100).div(highest), POINT_PLACES),
    weight: decimal(highest),
    contribution: roundHalfUp(contribution, POINT_PLACES),
    exact: { contribution: exactText(contribution) },
  };
}

/** At least two places, more where they are needed: weights have at most six. */
function decimal(value: Fraction): string {
  const two = roundedUnits(value, SCORE_PLACES);
  return fraction(two).div(100).equals(value) ? roundHalfUp(value, SCORE_PLACES) : roundHalfUp(value, VALUE_PLACES);
}

function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
