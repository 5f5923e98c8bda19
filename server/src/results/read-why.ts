import type { Context } from "../kernel/context.ts";
import { fraction, roundHalfUp } from "../kernel/fraction.ts";
import { Refusal } from "../kernel/refusal.ts";
import { AreaIndex } from "./area-index.ts";
import { loadRound } from "./load-round.ts";
import { loadRoundStanding, type RoundStanding } from "./round-standing.ts";
import type { RankedSubject } from "./standing/standing-shape.ts";
import { compareSubjects, type WhyMetric, whyRank } from "./standing/why.ts";
import type { ComparisonView, WhyRankView, WhyStep } from "./why.type.ts";

/** Why an area stands where it does in a round. Refuses NOT_FOUND for a round or an area that the asker may not see or that is not there. */
export async function readWhy(ctx: Context, query: { readonly roundId: string; readonly subjectId: string }): Promise<WhyRankView> {
  const { state, areas, codeOf } = await loadForReading(ctx, query.roundId);
  const why = whyRank(state.round.instrument, state.standing, codeOf(query.subjectId));
  if (!why) throw new Refusal("NOT_FOUND", { field: "subjectId" });
  const { result, level, rankedCount, requirements, steps, values, totalWeight } = why;
  const ranked = "rank" in result ? result : null;
  return {
    roundId: state.round.id,
    area: areas.view(result.subject.code, ctx.language),
    level,
    rankedCount,
    rank: ranked?.rank ?? null,
    score: ranked?.score ?? null,
    totalWeight,
    totals: result.totals,
    requirements,
    steps: steps.map((step) => stepView(step, totalWeight)),
    values,
    reasons: "reasons" in result ? result.reasons : [],
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
  const compared = ({ subject, rank, score, totals }: RankedSubject) => ({
    area: areas.view(subject.code, ctx.language),
    rank,
    score,
    totals,
  });
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

function stepView({ benchmark, normalisation, exact: _exact, ...step }: WhyMetric, totalWeight: string): WhyStep {
  const isTarget = normalisation.method === "TARGET";
  return {
    ...step,
    shrinkage: benchmark.shrinkage,
    overall: benchmark.overall,
    method: normalisation.method,
    floor: isTarget ? String(normalisation.floor) : null,
    target: isTarget ? String(normalisation.target) : null,
    lowest: benchmark.lowest,
    highest: benchmark.highest,
    maximum: roundHalfUp(fraction(step.weight).mul(fraction(100)).div(fraction(totalWeight)), 2),
  };
}
