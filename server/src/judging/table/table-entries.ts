import { shownScore, trimmedMean } from "@isonga/schema/scorecard";
import type { StageResult, StageResultRow } from "../standing/stage-result.ts";
import { roundDouble } from "../statistics/doubles.ts";
import { type EntryFigures, entryFigures } from "../statistics/figures.ts";
import type { ScoredEntry, StageStatistics } from "../statistics/stage-statistics.ts";
import { placesOf, scoredCards } from "./stage-cards.ts";
import type { TableAdjustment, TableEntry } from "./table.type.ts";

/** What the entries are shown with: the record, how far judges are apart, and what severity would make of it. */
export function tableEntries(result: StageResult, statistics: StageStatistics): readonly TableEntry[] {
  const figures = new Map(entryFigures(scoredCards(result)).map((found) => [found.entryId, found]));
  const scored = new Map(statistics.entries.map((entry) => [entry.entryId, entry]));
  const shrunk = new Map(statistics.judges.map(({ judgeId, shrunk: effect }) => [judgeId, effect]));
  return result.rows.map((row) =>
    entryView(row, { result, figures: figures.get(row.reference), scored: scored.get(row.reference), shrunk }),
  );
}

type Found = {
  readonly result: StageResult;
  readonly figures: EntryFigures | undefined;
  readonly scored: ScoredEntry | undefined;
  readonly shrunk: ReadonlyMap<string, string | null>;
};

function entryView({ entryId, ...row }: StageResultRow, { result, figures, scored, shrunk }: Found): TableEntry {
  const scores = [...(result.scored.scores.get(row.reference)?.byJudge ?? [])];
  const trimmed = result.scored.rules.mean === "TRIMMED" ? trimmedMean(scores.map(([, score]) => score)) : null;
  return {
    ...row,
    id: entryId,
    plain: placesOf(figures?.mean, 2),
    trimmed: trimmed && shownScore(trimmed),
    deviation: placesOf(figures?.deviation, 2),
    lowest: placesOf(figures?.lowest, 2),
    highest: placesOf(figures?.highest, 2),
    adjusted: scored?.adjusted ?? null,
    adjustedRank: scored?.adjustedRank ?? null,
    adjustment: scored?.adjusted ? adjustmentOf(scores, shrunk) : null,
  };
}

function adjustmentOf(scores: readonly (readonly [string, Parameters<typeof shownScore>[0]])[], shrunk: Found["shrunk"]): TableAdjustment {
  const judges = scores.map(([judge, score]) => ({ judge, score: shownScore(score), shrunk: shrunk.get(judge) ?? "0.0000" }));
  const sum = judges.reduce((all, effect) => all + Number(effect.shrunk), 0);
  return { judges, sum: roundDouble(sum, 4), mean: roundDouble(sum / judges.length, 4) };
}
