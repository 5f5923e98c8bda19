/** What a chair looks at beside a standing: how far judges are apart on each entry, and how each judge marks. Sources: the programme rules, "Judging". */
import { toNumber } from "@isonga/schema/ratio";
import { type Decimal, isMark, type MarkedCard, markShare, type ScorecardCriterion, type ScoredCard } from "@isonga/schema/scorecard";
import { deviationOf, groupedBy, meanOf } from "./doubles.ts";

/** An entry's cards in points, 0 to 100. `deviation`: standard deviation of the sample; null of a single card. */
export type EntryFigures = {
  readonly entryId: string;
  readonly cards: number;
  readonly mean: number;
  readonly deviation: number | null;
  readonly lowest: number;
  readonly highest: number;
};

/** How a judge marks, in points. `spread`: standard deviation of the scores given; null of a single card. */
export type JudgeFigures = {
  readonly judgeId: string;
  readonly cards: number;
  readonly mean: number;
  readonly spread: number | null;
  /** Mean distance to the means of the other judges of the same entries; null where nobody else judged one. Not the fitted severity. */
  readonly beside: number | null;
};

/** A place of the heat map. `deviation`: from the mean of all cards of the entry, in the unit of the value; null for its only card. */
export type HeatCell = {
  readonly entryId: string;
  readonly judgeId: string;
  readonly value: number;
  readonly deviation: number | null;
};

/** Entries in the order in which they came. */
export function entryFigures(cards: readonly ScoredCard[]): readonly EntryFigures[] {
  return [...groupedBy(cards, ({ entryId }) => entryId)].map(([entryId, group]) => {
    const scores = group.map(({ score }) => toNumber(score));
    return {
      entryId,
      cards: scores.length,
      mean: meanOf(scores) ?? 0,
      deviation: deviationOf(scores),
      lowest: Math.min(...scores),
      highest: Math.max(...scores),
    };
  });
}

/** Judges in the order in which they came. */
export function judgeFigures(cards: readonly ScoredCard[]): readonly JudgeFigures[] {
  const entries = new Map(entryFigures(cards).map((entry) => [entry.entryId, entry]));
  return [...groupedBy(cards, ({ judgeId }) => judgeId)].map(([judgeId, group]) => {
    const scores = group.map(({ score }) => toNumber(score));
    const beside = group.flatMap(({ entryId, score }) => {
      const { cards: held = 0, mean = 0 } = entries.get(entryId) ?? {};
      return held < 2 ? [] : [((toNumber(score) - mean) * held) / (held - 1)];
    });
    return { judgeId, cards: scores.length, mean: meanOf(scores) ?? 0, spread: deviationOf(scores), beside: meanOf(beside) };
  });
}

/** The heat map of scores, a cell a card, in points. */
export function scoreHeat(cards: readonly ScoredCard[]): readonly HeatCell[] {
  return heat(cards.map(({ entryId, judgeId, score }) => ({ entryId, judgeId, value: toNumber(score) })));
}

/** The heat map of one criterion: marks as shares of its scale, 0 to 1. A missing mark, or one beside the scale, has no cell. */
export function criterionHeat(criterion: ScorecardCriterion, cards: readonly MarkedCard[]): readonly HeatCell[] {
  const share = sharesOf(criterion);
  return heat(
    cards.flatMap(({ entryId, judgeId, marks }) => {
      const value = share(marks[criterion.code] ?? null);
      return value === null ? [] : [{ entryId, judgeId, value }];
    }),
  );
}

/** A mark's share of the scale, null of none; of the same mark it is worked out once. */
function sharesOf(criterion: ScorecardCriterion): (mark: Decimal | null) => number | null {
  const known = new Map<string, number | null>();
  return (mark) => {
    if (mark === null) return null;
    const text = String(mark);
    let share = known.get(text);
    if (share === undefined) {
      share = isMark(criterion, text) ? toNumber(markShare(criterion, mark)) : null;
      known.set(text, share);
    }
    return share;
  };
}

type Value = Omit<HeatCell, "deviation">;

function heat(values: readonly Value[]): readonly HeatCell[] {
  const groups = groupedBy(values, ({ entryId }) => entryId);
  const means = new Map(
    [...groups].map(([entryId, group]) => [entryId, group.length < 2 ? null : meanOf(group.map(({ value }) => value))]),
  );
  return values.map(({ entryId, judgeId, value }) => {
    const mean = means.get(entryId) ?? null;
    return { entryId, judgeId, value, deviation: mean === null ? null : value - mean };
  });
}
