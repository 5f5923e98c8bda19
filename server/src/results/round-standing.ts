import { createHash } from "node:crypto";
import { canonicalJson } from "@isonga/schema/canonical-json";
import type { PublishedArea, PublishedInputs } from "@isonga/schema/published-result";
import type { Context } from "../kernel/context.ts";
import type { ServicePerformanceInstrument } from "../programmes/service-performance-instrument.ts";
import { loadDecisions, type StagedDecision } from "./decisions/load-decisions.ts";
import { applyTieOrder } from "./decisions/tie-decisions.ts";
import { loadInputs, type RoundInputs } from "./load-inputs.ts";
import type { ResultsRound } from "./load-round.ts";
import { computeStanding } from "./standing/standing.ts";
import type { Standing } from "./standing/standing-shape.ts";

/** A round with its standing as it is now, the chair's staged ineligibilities and tie decisions applied. */
export interface RoundStanding {
  readonly round: ResultsRound;
  readonly inputs: RoundInputs;
  readonly decisions: readonly StagedDecision[];
  readonly excluded: PublishedInputs["excluded"];
  readonly ties: PublishedInputs["ties"];
  readonly standing: Standing;
  /** The same standing before the chair ordered any tie: where a tie is, is asked of this one. */
  readonly untied: Standing;
  /** See {@link inputsDigest}. */
  readonly digest: string;
}

/** Everything a standing follows from. */
export interface StandingBasis extends Pick<PublishedInputs, "totals" | "excluded" | "ties"> {
  readonly instrument: ServicePerformanceInstrument;
  readonly areas: readonly PublishedArea[];
}

/** Computes a round's standing from what the database has now. */
export async function loadRoundStanding(ctx: Context, round: ResultsRound): Promise<RoundStanding> {
  const inputs = await loadInputs(ctx, round);
  const decisions = await loadDecisions(ctx, round.id);
  const excluded = decisions.flatMap(({ kind, subject, reason }) =>
    kind === "INELIGIBLE" ? [{ code: subject, reason: reason ?? "" }] : [],
  );
  const ties = decisions.flatMap(({ kind, subject, place, reason }) =>
    kind === "TIE" && place !== null ? [{ code: subject, place, reason: reason ?? "" }] : [],
  );
  const basis: StandingBasis = { instrument: round.instrument, areas: inputs.areas, totals: inputs.totals, excluded, ties };
  const untied = untiedStanding(basis);
  return { round, inputs, decisions, excluded, ties, untied, standing: withTies(basis, untied), digest: inputsDigest(basis) };
}

/** The standing that follows from these inputs and from nothing else. */
export function standingOf(basis: StandingBasis): Standing {
  return withTies(basis, untiedStanding(basis));
}

/**
 * SHA-256 of the canonical JSON of what the standing follows from: the definition, the areas (code, level, code of the area above,
 * population; no names), their totals, the chair's exclusions and orders of ties. Another digest is another standing, or may be.
 */
export function inputsDigest({ instrument, areas, totals, excluded, ties }: StandingBasis): string {
  const tree = areas.map(({ code, level, parentCode, population }) => ({ code, level, parentCode, population }));
  return sha256({ definition: instrument, areas: tree, totals, excluded, ties });
}

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export function sha256(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

function untiedStanding({ instrument, areas, totals, excluded }: StandingBasis): Standing {
  const reasons = new Map(excluded.map(({ code, reason }) => [code, reason]));
  return computeStanding({ instrument, areas, totals, excluded: reasons });
}

function withTies({ instrument, ties }: StandingBasis, untied: Standing): Standing {
  return applyTieOrder(instrument, untied, new Map(ties.map(({ code, place }) => [code, place])));
}
