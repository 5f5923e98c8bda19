import { pickText } from "@isonga/schema/languages";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { AreaIndex } from "./area-index.ts";
import { indexView } from "./index-standing/index-view.ts";
import { loadRound, type ResultsRound } from "./load-round.ts";
import type { PreviousPlace } from "./previous-edition.ts";
import { loadPreviousEdition } from "./previous-edition.ts";
import { resultsPolicy } from "./results.policy.ts";
import { loadRoundStanding, type RoundStanding } from "./round-standing.ts";
import type { RankedRow, Scoring, UnrankedReason, UnrankedRow } from "./scoring.ts";
import type { IneligibleRow, ResultLevel, RoundStandingView, StandingRow } from "./standing.type.ts";

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
  const { scoring } = state;
  const reader = { areas, language: ctx.language, previous, scoring };
  return {
    ...roundView(ctx, round),
    level: shown.level,
    levels: levelViews(ctx, state),
    kind: round.instrument.kind,
    from: scoring.window?.from ?? null,
    to: scoring.window?.to ?? null,
    metrics: scoring.parts.map(({ names, ...part }) => ({ ...part, name: names ? pickText(names, ctx.language) : null })),
    rows: shown.ranked.map((row) => standingRow(reader, row)),
    ineligible: shown.ineligible.map((row) => ineligibleRow(reader, row)),
    ...scoring.counted,
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

/** Reasons as a reader sees them: a stage by its name. */
export function reasonViews(
  { stageNames }: Pick<Scoring, "stageNames">,
  reasons: readonly UnrankedReason[],
  language: Context["language"],
): readonly UnrankedReason[] {
  return reasons.map(({ code, values }) => {
    const { stage } = values;
    return { code, values: stage ? { ...values, stage: pickText(stageNames?.get(stage), language) || stage } : values };
  });
}

interface Reader {
  readonly areas: AreaIndex;
  readonly language: Context["language"];
  readonly previous: ReadonlyMap<string, PreviousPlace>;
  readonly scoring: Scoring;
}

function standingRow({ areas, language, previous, scoring }: Reader, row: RankedRow): StandingRow {
  const { volume, index } = scoring.facts(row.subject.code);
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
    volume,
    index: index && indexView(index, language),
    tiedWith: row.tiedWith.length,
    tieBreak: row.tieBreak,
    previousRank: previous.get(row.subject.id)?.rank ?? null,
    previousScore: previous.get(row.subject.id)?.score ?? null,
  };
}

function ineligibleRow({ areas, language, scoring }: Reader, { subject, reasons }: UnrankedRow): IneligibleRow {
  const { index } = scoring.facts(subject.code);
  return {
    area: areas.view(subject.code, language),
    reasons: reasonViews(scoring, reasons, language),
    index: index && indexView(index, language),
  };
}
