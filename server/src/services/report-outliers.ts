import type { FigureField, Figures } from "@isonga/schema/report-rules";
import { type Fraction, fraction, roundHalfUp, sum, ZERO } from "../kernel/fraction.ts";

/**
 * Figures that stand out among the months of one jurisdiction and one service, for a reviewer's eye. A flag never removes a
 * figure and never touches a score.
 */

/** One month of one jurisdiction and service. */
export interface MonthFigures extends Figures<number, string> {
  readonly month: string;
}

/** What was compared: a figure, or the mean hours a processed application took that month. */
export type OutlierMeasure = Exclude<FigureField, "processingHours"> | "meanHours";

/** Why a month is flagged. Numbers as decimals. */
export interface OutlierFlag {
  readonly month: string;
  readonly measure: OutlierMeasure;
  readonly side: "HIGH" | "LOW";
  readonly value: string;
  /** The median over the months compared. */
  readonly median: string;
  /** The modified z-score, without sign; above 3.5 is flagged. */
  readonly score: string;
}

const MEASURES: readonly OutlierMeasure[] = ["carriedOver", "received", "processed", "processedInTime", "selfApplications", "meanHours"];
const THRESHOLD = fraction("3.5");
const MAD_FACTOR = fraction("0.6745");
const MEAN_DEVIATION_FACTOR = fraction("1.253314");
const FEWEST_MONTHS = 6;
const LEAST_DIFFERENCE = fraction(5);

/**
 * Flags by the modified z-score, 0.6745 · |x − median| ÷ MAD above 3.5 (Iglewicz and Hoaglin, 1993); where more than half the
 * months are equal, so that MAD is 0, |x − median| ÷ (1.253314 · mean absolute deviation). Fewer than six months say nothing,
 * and a difference under five applications (or hours) is no news in a small office. In the order of months.
 */
export function findOutliers(months: readonly MonthFigures[]): OutlierFlag[] {
  const flags = MEASURES.flatMap((measure) => flagMeasure(months, measure));
  return flags.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}

/** The middle of a list, exactly; the mean of the two middle ones when their number is even. 0 for an empty list. */
export function median(values: readonly Fraction[]): Fraction {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const upper = sorted[Math.floor(sorted.length / 2)] ?? ZERO;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? ZERO;
  return lower.add(upper).div(2);
}

/**
 * How far from the median a value may lie before it is flagged, by the same rule as {@link findOutliers}; null when there are too few
 * values to say.
 */
export function usualDistance(values: readonly Fraction[]): Fraction | null {
  if (values.length < FEWEST_MONTHS) return null;
  const middle = median(values);
  const allowed = spreadOf(values.map((value) => value.sub(middle).abs()))?.mul(THRESHOLD) ?? ZERO;
  return allowed.gt(LEAST_DIFFERENCE) ? allowed : LEAST_DIFFERENCE;
}

function flagMeasure(months: readonly MonthFigures[], measure: OutlierMeasure): OutlierFlag[] {
  const points = months.flatMap((month) => {
    const value = measured(month, measure);
    return value ? [{ month: month.month, value }] : [];
  });
  if (points.length < FEWEST_MONTHS) return [];
  const middle = median(points.map((point) => point.value));
  const spread = spreadOf(points.map((point) => point.value.sub(middle).abs()));
  if (!spread) return [];
  return points.flatMap(({ month, value }) => {
    const distance = value.sub(middle).abs();
    const score = distance.div(spread);
    if (score.lte(THRESHOLD) || distance.lt(LEAST_DIFFERENCE)) return [];
    const side = value.gt(middle) ? "HIGH" : "LOW";
    return [{ month, measure, side, value: roundHalfUp(value, 2), median: roundHalfUp(middle, 2), score: roundHalfUp(score, 2) }];
  });
}

function measured(month: MonthFigures, measure: OutlierMeasure): Fraction | null {
  if (measure !== "meanHours") return fraction(month[measure]);
  return month.processed > 0 ? fraction(month.processingHours).div(month.processed) : null;
}

function spreadOf(deviations: readonly Fraction[]): Fraction | null {
  const mad = median(deviations);
  if (mad.gt(0)) return mad.div(MAD_FACTOR);
  const mean = sum(deviations).div(deviations.length);
  return mean.gt(0) ? mean.mul(MEAN_DEVIATION_FACTOR) : null;
}
