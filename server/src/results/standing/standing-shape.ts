import type { TieBreak } from "../../programmes/service-performance-instrument.ts";
import type { Direction, Metric } from "../../services/performance.ts";

/**
 * A standing as plain data: numbers that people read are decimals as text (values with six places, points with four, scores with
 * two), and beside them `exact` ratios (`"5/7"`) for whoever adds or compares. Whole counts are numbers.
 */
export interface Standing {
  /** In the instrument's order. */
  readonly levels: readonly LevelStanding[];
}

export interface LevelStanding {
  readonly level: string;
  /** By rank, then by code; the code never decides a rank. */
  readonly ranked: readonly RankedSubject[];
  /** By code. */
  readonly ineligible: readonly IneligibleSubject[];
  /** What each metric was measured against at this level, in the instrument's order; empty when nobody is eligible. */
  readonly benchmarks: readonly MetricBenchmark[];
}

/** The jurisdiction that is ranked. */
export interface Subject {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parentCode: string | null;
  readonly population: number | null;
}

/** A subject's sums over its subtree and the window. */
export interface SubjectTotals {
  readonly carriedOver: number;
  readonly received: number;
  readonly processed: number;
  readonly processedInTime: number;
  readonly processingHours: string;
  readonly selfApplications: number;
}

/** Reports approved of those expected; `share` with four places, 0 where nothing is expected. */
export interface Completeness {
  readonly approved: number;
  readonly expected: number;
  readonly share: string;
}

interface Measured {
  readonly subject: Subject;
  readonly totals: SubjectTotals;
  /** Applications received in the window. */
  readonly volume: number;
  readonly completeness: Completeness;
}

export interface RankedSubject extends Measured {
  /** 1, 2, 2, 4. */
  readonly rank: number;
  /** 0–100, two places, rounded half up. */
  readonly score: string;
  /** The score before rounding, an exact ratio. */
  readonly scoreExact: string;
  readonly metrics: readonly MetricResult[];
  /** The rule that put this subject behind the one before it with the same score; null where the score decided. */
  readonly tieBreak: TieBreak | null;
  /** Codes of the others with the same rank. */
  readonly tiedWith: readonly string[];
}

export interface IneligibleSubject extends Measured {
  /** Every reason, in the order volume, completeness, metrics, chair. */
  readonly reasons: readonly IneligibilityReason[];
  readonly values: readonly RawMetric[];
}

/** `VOLUME`: received fewer than needed · `COMPLETENESS`: too few reports · `ZERO_DENOMINATOR`: a metric has no value · `CHAIR_DECISION`. */
export interface IneligibilityReason {
  readonly code: "VOLUME" | "COMPLETENESS" | "ZERO_DENOMINATOR" | "CHAIR_DECISION";
  readonly values: Readonly<Record<string, string>>;
}

/** A metric's sums and their ratio; null without a denominator. */
export interface RawMetric {
  readonly metric: Metric;
  readonly direction: Direction;
  readonly numerator: string;
  readonly denominator: string;
  readonly value: string | null;
}

export interface MetricResult extends RawMetric {
  readonly value: string;
  /** The value that is scored: after shrinking; the same as `value` where k is 0. */
  readonly shrunkValue: string;
  /** 0–100, 100 the best. */
  readonly normalised: string;
  /** As the instrument has it. */
  readonly weight: string;
  /** Points of the score: weight × normalised ÷ Σ weight. */
  readonly contribution: string;
  readonly exact: {
    readonly value: string;
    readonly shrunkValue: string;
    readonly normalised: string;
    readonly contribution: string;
  };
}

/** Over the level's eligible subjects. */
export interface MetricBenchmark {
  readonly metric: Metric;
  /** The overall rate p₀ = Σ numerators ÷ Σ denominators; null for a count. */
  readonly overall: string | null;
  /** The shrinking strength k. */
  readonly shrinkage: string;
  /** Smallest and largest scored value. */
  readonly lowest: string;
  readonly highest: string;
}
