import type { LocalizedText } from "@isonga/schema/languages";
import type { PublishedIndex } from "@isonga/schema/published-index";
import type { PublishedArea, PublishedInputs, PublishedLevel, PublishedMethod, PublishedRow } from "@isonga/schema/published-result";
import type { Direction, Metric } from "../services/performance.ts";
import type { PlaceInputs } from "./load-places.ts";
import type { Completeness, Subject } from "./standing/standing-shape.ts";
import type { WhyParts } from "./why.type.ts";

/**
 * What results ask of a kind of instrument. Standing, decisions, publication and the pages know only this; how a kind scores is in its own
 * folder: `standing/` for service performance, `index-standing/` for the innovation index.
 */
export interface Scoring {
  readonly places: PlaceInputs;
  /** The standing before the chair ordered any tie: where a tie is, is asked of this one. */
  readonly untied: StandingRows;
  readonly standing: StandingRows;
  /** What a score is made of, in the instrument's order. */
  readonly parts: readonly ScorePart[];
  readonly method: PublishedMethod;
  /** First and last month counted; null where months do not matter. */
  readonly window: { readonly from: string; readonly to: string } | null;
  /** Reports that count and those expected; entries verified and those handed in. */
  readonly counted: Pick<PublishedInputs, "approvedReports" | "expectedReports">;
  /** Names of the stages that reasons mention by code; none in rounds without judging. */
  readonly stageNames?: ReadonlyMap<string, LocalizedText>;
  /** What each metric was measured against at a level. */
  benchmarks(level: string): PublishedLevel["benchmarks"];
  /** What only this kind says of an area. */
  facts(code: string): AreaFacts;
  /** How an area came to its rank, or what keeps it from one; null when it is not part of the standing. */
  why(code: string): WhyParts | null;
}

/** The same computed from what a publication keeps of it. */
export interface ScoringToKeep extends Scoring {
  /** What a publication keeps, so that it can be computed again. */
  inputs(): PublishedInputs;
}

/** The chair's rulings that a standing follows from. */
export type Rulings = Pick<PublishedInputs, "excluded" | "ties">;

/** A part of the score with the most points it can give. */
export interface ScorePart {
  readonly metric: PartCode;
  /** Names of a judging stage; metrics and parts of the index have theirs in the phrases. */
  readonly names?: LocalizedText;
  readonly direction: Direction;
  /** As the instrument has it; for a part of the index the most points it can have before they are brought to 100. */
  readonly weight: string;
  readonly maximum: string;
}

/** A metric of service performance, a part of the innovation index, or a judging stage. */
export type PartCode = Metric | IndexPart | StagePart;
export const INDEX_PARTS = ["SPD", "MATURITY", "COUNT"] as const;
export type IndexPart = (typeof INDEX_PARTS)[number];
/** The first, second, … judging stage of a jury round. */
export const STAGE_PARTS = [
  "STAGE_1",
  "STAGE_2",
  "STAGE_3",
  "STAGE_4",
  "STAGE_5",
  "STAGE_6",
  "STAGE_7",
  "STAGE_8",
  "STAGE_9",
  "STAGE_10",
] as const;
export type StagePart = (typeof STAGE_PARTS)[number];

export interface AreaFacts extends Pick<PublishedRow, "entry" | "stages" | "totals"> {
  readonly completeness: Completeness;
  /** Applications received; innovations verified. */
  readonly volume: number;
  /** Metrics of an area that is not ranked: sums and ratios. */
  readonly values: readonly PartFigures[];
  readonly index: PublishedIndex | null;
}

/** A standing, whatever it is of. */
export interface StandingRows {
  /** In the instrument's order. */
  readonly levels: readonly LevelRows[];
}

export interface LevelRows {
  readonly level: string;
  /** By rank, then by code; the code never decides a rank. */
  readonly ranked: readonly RankedRow[];
  /** By code. */
  readonly ineligible: readonly UnrankedRow[];
}

export interface RankedRow {
  readonly subject: Subject;
  /** 1, 2, 2, 4. */
  readonly rank: number;
  /** 0–100, two places, rounded half up. */
  readonly score: string;
  /** The score before rounding, an exact ratio. */
  readonly scoreExact: string;
  readonly metrics: readonly PartResult[];
  /** The rule that put this subject behind the one before it with the same score; null where the score decided. */
  readonly tieBreak: { readonly rule: string; readonly metric?: PartCode } | null;
  /** Codes of the others with the same rank. */
  readonly tiedWith: readonly string[];
}

export interface UnrankedRow {
  readonly subject: Subject;
  readonly reasons: readonly UnrankedReason[];
}

export const UNRANKED_REASONS = [
  "VOLUME",
  "COMPLETENESS",
  "ZERO_DENOMINATOR",
  "NOTHING_VERIFIED",
  "NOT_ADVANCED",
  "NOT_SCORED",
  "CHAIR_DECISION",
] as const;

/** Why an area is not ranked, with what fills the words. */
export interface UnrankedReason {
  readonly code: (typeof UNRANKED_REASONS)[number];
  readonly values: Readonly<Record<string, string>>;
}

/** A part's sums and their ratio; null without a denominator. */
export interface PartFigures {
  readonly metric: PartCode;
  readonly direction: Direction;
  readonly numerator: string;
  readonly denominator: string;
  readonly value: string | null;
}

/** A part as it was scored: see `MetricResult`. */
export interface PartResult extends PartFigures {
  readonly value: string;
  readonly shrunkValue: string;
  readonly normalised: string;
  readonly weight: string;
  readonly contribution: string;
  readonly exact: { readonly contribution: string };
}

/** An area as a standing needs it; the same as a publication keeps. */
export type ScoredArea = PublishedArea;
