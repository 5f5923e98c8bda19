import type { PublishedCard, PublishedComparison } from "@isonga/schema/published-judging";
import { type Ratio, ratio } from "@isonga/schema/ratio";
import { cardScorer, entryScore, meanScore, ranksOf, SCORE_PLACES, type ScorecardCriterion, shownScore } from "@isonga/schema/scorecard";
import type { JudgingRules } from "../../programmes/jury-instrument.ts";
import { roundDouble } from "../statistics/doubles.ts";
import { pairwiseStanding } from "../statistics/pairwise.ts";

/** What a stage is scored from: entries by reference, judges by code. */
export type StageCards = {
  readonly entries: readonly string[];
  readonly cards: readonly PublishedCard[];
  readonly comparisons: readonly PublishedComparison[];
};

/** What a stage gives an entry. */
export type StageScore = {
  readonly entry: string;
  /** Signed cards that give a score; comparisons answered, in a pairwise stage. */
  readonly cards: number;
  readonly abstained: number;
  /** 0–100, exact; of a pairwise stage the rounded strength. Null without a card that counts. */
  readonly score: Ratio | null;
  /** The score with two places, half up. */
  readonly shown: string | null;
  /** 1, 2, 2, 4 by the score as shown; ties are not broken here. */
  readonly rank: number | null;
  /** Scores of its cards, exact, by judge. */
  readonly byJudge: ReadonlyMap<string, Ratio>;
  /** Mean of the marks of each criterion, exact; null where nobody marked it. */
  readonly criteria: ReadonlyMap<string, Ratio | null>;
};

/**
 * Each entry's score in a stage. SCORES: the mean (or trimmed mean) of its judges' scores · PASS_FAIL: the share of verdicts that are PASS,
 * × 100 · PAIRWISE: by Bradley–Terry, the chance of being preferred to an average entry, × 100. Who abstained gives no score. From the
 * programme rules, "Judging".
 */
export function scoreStage(rules: JudgingRules, stage: StageCards): readonly StageScore[] {
  const bare = rules.mode === "PAIRWISE" ? pairwise(stage) : marked(rules, stage);
  const ranks = ranksOf(bare.map(({ shown }) => shown));
  return bare.map((row, index) => ({ ...row, rank: ranks[index] ?? null }));
}

/** A rubric's criteria as the arithmetic takes them. */
export function criteriaOf(rules: Pick<JudgingRules, "criteria">): readonly ScorecardCriterion[] {
  return rules.criteria.map(({ code, weight, min, max, step, ranking }) => ({ code, weight, min, max, step, ranking }));
}

type Bare = Omit<StageScore, "rank">;

function marked(rules: JudgingRules, { entries, cards }: StageCards): readonly Bare[] {
  const criteria = criteriaOf(rules);
  const byEntry = Map.groupBy(cards, ({ entry }) => entry);
  const [scoreOf, read] = [cardScorer(criteria), reader()];
  return entries.map((entry) => {
    const own = byEntry.get(entry) ?? [];
    const byJudge = new Map(
      own.flatMap((card) => {
        const score = verdict(card) ?? (card.outcome === "SCORED" ? scoreOf(card.marks) : null);
        return score ? [[card.judge, score] as const] : [];
      }),
    );
    const score = entryScore(rules.mean, [...byJudge.values()]);
    return {
      entry,
      cards: byJudge.size,
      abstained: own.filter(({ outcome }) => outcome === "ABSTAINED").length,
      score,
      shown: score && shownScore(score),
      byJudge,
      criteria: new Map(criteria.map(({ code }) => [code, meanMark(own, code, read)])),
    };
  });
}

function verdict({ outcome }: PublishedCard): Ratio | null {
  if (outcome === "PASS") return ratio(100);
  return outcome === "FAIL" ? ratio(0) : null;
}

function meanMark(cards: readonly PublishedCard[], code: string, read: (mark: string) => Ratio): Ratio | null {
  return meanScore(cards.flatMap(({ outcome, marks }) => (outcome === "SCORED" && marks[code] !== undefined ? [read(marks[code])] : [])));
}

/** Reads marks, each way of writing one once: a scale has few. */
function reader(): (mark: string) => Ratio {
  const known = new Map<string, Ratio>();
  return (mark) => {
    const value = known.get(mark) ?? ratio(mark);
    known.set(mark, value);
    return value;
  };
}

function pairwise({ entries, comparisons }: StageCards): readonly Bare[] {
  const known = comparisons.filter(({ left, right }) => entries.includes(left) && entries.includes(right));
  const strengths = pairwiseStanding(
    entries,
    known.map(({ left, right, winner }) => ({ first: left, second: right, preferred: preferredOf({ left, winner }) })),
  );
  return strengths.map(({ entryId, wins, losses, ties, score }) => {
    const cards = wins + losses + ties;
    const shown = cards > 0 ? roundDouble(score, SCORE_PLACES) : null;
    const exact = shown === null ? null : ratio(shown);
    return { entry: entryId, cards, abstained: 0, score: exact, shown, byJudge: new Map(), criteria: new Map() };
  });
}

function preferredOf({ left, winner }: Pick<PublishedComparison, "left" | "winner">): "FIRST" | "SECOND" | "TIE" {
  if (winner === null) return "TIE";
  return winner === left ? "FIRST" : "SECOND";
}
