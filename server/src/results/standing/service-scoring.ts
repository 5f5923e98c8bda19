import type { Context } from "../../kernel/context.ts";
import { fraction, roundHalfUp, sum } from "../../kernel/fraction.ts";
import { type ServicePerformanceInstrument, servicePerformanceInstrument } from "../../programmes/service-performance-instrument.ts";
import { METRIC_FACTS } from "../../services/performance.ts";
import { applyTieOrder, tieOrderOf } from "../decisions/tie-decisions.ts";
import { inputsDigest } from "../inputs-digest.ts";
import type { AreaFacts, Rulings, ScorePart, ScoringToKeep } from "../scoring.ts";
import { COUNTED_STATES, loadInputs, type RoundInputs } from "./load-inputs.ts";
import { computeStanding } from "./standing.ts";
import { SCORE_PLACES } from "./standing-rows.ts";
import type { IneligibleSubject, RankedSubject, Standing } from "./standing-shape.ts";
import { serviceWhy } from "./why-parts.ts";

/** Where and by what a standing of service performance is computed. */
export interface ServiceScope {
  readonly country: string;
  readonly path: string;
  readonly instrument: ServicePerformanceInstrument;
}

/** Service performance as results see it, from the reports as they are now. */
export async function loadServiceScoring(ctx: Context, scope: ServiceScope, rulings: Rulings): Promise<ServiceScoring> {
  return serviceScoring(scope.instrument, await loadInputs(ctx, scope), rulings);
}

/** The same from figures at hand, as a publication keeps them; its definition is checked. */
export function serviceScoringOf(definition: unknown, inputs: RoundInputs, rulings: Rulings): ServiceScoring {
  return serviceScoring(servicePerformanceInstrument.parse(definition), inputs, rulings);
}

/** With the whole of its own standing, which its other readers know. */
export interface ServiceScoring extends ScoringToKeep {
  readonly standing: Standing;
}

function serviceScoring(instrument: ServicePerformanceInstrument, inputs: RoundInputs, rulings: Rulings): ServiceScoring {
  const { areas, totals, services } = inputs;
  const excluded = new Map(rulings.excluded.map(({ code, reason }) => [code, reason]));
  const untied = computeStanding({ instrument, areas, totals, excluded });
  const standing = applyTieOrder(instrument, untied, tieOrderOf(rulings.ties));
  const count = (field: "approvedReports" | "expectedReports") => totals.reduce((total, row) => total + row[field], 0);
  const counted = { approvedReports: count("approvedReports"), expectedReports: count("expectedReports") };
  const subjects = new Map(
    standing.levels.flatMap(({ ranked, ineligible }) => [...ranked, ...ineligible].map((row) => [row.subject.code, row] as const)),
  );
  return {
    places: inputs,
    untied,
    standing,
    parts: partsOf(instrument),
    method: { score: "WEIGHTED_MEAN", scorePlaces: SCORE_PLACES, rounding: "HALF_UP", countedStates: COUNTED_STATES },
    window: instrument.window,
    counted,
    inputs: () => {
      const digest = inputsDigest({ definition: instrument, areas, totals, ...rulings });
      return { digest, services, ...counted, areas, totals, entries: null, ...rulings };
    },
    benchmarks: (level) => standing.levels.find((entry) => entry.level === level)?.benchmarks ?? [],
    facts: (code) => factsOf(subjects.get(code), code),
    why: (code) => serviceWhy(instrument, standing, code),
  };
}

function partsOf({ metrics }: ServicePerformanceInstrument): ScorePart[] {
  const total = sum(metrics.map(({ weight }) => fraction(weight)));
  return metrics.map(({ metric, weight }) => ({
    metric,
    direction: METRIC_FACTS[metric].direction,
    weight: String(weight),
    maximum: roundHalfUp(fraction(weight).mul(fraction(100)).div(total), 2),
  }));
}

function factsOf(row: RankedSubject | IneligibleSubject | undefined, code: string): AreaFacts {
  if (!row) throw new Error(`${code} is not part of the standing`);
  const { totals, completeness, volume } = row;
  return { totals, completeness, volume, values: "values" in row ? row.values : [], index: null };
}
