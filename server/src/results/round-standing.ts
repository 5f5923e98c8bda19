import type { PublicationSnapshot } from "@isonga/schema/published-result";
import type { Context } from "../kernel/context.ts";
import { loadDecisions, type StagedDecision } from "./decisions/load-decisions.ts";
import { indexScoringOf, loadIndexScoring } from "./index-standing/index-scoring.ts";
import type { PlaceInputs } from "./load-places.ts";
import type { ResultsRound } from "./load-round.ts";
import type { Rulings, Scoring, StandingRows } from "./scoring.ts";
import { loadServiceScoring, serviceScoringOf } from "./standing/service-scoring.ts";

/** A round with its standing as it is now, the chair's staged ineligibilities and tie decisions applied. */
export interface RoundStanding {
  readonly round: ResultsRound;
  readonly inputs: PlaceInputs;
  readonly decisions: readonly StagedDecision[];
  readonly standing: StandingRows;
  /** The same standing before the chair ordered any tie: where a tie is, is asked of this one. */
  readonly untied: StandingRows;
  /** What only this kind of round knows. */
  readonly scoring: Scoring;
}

/** Computes a round's standing from what the database has now. */
export async function loadRoundStanding(ctx: Context, round: ResultsRound): Promise<RoundStanding> {
  const decisions = await loadDecisions(ctx, round.id);
  const excluded = decisions.flatMap(({ kind, subject, reason }) =>
    kind === "INELIGIBLE" ? [{ code: subject, reason: reason ?? "" }] : [],
  );
  const ties = decisions.flatMap(({ kind, subject, place, reason }) =>
    kind === "TIE" && place !== null ? [{ code: subject, place, reason: reason ?? "" }] : [],
  );
  const scoring = await loadScoring(ctx, round, { excluded, ties });
  const { places, standing, untied } = scoring;
  return { round, inputs: places, decisions, standing, untied, scoring };
}

/** A round scored by what the database has now, with these rulings; each kind by its own rules. */
export function loadScoring(ctx: Context, round: ResultsRound, rulings: Rulings): Promise<Scoring> {
  const { instrument } = round;
  switch (instrument.kind) {
    case "SERVICE_PERFORMANCE":
      return loadServiceScoring(ctx, { ...round, instrument }, rulings);
    case "INNOVATION_INDEX":
      return loadIndexScoring(ctx, { ...round, instrument }, rulings);
  }
}

/** A publication scored again from what it keeps and from nothing else. */
export function scoringOf({ instrument, inputs }: PublicationSnapshot): Scoring {
  const { areas, totals, services, entries } = inputs;
  const places = { areas, levels: new Map(), above: [] };
  if (entries) return indexScoringOf(instrument.definition, { ...places, entries }, inputs);
  return serviceScoringOf(instrument.definition, { ...places, totals, services }, inputs);
}
