import { pickText } from "@isonga/schema/languages";
import type { Context } from "../kernel/context.ts";
import { fraction, roundHalfUp, sum } from "../kernel/fraction.ts";
import { Refusal } from "../kernel/refusal.ts";
import { METRIC_FACTS } from "../services/performance.ts";
import { AreaIndex } from "./area-index.ts";
import { loadRound, type ResultsRound } from "./load-round.ts";
import type { PreviousPlace } from "./previous-edition.ts";
import { loadPreviousEdition } from "./previous-edition.ts";
import { resultsPolicy } from "./results.policy.ts";
import { loadRoundStanding, type RoundStanding } from "./round-standing.ts";
import type { IneligibleSubject, RankedSubject } from "./standing/standing-shape.ts";
import type { IneligibleRow, ResultLevel, RoundStandingView, StandingMetric, StandingRow } from "./standing.type.ts";

/** Which standing: of a round, by id or code; without a level the instrument's first. */
export type StandingQuery = { readonly roundId: string; readonly level?: string | null };

/** The standing of a level. Refuses NOT_FOUND, also to those who may not see it, and UNKNOWN_LEVEL. */
export async function readStanding(ctx: Context, query: StandingQuery): Promise<RoundStandingView> {
  const round = await loadRound(ctx, query.roundId);
  const level = query.level ?? round.instrument.levels[0];
  const state = await loadRoundStanding(ctx, round);
  const shown = state.standing.levels.find((entry) => entry.level === level);
  if (!shown) throw new Refusal("UNKNOWN_LEVEL", { field: "level", values: { value: level ?? "" } });
  const previous = await loadPreviousEdition(ctx, round);
  const areas = new AreaIndex(state.inputs);
  const reader = { areas, language: ctx.language, previous };
  const count = (field: "approvedReports" | "expectedReports") => state.inputs.totals.reduce((total, row) => total + row[field], 0);
  return {
    ...roundView(ctx, round),
    level: shown.level,
    levels: levelViews(ctx, state),
    from: round.instrument.window.from,
    to: round.instrument.window.to,
    metrics: metricViews(round),
    rows: shown.ranked.map((row) => standingRow(reader, row)),
    ineligible: shown.ineligible.map((row) => ineligibleRow(reader, row)),
    approvedReports: count("approvedReports"),
    expectedReports: count("expectedReports"),
    previousRound: [...previous.values()][0]?.round ?? null,
    viewerCan: { decide: resultsPolicy.decide(ctx.actor, round) },
  };
}

/** What every answer about a round's results says of the round. */
export function roundView(ctx: Context, round: ResultsRound) {
  return {
    roundId: round.id,
    roundCode: round.code,
    roundName: pickText(round.names, ctx.language),
    roundState: round.state,
    illustrative: round.illustrative,
  };
}

/** The ranked levels with their names. */
export function levelViews(ctx: Context, { round, inputs }: RoundStanding): readonly ResultLevel[] {
  return round.instrument.levels.map((code) => ({ code, name: pickText(inputs.levels.get(code)?.names, ctx.language) || code }));
}

interface Reader {
  readonly areas: AreaIndex;
  readonly language: Context["language"];
  readonly previous: ReadonlyMap<string, PreviousPlace>;
}

function metricViews({ instrument }: ResultsRound): readonly StandingMetric[] {
  const total = sum(instrument.metrics.map(({ weight }) => fraction(weight)));
  return instrument.metrics.map(({ metric, weight }) => ({
    metric,
    direction: METRIC_FACTS[metric].direction,
    weight: String(weight),
    maximum: roundHalfUp(fraction(weight).mul(fraction(100)).div(total), 2),
  }));
}

function standingRow({ areas, language, previous }: Reader, row: RankedSubject): StandingRow {
  return {
    area: areas.view(row.subject.code, language),
    rank: row.rank,
    score: row.score,
    shares: row.metrics.map(({ metric, shrunkValue, normalised, contribution }) => ({
      metric,
      value: shrunkValue,
      normalised,
      contribution,
    })),
    volume: row.volume,
    tiedWith: row.tiedWith.length,
    tieBreak: row.tieBreak,
    previousRank: previous.get(row.subject.id)?.rank ?? null,
  };
}

function ineligibleRow({ areas, language }: Reader, row: IneligibleSubject): IneligibleRow {
  return { area: areas.view(row.subject.code, language), reasons: row.reasons };
}
