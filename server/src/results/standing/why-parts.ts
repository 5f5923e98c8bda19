import { fraction, roundHalfUp } from "../../kernel/fraction.ts";
import type { ServicePerformanceInstrument } from "../../programmes/service-performance-instrument.ts";
import type { WhyParts, WhyStep } from "../why.type.ts";
import type { Standing } from "./standing-shape.ts";
import { type WhyMetric, whyRank } from "./why.ts";

/** Why an area stands where it does by its services' performance; null when it is not part of the standing. */
export function serviceWhy(instrument: ServicePerformanceInstrument, standing: Standing, code: string): WhyParts | null {
  const why = whyRank(instrument, standing, code);
  if (!why) return null;
  const { totalWeight, requirements, values } = why;
  return {
    totalWeight,
    totals: why.result.totals,
    requirements,
    steps: why.steps.map((step) => stepOf(step, totalWeight)),
    values,
    index: null,
  };
}

function stepOf({ benchmark, normalisation, exact: _exact, ...step }: WhyMetric, totalWeight: string): WhyStep {
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
