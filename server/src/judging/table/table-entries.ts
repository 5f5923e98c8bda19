import { type Language, pickText } from "@isonga/schema/languages";
import { shownScore, trimmedMean } from "@isonga/schema/scorecard";
import type { StageResult, StageResultRow } from "../standing/stage-result.ts";
import { roundDouble } from "../statistics/doubles.ts";
import { type EntryFigures, entryFigures } from "../statistics/figures.ts";
import type { ScoredEntry, StageStatistics } from "../statistics/stage-statistics.ts";
import { placesOf, scoredCards } from "./stage-cards.ts";
import type { TableAdjustment, TableEntry } from "./table.type.ts";
import { tableTies } from "./table-ties.ts";
import type { TableTie } from "./tie.type.ts";

/** What the entries are shown with: the record, how far judges are apart, and what severity would make of it. */
export function tableEntries(result: StageResult, statistics: StageStatistics, language: Language): readonly TableEntry[] {
  const figures = new Map(entryFigures(scoredCards(result)).map((found) => [found.entryId, found]));
  const scored = new Map(statistics.entries.map((entry) => [entry.entryId, entry]));
  const shrunk = new Map(statistics.judges.map(({ judgeId, shrunk: effect }) => [judgeId, effect]));
  const ties = tableTies(result);
  const offices = officesOf(result, language);
  return result.rows.map((row) =>
    entryView(row, {
      result,
      office: offices.get(row.reference) ?? null,
      tie: ties.get(row.reference) ?? null,
      figures: figures.get(row.reference),
      scored: scored.get(row.reference),
      shrunk,
    }),
  );
}

/** Names of offices by reference, as far as the stage's judges see them: who leads it reads no more of an entry than they. */
function officesOf({ entries, scored: { rules } }: StageResult, language: Language): ReadonlyMap<string, string> {
  if (rules.blind.includes("agency")) return new Map();
  return new Map(
    entries.flatMap(({ reference, office }) => (office ? [[reference, pickText(office.names, language) || office.name] as const] : [])),
  );
}

type Found = {
  readonly result: StageResult;
  readonly office: string | null;
  readonly tie: TableTie | null;
  readonly figures: EntryFigures | undefined;
  readonly scored: ScoredEntry | undefined;
  readonly shrunk: ReadonlyMap<string, string | null>;
};

function entryView({ entryId, ...row }: StageResultRow, { result, office, tie, figures, scored, shrunk }: Found): TableEntry {
  const scores = [...(result.scored.scores.get(row.reference)?.byJudge ?? [])];
  const trimmed = result.scored.rules.mean === "TRIMMED" ? trimmedMean(scores.map(([, score]) => score)) : null;
  return {
    ...row,
    id: entryId,
    office,
    tie,
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
