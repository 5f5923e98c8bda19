import { fraction, sum } from "../../kernel/fraction.ts";
import type { Normalisation, ServicePerformanceInstrument } from "../../programmes/service-performance-instrument.ts";
import type { Metric } from "../../services/performance.ts";
import { reportsNeeded } from "./eligibility.ts";
import type {
  IneligibilityReason,
  IneligibleSubject,
  LevelStanding,
  MetricBenchmark,
  MetricResult,
  RankedSubject,
  RawMetric,
  Standing,
} from "./standing-shape.ts";

/** How a subject came to its rank, or what keeps it from one: everything needed to follow the sum by hand. */
export interface WhyRank {
  readonly level: string;
  /** How many subjects are ranked at the level. */
  readonly rankedCount: number;
  readonly result: RankedSubject | IneligibleSubject;
  /** Σ weight. */
  readonly totalWeight: string;
  /** What is asked of a subject before it is ranked, met or not. */
  readonly requirements: readonly Requirement[];
  /** For a ranked subject; empty for one that is not. */
  readonly steps: readonly WhyMetric[];
  /** Sums and plain ratios, for any subject. */
  readonly values: readonly RawMetric[];
}

/** One metric's way: sums → value → shrunk value → normalised → contribution, and what it was measured against. */
export interface WhyMetric extends MetricResult {
  readonly normalisation: Normalisation;
  readonly benchmark: MetricBenchmark;
}

/** One condition of eligibility. `has`, `needed` and `missing` are whole numbers of applications or reports; `missing` 0 when met. */
export interface Requirement {
  readonly code: IneligibilityReason["code"];
  readonly metric: Metric | null;
  readonly met: boolean;
  readonly has: string;
  readonly needed: string;
  readonly missing: string;
}

/** Why a subject stands where it does; null when it is not part of the standing. */
export function whyRank(instrument: ServicePerformanceInstrument, standing: Standing, code: string): WhyRank | null {
  for (const level of standing.levels) {
    const ranked = level.ranked.find((entry) => entry.subject.code === code);
    const result = ranked ?? level.ineligible.find((entry) => entry.subject.code === code);
    if (!result) continue;
    const totalWeight = sum(instrument.metrics.map((entry) => fraction(entry.weight)));
    const values =
      "values" in result
        ? result.values
        : result.metrics.map(({ metric, direction, numerator, denominator, value }) => ({
            metric,
            direction,
            numerator,
            denominator,
            value,
          }));
    return {
      level: level.level,
      rankedCount: level.ranked.length,
      result,
      totalWeight: totalWeight.toString(),
      requirements: requirementsOf(instrument, result, values),
      steps: ranked ? stepsOf(instrument, level, ranked) : [],
      values,
    };
  }
  return null;
}

function stepsOf(instrument: ServicePerformanceInstrument, level: LevelStanding, ranked: RankedSubject): WhyMetric[] {
  return ranked.metrics.flatMap((result) => {
    const entry = instrument.metrics.find(({ metric }) => metric === result.metric);
    const benchmark = level.benchmarks.find(({ metric }) => metric === result.metric);
    return entry && benchmark ? [{ ...result, normalisation: entry.normalise, benchmark }] : [];
  });
}

function requirementsOf(
  instrument: ServicePerformanceInstrument,
  result: RankedSubject | IneligibleSubject,
  values: readonly RawMetric[],
): Requirement[] {
  const reasons = "reasons" in result ? result.reasons : [];
  const needed = Number(reportsNeeded(instrument, BigInt(result.completeness.expected)));
  const unmet = (code: Requirement["code"]) => reasons.some((reason) => reason.code === code);
  return [
    { ...counted("VOLUME", result.volume, instrument.minVolume), met: !unmet("VOLUME") },
    { ...counted("COMPLETENESS", result.completeness.approved, needed), met: !unmet("COMPLETENESS") },
    ...values.map(({ metric, denominator }) => zeroDenominator(metric, denominator)),
    ...(unmet("CHAIR_DECISION") ? [{ ...counted("CHAIR_DECISION", 0, 0), met: false }] : []),
  ];
}

function counted(code: Requirement["code"], has: number, needed: number): Requirement {
  const missing = Math.max(0, needed - has);
  return { code, metric: null, met: missing === 0, has: String(has), needed: String(needed), missing: String(missing) };
}

function zeroDenominator(metric: Metric, denominator: string): Requirement {
  const met = !fraction(denominator).equals(0);
  return { code: "ZERO_DENOMINATOR", metric, met, has: denominator, needed: "1", missing: met ? "0" : "1" };
}
