import type { PublishedCard } from "@isonga/schema/published-judging";
import { type Ratio, toNumber } from "@isonga/schema/ratio";
import { type MarkedCard, type ScoredCard, shownScore } from "@isonga/schema/scorecard";
import type { JudgingStageFacts } from "../stages/load-stage.ts";
import { criteriaOf } from "../standing/score-stage.ts";
import type { StageResult } from "../standing/stage-result.ts";
import { roundDouble } from "../statistics/doubles.ts";
import { criterionHeat, scoreHeat } from "../statistics/figures.ts";
import type { TableCard } from "./table.type.ts";

/** The cards that give a score, as the statistics take them: entries by reference, judges by code, in the order of both. */
export function markedCards({ cards }: Pick<StageResult, "cards">): readonly MarkedCard[] {
  return cards
    .filter(({ outcome }) => outcome === "SCORED")
    .map(({ entry, judge, marks }) => ({ entryId: entry, judgeId: judge, marks }))
    .sort((a, b) => inOrder(a.entryId, b.entryId) || inOrder(a.judgeId, b.judgeId));
}

/** The scores that count, also of verdicts (pass 100, fail 0), in the order of references and codes. */
export function scoredCards({ scored }: Pick<StageResult, "scored">): readonly ScoredCard[] {
  return [...scored.scores.values()]
    .flatMap(({ entry, byJudge }) => [...byJudge].map(([judge, score]) => ({ entryId: entry, judgeId: judge, score })))
    .sort((a, b) => inOrder(a.entryId, b.entryId) || inOrder(a.judgeId, b.judgeId));
}

/** Every signed card with its distance to the others of its entry, in points and mark by mark. */
export function tableCards(stage: Pick<JudgingStageFacts, "rules">, result: StageResult): readonly TableCard[] {
  const scores = new Map(scoreHeat(scoredCards(result)).map((cell) => [keyOf(cell.entryId, cell.judgeId), cell]));
  const marked = markedCards(result);
  const criteria = criteriaOf(stage.rules).map((criterion) => ({
    code: criterion.code,
    cells: new Map(criterionHeat(criterion, marked).map((cell) => [keyOf(cell.entryId, cell.judgeId), cell.deviation])),
  }));
  return result.cards.map((card) => {
    const key = keyOf(card.entry, card.judge);
    const deviations = criteria.flatMap(({ code, cells }) => {
      const deviation = cells.get(key);
      return typeof deviation === "number" ? [[code, roundDouble(deviation * 100, 2)] as const] : [];
    });
    return { ...cardView(card, result), deviation: placesOf(scores.get(key)?.deviation, 2), deviations: Object.fromEntries(deviations) };
  });
}

/** A float as text with so many places; null of none. */
export function placesOf(value: number | null | undefined, places: number): string | null {
  return value === null || value === undefined ? null : roundDouble(value, places);
}

/** An exact number as a float; null of none. */
export function numberOf(value: Ratio | null | undefined): number | null {
  return value ? toNumber(value) : null;
}

function cardView({ entry, judge, outcome, marks }: PublishedCard, { scored }: StageResult): Omit<TableCard, "deviation" | "deviations"> {
  const score = scored.scores.get(entry)?.byJudge.get(judge);
  return { reference: entry, judge, outcome, score: score ? shownScore(score) : null, marks };
}

const keyOf = (entry: string, judge: string): string => `${entry} ${judge}`;

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
