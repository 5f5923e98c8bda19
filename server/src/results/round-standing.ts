import type { PublicationSnapshot } from "@isonga/schema/published-result";
import type { Context } from "../kernel/context.ts";
import { loadDecisions, type StagedDecision } from "./decisions/load-decisions.ts";
import { indexScoringOf, loadIndexScoring, loadIndexScoringToKeep } from "./index-standing/index-scoring.ts";
import { juryScoringOf, loadJuryScoring } from "./jury-standing/jury-scoring.ts";
import type { PlaceInputs } from "./load-places.ts";
import type { ResultsRound } from "./load-round.ts";
import type { Rulings, Scoring, ScoringToKeep, StandingRows } from "./scoring.ts";
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

/** A standing with everything that a publication keeps of it. */
export interface StandingToKeep extends RoundStanding {
  readonly scoring: ScoringToKeep;
}

/** Computes a round's standing from what the database has now: what people look at. */
export async function loadRoundStanding(ctx: Context, round: ResultsRound): Promise<RoundStanding> {
  const { rulings, ...staged } = await loadStaged(ctx, round);
  return { ...staged, ...standingOf(await loadScoring(ctx, round, rulings)) };
}

/** The same standing, computed from what a publication keeps; in an index round from the levels of every entry, which takes longer. */
export async function loadStandingToKeep(ctx: Context, round: ResultsRound): Promise<StandingToKeep> {
  const { rulings, ...staged } = await loadStaged(ctx, round);
  return { ...staged, ...standingOf(await loadScoringToKeep(ctx, round, rulings)) };
}

function standingOf<S extends Scoring>(scoring: S): Pick<RoundStanding, "inputs" | "standing" | "untied"> & { readonly scoring: S } {
  const { places, standing, untied } = scoring;
  return { inputs: places, standing, untied, scoring };
}

type Staged = Pick<RoundStanding, "round" | "decisions"> & { readonly rulings: Rulings };

async function loadStaged(ctx: Context, round: ResultsRound): Promise<Staged> {
  const decisions = await loadDecisions(ctx, round.id);
  const excluded = decisions.flatMap(({ kind, subject, reason }) =>
    kind === "INELIGIBLE" ? [{ code: subject, reason: reason ?? "" }] : [],
  );
  const ties = decisions.flatMap(({ kind, subject, place, reason }) =>
    kind === "TIE" && place !== null ? [{ code: subject, place, reason: reason ?? "" }] : [],
  );
  return { round, decisions, rulings: { excluded, ties } };
}

/** A round scored by what the database has now, with these rulings; each kind by its own rules. */
export function loadScoring(ctx: Context, round: ResultsRound, rulings: Rulings): Promise<Scoring> {
  const { instrument } = round;
  switch (instrument.kind) {
    case "SERVICE_PERFORMANCE":
      return loadServiceScoring(ctx, { ...round, instrument }, rulings);
    case "INNOVATION_INDEX":
      return loadIndexScoring(ctx, { ...round, instrument }, rulings);
    case "JURY":
      return loadJuryScoring(ctx, { ...round, instrument }, rulings);
  }
}

function loadScoringToKeep(ctx: Context, round: ResultsRound, rulings: Rulings): Promise<ScoringToKeep> {
  const { instrument } = round;
  switch (instrument.kind) {
    case "SERVICE_PERFORMANCE":
      return loadServiceScoring(ctx, { ...round, instrument }, rulings);
    case "INNOVATION_INDEX":
      return loadIndexScoringToKeep(ctx, { ...round, instrument }, rulings);
    case "JURY":
      return loadJuryScoring(ctx, { ...round, instrument }, rulings);
  }
}

/** A publication scored again from what it keeps and from nothing else. */
export function scoringOf({ instrument, inputs }: PublicationSnapshot): Scoring {
  const { areas, totals, services, entries, judging } = inputs;
  const places = { areas, levels: new Map(), above: [] };
  if (judging) return juryScoringOf(instrument.definition, { ...places, judging }, inputs);
  if (entries) return indexScoringOf(instrument.definition, { ...places, entries }, inputs);
  return serviceScoringOf(instrument.definition, { ...places, totals, services }, inputs);
}
