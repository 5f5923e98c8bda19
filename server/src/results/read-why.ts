import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { AreaIndex } from "./area-index.ts";
import { compareSubjects } from "./compare.ts";
import { indexView } from "./index-standing/index-view.ts";
import { loadRound } from "./load-round.ts";
import { reasonViews } from "./read-standing.ts";
import { loadRoundStanding, type RoundStanding } from "./round-standing.ts";
import type { RankedRow, StandingRows, UnrankedRow } from "./scoring.ts";
import type { ComparisonView, WhyRankView } from "./why.type.ts";

/** Why an area stands where it does in a round. Refuses NOT_FOUND for a round or an area that the asker may not see or that is not there. */
export async function readWhy(ctx: Context, query: { readonly roundId: string; readonly subjectId: string }): Promise<WhyRankView> {
  const { state, areas, codeOf } = await loadForReading(ctx, query.roundId);
  const found = rowOf(state.standing, codeOf(query.subjectId));
  const parts = found && state.scoring.why(found.row.subject.code);
  if (!found || !parts) throw new Refusal("NOT_FOUND", { field: "subjectId" });
  const { row, level, rankedCount } = found;
  const ranked = "rank" in row ? row : null;
  return {
    ...parts,
    index: parts.index && { ...parts.index, ...indexView(parts.index, ctx.language) },
    roundId: state.round.id,
    area: areas.view(row.subject.code, ctx.language),
    level,
    rankedCount,
    rank: ranked?.rank ?? null,
    score: ranked?.score ?? null,
    reasons: "reasons" in row ? reasonViews(state.scoring, row.reasons, ctx.language) : [],
    tieBreak: ranked?.tieBreak ?? null,
    tiedWith: (ranked?.tiedWith ?? []).map((code) => areas.view(code, ctx.language)),
  };
}

export type ComparisonQuery = { readonly roundId: string; readonly firstId: string; readonly secondId: string };

/** Two ranked areas of one level beside each other. Refuses NOT_FOUND, and NOT_ELIGIBLE unless both are ranked at one level. */
export async function readComparison(ctx: Context, query: ComparisonQuery): Promise<ComparisonView> {
  const { state, areas, codeOf } = await loadForReading(ctx, query.roundId);
  const comparison = compareSubjects(state.standing, codeOf(query.firstId), codeOf(query.secondId));
  if (!comparison) throw new Refusal("NOT_ELIGIBLE", { field: "secondId" });
  const { level, first, second, metrics, difference, differenceExact } = comparison;
  const compared = ({ subject, rank, score }: RankedRow) => {
    const { totals, index } = state.scoring.facts(subject.code);
    return { area: areas.view(subject.code, ctx.language), rank, score, totals, index: index && indexView(index, ctx.language) };
  };
  return {
    level,
    first: compared(first),
    second: compared(second),
    metrics: metrics.map((entry) => ({
      metric: entry.metric,
      firstValue: entry.first.shrunkValue,
      secondValue: entry.second.shrunkValue,
      firstPoints: entry.first.contribution,
      secondPoints: entry.second.contribution,
      difference: entry.difference,
    })),
    difference,
    differenceExact,
  };
}

interface Reading {
  readonly state: RoundStanding;
  readonly areas: AreaIndex;
  codeOf(id: string): string;
}

async function loadForReading(ctx: Context, roundId: string): Promise<Reading> {
  const state = await loadRoundStanding(ctx, await loadRound(ctx, roundId));
  const areas = new AreaIndex(state.inputs);
  const codeOf = (id: string) => {
    const area = areas.byId(id);
    if (!area) throw new Refusal("NOT_FOUND", { field: "subjectId" });
    return area.code;
  };
  return { state, areas, codeOf };
}

type FoundRow = { readonly row: RankedRow | UnrankedRow; readonly level: string; readonly rankedCount: number };

function rowOf({ levels }: StandingRows, code: string): FoundRow | null {
  for (const { level, ranked, ineligible } of levels) {
    const row = [...ranked, ...ineligible].find(({ subject }) => subject.code === code);
    if (row) return { row, level, rankedCount: ranked.length };
  }
  return null;
}
