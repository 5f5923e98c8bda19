import type { Figures } from "@isonga/schema/report-rules";
import { type Exact, type Fraction, fraction, ZERO } from "../kernel/fraction.ts";

/**
 * Service performance: what a jurisdiction's reports add up to, and the metrics over those sums. Pure and exact. Formulas from
 * the programme rules, "Service performance": figures are sums over the whole subtree and the window, then ratios; never means
 * of ratios.
 */

/** The metrics an instrument may use, in the order in which pages offer them. */
export const METRICS = [
  "PROCESSING_RATE",
  "MEAN_HOURS",
  "ON_TIME_SHARE",
  "SELF_APPLICATIONS",
  "SELF_APPLICATION_SHARE",
  "SELF_APPLICATIONS_PER_1000",
] as const;

export type Metric = (typeof METRICS)[number];

/** Whether more or less of a metric is better. */
export type Direction = "HIGH" | "LOW";

/** What a metric is: which way is better, and whether it is a ratio, which may shrink (a plain count may not). */
export interface MetricFacts {
  readonly direction: Direction;
  readonly isRate: boolean;
}

export const METRIC_FACTS: Readonly<Record<Metric, MetricFacts>> = {
  PROCESSING_RATE: { direction: "HIGH", isRate: true },
  MEAN_HOURS: { direction: "LOW", isRate: true },
  ON_TIME_SHARE: { direction: "HIGH", isRate: true },
  SELF_APPLICATIONS: { direction: "HIGH", isRate: false },
  SELF_APPLICATION_SHARE: { direction: "HIGH", isRate: true },
  SELF_APPLICATIONS_PER_1000: { direction: "HIGH", isRate: true },
};

/** A metric's exact ratio for one subject. A denominator of zero means that the metric has no value. */
export interface MetricRatio {
  readonly numerator: Fraction;
  readonly denominator: Fraction;
}

/** Sums over a window, of one jurisdiction or a subtree. Numbers of applications, hours, and reports. */
export interface Totals {
  /** Waiting at the start of the window: `carriedOver` of its first month only. */
  readonly carriedOver: bigint;
  readonly received: bigint;
  readonly processed: bigint;
  readonly processedInTime: bigint;
  readonly processingHours: Fraction;
  readonly selfApplications: bigint;
  /** Reports that are approved or locked. */
  readonly approvedReports: bigint;
  /** Services × months that the jurisdictions below deliver. */
  readonly expectedReports: bigint;
}

type Whole = bigint | number | string;

/** {@link Totals} as a database gives them: sums as numbers or text. */
export type TotalsInput = { readonly [Field in keyof Totals]: Field extends "processingHours" ? Exact : Whole };

/** An approved report as it is summed. */
export interface CountedReport extends Figures<number, string> {
  readonly jurisdiction: string;
  readonly month: string;
}

/** Months from first to last, `YYYY-MM`, both included. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** An area as sums see it; a parent outside the list makes it a root. */
export interface TreeArea {
  readonly code: string;
  readonly parentCode: string | null;
}

export const NO_TOTALS: Totals = {
  carriedOver: 0n,
  received: 0n,
  processed: 0n,
  processedInTime: 0n,
  processingHours: ZERO,
  selfApplications: 0n,
  approvedReports: 0n,
  expectedReports: 0n,
};

/** The number of months in a window; none when it ends before it begins. */
export function monthsIn(window: Window): number {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return Math.max(0, index(window.to) - index(window.from) + 1);
}

/** Totals from what a database sums. A part of an application or text that is no number is a fault. */
export function toTotals(input: TotalsInput): Totals {
  return {
    carriedOver: BigInt(input.carriedOver),
    received: BigInt(input.received),
    processed: BigInt(input.processed),
    processedInTime: BigInt(input.processedInTime),
    processingHours: fraction(input.processingHours),
    selfApplications: BigInt(input.selfApplications),
    approvedReports: BigInt(input.approvedReports),
    expectedReports: BigInt(input.expectedReports),
  };
}

export function addTotals(a: Totals, b: Totals): Totals {
  return {
    carriedOver: a.carriedOver + b.carriedOver,
    received: a.received + b.received,
    processed: a.processed + b.processed,
    processedInTime: a.processedInTime + b.processedInTime,
    processingHours: a.processingHours.add(b.processingHours),
    selfApplications: a.selfApplications + b.selfApplications,
    approvedReports: a.approvedReports + b.approvedReports,
    expectedReports: a.expectedReports + b.expectedReports,
  };
}

/**
 * Approved reports inside the window summed per jurisdiction; those outside it do not count. `expectedReports` stays 0: what is
 * expected does not follow from what came.
 */
export function sumReports(reports: Iterable<CountedReport>, window: Window): Map<string, Totals> {
  const totals = new Map<string, Totals>();
  for (const report of reports) {
    if (report.month < window.from || report.month > window.to) continue;
    const carriedOver = report.month === window.from ? report.carriedOver : 0;
    const one = toTotals({ ...report, carriedOver, approvedReports: 1, expectedReports: 0 });
    totals.set(report.jurisdiction, addTotals(totals.get(report.jurisdiction) ?? NO_TOTALS, one));
  }
  return totals;
}

/**
 * Every area's sums over its whole subtree, itself included, by code. Totals of an area that is not in the tree are a fault:
 * figures are never dropped silently. So is a tree that bites its tail.
 */
export function sumSubtrees(areas: readonly TreeArea[], own: ReadonlyMap<string, Totals>): Map<string, Totals> {
  const parents = new Map(areas.map((area) => [area.code, area.parentCode]));
  const sums = new Map<string, Totals>(areas.map((area) => [area.code, NO_TOTALS]));
  for (const [code, totals] of own) {
    if (!parents.has(code)) throw new Error(`figures of ${code}, which is not among the areas`);
    for (const area of lineage(code, parents)) sums.set(area, addTotals(sums.get(area) ?? NO_TOTALS, totals));
  }
  return sums;
}

/** An area's code and those of the areas above it that are in the tree, nearest first. */
export function lineage(code: string, parents: ReadonlyMap<string, string | null>): string[] {
  const codes: string[] = [];
  for (let at: string | null | undefined = code; at != null && parents.has(at); at = parents.get(at)) {
    if (codes.includes(at)) throw new Error(`${at} lies inside itself`);
    codes.push(at);
  }
  return codes;
}

/** A metric's exact ratio over sums. Per 1,000 inhabitants, an unknown population is a denominator of zero. */
export function metricRatio(metric: Metric, totals: Totals, population: number | null): MetricRatio {
  const ratio = (numerator: Exact, denominator: Exact) => ({ numerator: fraction(numerator), denominator: fraction(denominator) });
  switch (metric) {
    case "PROCESSING_RATE":
      return ratio(totals.processed, totals.received + totals.carriedOver);
    case "MEAN_HOURS":
      return ratio(totals.processingHours, totals.processed);
    case "ON_TIME_SHARE":
      return ratio(totals.processedInTime, totals.processed);
    case "SELF_APPLICATIONS":
      return ratio(totals.selfApplications, 1n);
    case "SELF_APPLICATION_SHARE":
      return ratio(totals.selfApplications, totals.received);
    case "SELF_APPLICATIONS_PER_1000":
      return ratio(totals.selfApplications * 1000n, population ?? 0);
  }
}
