import { type Fraction, fraction, roundHalfUp, ZERO } from "../../kernel/fraction.ts";
import type { ServicePerformanceInstrument } from "../../programmes/service-performance-instrument.ts";
import type { Metric, MetricRatio, Totals } from "../../services/performance.ts";
import type { IneligibilityReason } from "./standing-shape.ts";

/** What eligibility is judged on. */
export interface Candidate {
  readonly totals: Totals;
  readonly ratios: ReadonlyMap<Metric, MetricRatio>;
  /** The chair's reason for leaving this subject out; undefined when there is none. */
  readonly excludedFor: string | undefined;
}

/** Approved ÷ expected reports; 0 where nothing is expected. */
export function completenessOf(totals: Totals): Fraction {
  return totals.expectedReports === 0n ? ZERO : fraction(totals.approvedReports).div(fraction(totals.expectedReports));
}

/**
 * Every reason that keeps a subject out of the ranking; none when it is eligible. At least `minVolume` received, at least
 * `minCompleteness` of the expected reports approved (exactly enough is enough), each metric with a denominator, and no decision
 * of the chair against it. From the programme rules, "Service performance".
 */
export function ineligibilityOf(instrument: ServicePerformanceInstrument, candidate: Candidate): IneligibilityReason[] {
  const { totals, ratios, excludedFor } = candidate;
  const reasons: IneligibilityReason[] = [];
  if (totals.received < BigInt(instrument.minVolume))
    reasons.push({ code: "VOLUME", values: { received: String(totals.received), needed: String(instrument.minVolume) } });
  if (completenessOf(totals).lt(fraction(instrument.minCompleteness)))
    reasons.push({ code: "COMPLETENESS", values: completenessValues(instrument, totals) });
  for (const [metric, { denominator }] of ratios) if (denominator.equals(0)) reasons.push({ code: "ZERO_DENOMINATOR", values: { metric } });
  if (excludedFor !== undefined) reasons.push({ code: "CHAIR_DECISION", values: { reason: excludedFor } });
  return reasons;
}

/** The fewest approved reports that reach `minCompleteness`. */
export function reportsNeeded(instrument: ServicePerformanceInstrument, expected: bigint): bigint {
  return fraction(instrument.minCompleteness).mul(fraction(expected)).ceil().n;
}

function completenessValues(instrument: ServicePerformanceInstrument, totals: Totals): Record<string, string> {
  return {
    approved: String(totals.approvedReports),
    expected: String(totals.expectedReports),
    needed: String(reportsNeeded(instrument, totals.expectedReports)),
    share: roundHalfUp(completenessOf(totals), 4),
    neededShare: String(instrument.minCompleteness),
  };
}
