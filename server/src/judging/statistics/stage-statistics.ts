import type { MeanKind, ScorecardCriterion } from "@isonga/schema/scorecard";
import { entryScore, type MarkedCard, ranksOf, SCORE_PLACES, scoreCards, shownScore } from "@isonga/schema/scorecard";
import { atOnce, type Steps } from "../../kernel/in-turns.ts";
import { type Agreement, stageAgreement } from "./agreement.ts";
import { type Connectivity, connectivity, type LinkRules } from "./connectivity.ts";
import { groupedBy, roundDouble } from "./doubles.ts";
import { severity } from "./severity.ts";

/** A stage's signed cards in a fixed order, and how they are scored. `shrink`: λ. */
export type StageCards = {
  readonly criteria: readonly ScorecardCriterion[];
  readonly cards: readonly MarkedCard[];
  readonly mean: MeanKind;
  readonly shrink: number;
};

/** An entry's record (raw) beside its severity-adjusted score; both two places, ranked 1, 2, 2, 4. Adjusted: null where it is not offered. */
export type ScoredEntry = {
  readonly entryId: string;
  readonly cards: number;
  readonly raw: string;
  readonly rawRank: number;
  readonly adjusted: string | null;
  readonly adjustedRank: number | null;
};

/** A judge's effect as fitted and as shrunk, four places; null where it is not offered. */
export type ScoringJudge = {
  readonly judgeId: string;
  readonly cards: number;
  readonly effect: string | null;
  readonly shrunk: string | null;
};

/** Alpha with four places, or why there is none. */
export type ShownAgreement = Pick<Agreement, "units" | "marks" | "why"> & { readonly alpha: string | null };

/** What a stage's cards say, rounded as it is shown and frozen. Entries and judges in the order in which they came; ties are not broken. */
export type StageStatistics = {
  readonly entries: readonly ScoredEntry[];
  readonly judges: readonly ScoringJudge[];
  /** By code of the criterion, in the rubric's order. */
  readonly criteria: ReadonlyMap<string, ShownAgreement>;
  readonly overall: ShownAgreement;
  readonly connectivity: Connectivity;
};

/** Places of judges' effects and of alpha. */
const FINE_PLACES = 4;

/** Everything that follows from a stage's signed cards alone. Cards without a score (abstained, incomplete) count for agreement only. */
export function stageStatistics(cards: StageCards, links: LinkRules = {}): StageStatistics {
  return atOnce(gatheringStatistics(cards, links));
}

/** The same in steps. */
export function* gatheringStatistics({ criteria, cards, mean, shrink }: StageCards, links: LinkRules = {}): Steps<StageStatistics> {
  const scored = scoreCards(criteria, cards);
  yield;
  const fit = severity(scored, shrink);
  yield;
  const entries = [...groupedBy(scored, ({ entryId }) => entryId)].map(([entryId, group]) => {
    const score = entryScore(
      mean,
      group.map((card) => card.score),
    );
    const adjusted = fit?.adjusted.get(entryId);
    return {
      entryId,
      cards: group.length,
      raw: score ? shownScore(score) : "",
      adjusted: adjusted === undefined ? null : roundDouble(adjusted, SCORE_PLACES),
    };
  });
  const [rawRanks, adjustedRanks] = [ranksOf(entries.map(({ raw }) => raw)), ranksOf(entries.map(({ adjusted }) => adjusted))];
  yield;
  const agreed = stageAgreement(criteria, cards);
  yield;
  return {
    entries: entries.map((entry, place) => ({ ...entry, rawRank: rawRanks[place] ?? 0, adjustedRank: adjustedRanks[place] ?? null })),
    judges: [...groupedBy(scored, ({ judgeId }) => judgeId)].map(([judgeId, group]) => {
      const found = fit?.judges.find((judge) => judge.judgeId === judgeId);
      const shown = (effect: number | undefined) => (effect === undefined ? null : roundDouble(effect, FINE_PLACES));
      return { judgeId, cards: group.length, effect: shown(found?.effect), shrunk: shown(found?.shrunk) };
    }),
    criteria: new Map([...agreed.criteria].map(([code, found]) => [code, shownAgreement(found)])),
    overall: shownAgreement(agreed.overall),
    connectivity: connectivity(scored, links),
  };
}

/** Alpha as it is shown: four places. */
export function shownAgreement({ alpha, ...found }: Agreement): ShownAgreement {
  return { ...found, alpha: alpha === null ? null : roundDouble(alpha, FINE_PLACES) };
}
