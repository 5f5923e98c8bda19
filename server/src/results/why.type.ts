import type { PublishedIndex } from "@isonga/schema/published-index";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { DecimalScalar, JsonScalar } from "../kernel/graphql/scalars.ts";
import { NormalisationMethodEnum } from "../programmes/rounds/instrument.type.ts";
import type { Normalisation } from "../programmes/service-performance-instrument.ts";
import type { Direction } from "../services/performance.ts";
import { ResultIndex } from "./result-index.type.ts";
import type { PartCode, UnrankedReason } from "./scoring.ts";
import { DirectionEnum, Ineligibility, IneligibilityEnum, PartEnum, ResultArea, TieRule } from "./standing.type.ts";

@ObjectType({ description: "An area's sums over its subtree and the window." })
export class WindowTotals {
  @Field(() => Int, { description: "Waiting at the start of the window." })
  readonly carriedOver: number;

  @Field(() => Int, { description: "Received." })
  readonly received: number;

  @Field(() => Int, { description: "Processed." })
  readonly processed: number;

  @Field(() => Int, { description: "Processed in time." })
  readonly processedInTime: number;

  @Field(() => DecimalScalar, { description: "Hours of processing." })
  readonly processingHours: string;

  @Field(() => Int, { description: "Self-applications." })
  readonly selfApplications: number;
}

@ObjectType({ description: "A condition of being ranked. Numbers are applications or reports." })
export class RankRequirement {
  @Field(() => IneligibilityEnum, { description: "Which condition." })
  readonly code: UnrankedReason["code"];

  @Field(() => PartEnum, { nullable: true, description: "The metric that needs a denominator." })
  readonly metric: PartCode | null;

  @Field(() => Boolean, { description: "Whether it is met." })
  readonly met: boolean;

  @Field(() => DecimalScalar, { description: "What the area has." })
  readonly has: string;

  @Field(() => DecimalScalar, { description: "What it needs." })
  readonly needed: string;

  @Field(() => DecimalScalar, { description: "What is missing; 0 when met." })
  readonly missing: string;
}

@ObjectType({ description: "A metric's sums and their ratio." })
export class MetricFigures {
  @Field(() => PartEnum, { description: "Which metric." })
  readonly metric: PartCode;

  @Field(() => DirectionEnum, { description: "Which way is better." })
  readonly direction: Direction;

  @Field(() => DecimalScalar, { description: "The sum above." })
  readonly numerator: string;

  @Field(() => DecimalScalar, { description: "The sum below." })
  readonly denominator: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Their ratio, six places; null without a denominator." })
  readonly value: string | null;
}

@ObjectType({ description: "A metric's way from figures to points." })
export class WhyStep extends MetricFigures {
  @Field(() => DecimalScalar, { description: "The value that is scored: after shrinking; the same where there is none." })
  readonly shrunkValue: string;

  @Field(() => DecimalScalar, { description: "Strength of shrinking, k." })
  readonly shrinkage: string;

  @Field(() => DecimalScalar, { nullable: true, description: "The level's overall rate, p₀; null for a count." })
  readonly overall: string | null;

  @Field(() => NormalisationMethodEnum, { nullable: true, description: "How the value became 0 to 100; null for a part of the index." })
  readonly method: Normalisation["method"] | null;

  @Field(() => DecimalScalar, { nullable: true, description: "TARGET: the value that gives 0." })
  readonly floor: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "TARGET: the value that gives 100." })
  readonly target: string | null;

  @Field(() => DecimalScalar, { description: "The smallest scored value of the level; for a part of the index 0." })
  readonly lowest: string;

  @Field(() => DecimalScalar, { description: "The largest scored value of the level; for a part of the index the most it can be." })
  readonly highest: string;

  @Field(() => DecimalScalar, { description: "On the scale from 0 to 100." })
  readonly normalised: string;

  @Field(() => DecimalScalar, { description: "The weight." })
  readonly weight: string;

  @Field(() => DecimalScalar, { description: "Points of the score that it gives." })
  readonly contribution: string;

  @Field(() => DecimalScalar, { description: "The most points it can give." })
  readonly maximum: string;
}

@ObjectType({ description: "An innovation index with the numbers of its formula." })
export class WhyIndex extends ResultIndex {
  @Field(() => Int, { description: "d: the sum of maturities is divided by max(d, n)." })
  readonly divisor: number;

  @Field(() => Int, { description: "The most innovations that the count scores." })
  readonly cap: number;

  @Field(() => DecimalScalar, { description: "Points of one innovation counted." })
  readonly perInnovation: string;

  @Field(() => DecimalScalar, { description: "Points that are an index of 100." })
  readonly maximum: string;

  @Field(() => Int, { nullable: true, description: "Basic affairs needed for the count to score; null: none." })
  readonly basicAffairsAtLeast: number | null;
}

@ObjectType({ description: "Why an area stands where it does, or what keeps it from a rank." })
export class WhyRankView {
  @Field(() => ID, { description: "The round." })
  readonly roundId: string;

  @Field(() => ResultArea, { description: "The area." })
  readonly area: ResultArea;

  @Field(() => String, { description: "Its level." })
  readonly level: string;

  @Field(() => Int, { description: "How many are ranked at the level." })
  readonly rankedCount: number;

  @Field(() => Int, { nullable: true, description: "Its rank; null when it has none." })
  readonly rank: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Its score; null when it is not ranked." })
  readonly score: string | null;

  @Field(() => DecimalScalar, { description: "Σ weight; of an index the points that are 100." })
  readonly totalWeight: string;

  @Field(() => WindowTotals, { nullable: true, description: "Its sums; null in an index round." })
  readonly totals: WindowTotals | null;

  @Field(() => [RankRequirement], { description: "What is asked of an area before it is ranked, met or not." })
  readonly requirements: readonly RankRequirement[];

  @Field(() => [WhyStep], { description: "From figures to points; empty when it is not ranked." })
  readonly steps: readonly WhyStep[];

  @Field(() => [MetricFigures], { description: "Sums and ratios, also when it is not ranked." })
  readonly values: readonly MetricFigures[];

  @Field(() => WhyIndex, { nullable: true, description: "Its innovation index; null in other rounds." })
  readonly index: WhyIndex | null;

  @Field(() => [Ineligibility], { description: "Why it is not ranked; empty when it is." })
  readonly reasons: readonly Ineligibility[];

  @Field(() => TieRule, { nullable: true, description: "The rule that put it behind the one before it with the same score." })
  readonly tieBreak: TieRule | null;

  @Field(() => [ResultArea], { description: "The others with the same rank." })
  readonly tiedWith: readonly ResultArea[];
}

@ObjectType({ description: "One of two areas compared." })
export class ComparedArea {
  @Field(() => ResultArea, { description: "The area." })
  readonly area: ResultArea;

  @Field(() => Int, { description: "Its rank." })
  readonly rank: number;

  @Field(() => DecimalScalar, { description: "Its score." })
  readonly score: string;

  @Field(() => WindowTotals, { nullable: true, description: "Its sums; null in an index round." })
  readonly totals: WindowTotals | null;

  @Field(() => ResultIndex, { nullable: true, description: "Its innovation index; null in other rounds." })
  readonly index: ResultIndex | null;
}

@ObjectType({ description: "One metric of two areas beside each other." })
export class MetricComparisonView {
  @Field(() => PartEnum, { description: "Which metric." })
  readonly metric: PartCode;

  @Field(() => DecimalScalar, { description: "The first one's scored value." })
  readonly firstValue: string;

  @Field(() => DecimalScalar, { description: "The second one's scored value." })
  readonly secondValue: string;

  @Field(() => DecimalScalar, { description: "The first one's points." })
  readonly firstPoints: string;

  @Field(() => DecimalScalar, { description: "The second one's points." })
  readonly secondPoints: string;

  @Field(() => DecimalScalar, { description: "First minus second, in points." })
  readonly difference: string;
}

@ObjectType({ description: "Two ranked areas of one level beside each other." })
export class ComparisonView {
  @Field(() => String, { description: "Their level." })
  readonly level: string;

  @Field(() => ComparedArea, { description: "The first." })
  readonly first: ComparedArea;

  @Field(() => ComparedArea, { description: "The second." })
  readonly second: ComparedArea;

  @Field(() => [MetricComparisonView], { description: "Metric by metric." })
  readonly metrics: readonly MetricComparisonView[];

  @Field(() => DecimalScalar, { description: "First minus second, before rounding to two places: the sum of the metrics' differences." })
  readonly difference: string;

  @Field(() => JsonScalar, { description: "The same as an exact ratio." })
  readonly differenceExact: unknown;
}

/** What a kind of instrument says to "why"; the rest follows from the standing. Texts of an index still by language. */
export type WhyParts = Pick<WhyRankView, "totalWeight" | "totals" | "requirements" | "steps" | "values"> & {
  readonly index: (PublishedIndex & Omit<WhyIndex, keyof ResultIndex>) | null;
};
