/**
 * A judge's scorecard as data and as arithmetic, the same in the browser (what-if) and on the server (standing). Exact throughout; only a
 * score that is shown is rounded, half up to two places, and only then ranked. Source of the formulas: the programme rules, "Judging".
 */
import {
  add,
  compare,
  divide,
  type Exact,
  isExact,
  multiply,
  type Ratio,
  ratio,
  ratioText,
  roundHalfUp,
  subtract,
  total,
  ZERO,
} from "./ratio.ts";

/** A decimal as an instrument writes it: a whole number, or text. Not negative for weights. */
export type Decimal = number | string;

/** What a judge marks, as far as the arithmetic goes: marks are min, min + step, … up to max. */
export type ScorecardCriterion = {
  readonly code: string;
  readonly weight: Decimal;
  readonly min: Decimal;
  readonly max: Decimal;
  readonly step: Decimal;
  /** false: marked and shown, no part of the score. */
  readonly ranking: boolean;
};

/** Marks by code of their criterion; one that is missing or null is not given. */
export type Marks = Readonly<Record<string, Decimal | null | undefined>>;

/** One judge's marks on one entry. */
export type MarkedCard = { readonly entryId: string; readonly judgeId: string; readonly marks: Marks };

/** One judge's score of one entry, 0 to 100, exact. */
export type ScoredCard = { readonly entryId: string; readonly judgeId: string; readonly score: Ratio };

/** PLAIN: the mean of all cards. TRIMMED: from {@link TRIMMED_FROM} cards on without one highest and one lowest; below that, plain. */
export type MeanKind = "PLAIN" | "TRIMMED";

/** The fewest cards of which the highest and the lowest may be dropped. */
export const TRIMMED_FROM = 5;

/** Places of a score that is shown, and by which it is ranked. */
export const SCORE_PLACES = 2;

/** A stage's part in the final score. `score`: of the entry in that stage, 0 to 100; null when it has none. */
export type StageScore = { readonly weight: Decimal; readonly score: Exact | null };

/** An entry in a standing. Score and rank are null for one without a scored card. */
export type ScoreStanding = {
  readonly entryId: string;
  readonly cards: number;
  /** Two places, half up. */
  readonly score: string | null;
  /** 1, 2, 2, 4 by the score as shown; ties are not broken here. */
  readonly rank: number | null;
};

/** Cards to be ranked: `entryIds` names those that stand in it, with or without cards. */
export type ScoringInput = {
  readonly criteria: readonly ScorecardCriterion[];
  readonly entryIds: readonly string[];
  readonly cards: readonly MarkedCard[];
  readonly mean: MeanKind;
};

/** A standing under other weights beside what it is. `moved`: places gained (above 0) or lost; null where either rank is missing. */
export type WhatIfStanding = ScoreStanding & {
  readonly scoreNow: string | null;
  readonly rankNow: number | null;
  readonly moved: number | null;
};

/** Whether a mark (decimal text) is within the criterion's scale and on its step. Text that is no decimal is none. */
export function isMark(criterion: Pick<ScorecardCriterion, "min" | "max" | "step">, value: string): boolean {
  if (value.includes("/") || !isExact(value)) return false;
  const [mark, min] = [ratio(value), ratio(criterion.min)];
  if (compare(mark, min) < 0 || compare(mark, ratio(criterion.max)) > 0) return false;
  return divide(subtract(mark, min), ratio(criterion.step)).d === 1n;
}

/** Whether a criterion has a part in the score: it ranks, and its weight is above 0. */
export function counts(criterion: ScorecardCriterion): boolean {
  return criterion.ranking && ratio(criterion.weight).n > 0n;
}

/** (mark − min) ÷ (max − min), exact: 0 at the foot of the scale, 1 at its head. */
export function markShare(criterion: ScorecardCriterion, mark: Decimal): Ratio {
  const min = ratio(criterion.min);
  return divide(subtract(ratio(mark), min), subtract(ratio(criterion.max), min));
}

/**
 * Σ w·(mark − min) ÷ (max − min) ÷ Σ w × 100 over the ranking criteria, exact. A criterion of weight 0 has no part and needs no mark. Null
 * when one that counts has no mark, or none counts. Whether a mark is on its scale is {@link isMark}'s to say.
 */
export function cardScore(criteria: readonly ScorecardCriterion[], marks: Marks): Ratio | null {
  return cardScorer(criteria)(marks);
}

/**
 * {@link cardScore} for many cards: the rubric is read once (a criterion's points for a step of 1 are 100·w ÷ (max − min) ÷ Σ w), and what a
 * mark gives is worked out once, since a scale has few marks.
 */
export function cardScorer(criteria: readonly ScorecardCriterion[]): (marks: Marks) => Ratio | null {
  const counting = criteria.filter(counts);
  const weights = total(counting.map(({ weight }) => ratio(weight)));
  const parts = counting.map(({ code, weight, min, max }) => {
    const range = subtract(ratio(max), ratio(min));
    const points = divide(multiply(ratio(weight), ratio(100)), multiply(range, weights));
    const given = new Map<Decimal, Ratio>();
    const pointsOf = (mark: Decimal): Ratio => {
      const known = given.get(mark) ?? multiply(points, subtract(ratio(mark), ratio(min)));
      given.set(mark, known);
      return known;
    };
    return { code, pointsOf };
  });
  return (marks) => {
    let score = ZERO;
    for (const { code, pointsOf } of parts) {
      const mark = marks[code];
      if (mark === null || mark === undefined) return null;
      score = add(score, pointsOf(mark));
    }
    return parts.length === 0 ? null : score;
  };
}

/** Cards with their scores, in the order given; those without a score (see {@link cardScore}) are left out. */
export function scoreCards(criteria: readonly ScorecardCriterion[], cards: readonly MarkedCard[]): readonly ScoredCard[] {
  const scoreOf = cardScorer(criteria);
  return cards.flatMap(({ entryId, judgeId, marks }) => {
    const score = scoreOf(marks);
    return score ? [{ entryId, judgeId, score }] : [];
  });
}

/** The plain mean, exact; null of nothing. */
export function meanScore(scores: readonly Ratio[]): Ratio | null {
  return scores.length === 0 ? null : divide(total(scores), ratio(scores.length));
}

/** The mean without one highest and one lowest; of fewer than {@link TRIMMED_FROM} the plain mean. Null of nothing. */
export function trimmedMean(scores: readonly Ratio[]): Ratio | null {
  if (scores.length < TRIMMED_FROM) return meanScore(scores);
  return meanScore([...scores].sort(compare).slice(1, -1));
}

/** An entry's score from its cards, by the kind of mean its stage has. */
export function entryScore(kind: MeanKind, scores: readonly Ratio[]): Ratio | null {
  return kind === "TRIMMED" ? trimmedMean(scores) : meanScore(scores);
}

/** A score as it is shown and ranked: two places, half up. */
export function shownScore(score: Ratio): string {
  return roundHalfUp(score, SCORE_PLACES);
}

/** Ranks 1, 2, 2, 4 of scores (higher is better) in the order given. Round first: what is given is compared as it is. Null has no rank. */
export function ranksOf(scores: readonly (Exact | null)[]): readonly (number | null)[] {
  const ratios = scores.map((score) => (score === null ? null : ratio(score)));
  const ordered = ratios.filter((score) => score !== null).sort((a, b) => compare(b, a));
  const first = new Map<string, number>();
  for (const [position, score] of ordered.entries()) if (!first.has(ratioText(score))) first.set(ratioText(score), position + 1);
  return ratios.map((score) => (score === null ? null : (first.get(ratioText(score)) ?? null)));
}

/**
 * Σ weight × score ÷ Σ weight over the stages, exact. A stage of weight 0 only decided who goes on and needs no score. Null when one that
 * counts has none, or none counts.
 */
export function finalScore(stages: readonly StageScore[]): Ratio | null {
  const counting = stages.filter(({ weight }) => ratio(weight).n > 0n);
  if (counting.length === 0) return null;
  let points = ZERO;
  for (const { weight, score } of counting) {
    if (score === null) return null;
    points = add(points, multiply(ratio(weight), ratio(score)));
  }
  return divide(points, total(counting.map(({ weight }) => ratio(weight))));
}

/** Entries in the order given with score and rank by the record: the mean of their cards, rounded, then ranked. */
export function scoreStanding({ criteria, entryIds, cards, mean }: ScoringInput): readonly ScoreStanding[] {
  const byEntry = new Map<string, Ratio[]>(entryIds.map((entryId) => [entryId, []]));
  for (const { entryId, score } of scoreCards(criteria, cards)) byEntry.get(entryId)?.push(score);
  const rows = entryIds.map((entryId) => {
    const scores = byEntry.get(entryId) ?? [];
    const score = entryScore(mean, scores);
    return { entryId, cards: scores.length, score: score && shownScore(score) };
  });
  const ranks = ranksOf(rows.map(({ score }) => score));
  return rows.map((row, position) => ({ ...row, rank: ranks[position] ?? null }));
}

/** The standing if criteria weighed otherwise, beside what it is. A criterion that `weights` does not name keeps its weight. Stores nothing. */
export function whatIfStanding(input: ScoringInput, weights: Readonly<Record<string, Decimal>>): readonly WhatIfStanding[] {
  const criteria = input.criteria.map((criterion) => ({ ...criterion, weight: weights[criterion.code] ?? criterion.weight }));
  const now = new Map(scoreStanding(input).map((row) => [row.entryId, row]));
  return scoreStanding({ ...input, criteria }).map((row) => {
    const { score: scoreNow = null, rank: rankNow = null } = now.get(row.entryId) ?? {};
    return { ...row, scoreNow, rankNow, moved: row.rank === null || rankNow === null ? null : rankNow - row.rank };
  });
}
