import { exactText, type Fraction, roundHalfUp } from "../../kernel/fraction.ts";
import type { WeightedMetric } from "../../programmes/service-performance-instrument.ts";
import { METRIC_FACTS, type Metric, type MetricRatio, type Totals } from "../../services/performance.ts";
import { completenessOf } from "./eligibility.ts";
import type { MetricResult, RawMetric, Subject, SubjectTotals } from "./standing-shape.ts";

/** Exact numbers written as a standing shows them. */

export const SCORE_PLACES = 2;
export const POINT_PLACES = 4;
export const VALUE_PLACES = 6;

/** One metric of one eligible subject, exact. */
export interface ScoredCell {
  readonly entry: WeightedMetric;
  readonly ratio: MetricRatio;
  readonly value: Fraction;
  readonly shrunkValue: Fraction;
  readonly normalised: Fraction;
  readonly contribution: Fraction;
}

/** A scored metric as it is read and as it is added. */
export function metricResult({ entry, ratio, value, shrunkValue, normalised, contribution }: ScoredCell): MetricResult {
  return {
    ...rawMetric(entry.metric, ratio),
    value: roundHalfUp(value, VALUE_PLACES),
    shrunkValue: roundHalfUp(shrunkValue, VALUE_PLACES),
    normalised: roundHalfUp(normalised, POINT_PLACES),
    weight: String(entry.weight),
    contribution: roundHalfUp(contribution, POINT_PLACES),
    exact: {
      value: exactText(value),
      shrunkValue: exactText(shrunkValue),
      normalised: exactText(normalised),
      contribution: exactText(contribution),
    },
  };
}

/** Who was measured, and the sums behind it. */
export function measuredRow(subject: Subject, totals: Totals) {
  const shown: SubjectTotals = {
    carriedOver: Number(totals.carriedOver),
    received: Number(totals.received),
    processed: Number(totals.processed),
    processedInTime: Number(totals.processedInTime),
    processingHours: decimal(totals.processingHours),
    selfApplications: Number(totals.selfApplications),
  };
  const completeness = {
    approved: Number(totals.approvedReports),
    expected: Number(totals.expectedReports),
    share: roundHalfUp(completenessOf(totals), POINT_PLACES),
  };
  return { subject, totals: shown, volume: shown.received, completeness };
}

/** A metric before it is scored. */
export function rawMetric(metric: Metric, { numerator, denominator }: MetricRatio): RawMetric {
  return {
    metric,
    direction: METRIC_FACTS[metric].direction,
    numerator: decimal(numerator),
    denominator: decimal(denominator),
    value: denominator.equals(0) ? null : roundHalfUp(numerator.div(denominator), VALUE_PLACES),
  };
}

/** Sums are whole or have two places: hours as they were reported. */
function decimal(value: Fraction): string {
  return value.d === 1n ? exactText(value) : roundHalfUp(value, SCORE_PLACES);
}
