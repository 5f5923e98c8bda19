import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DecimalScalar, JsonScalar, YearMonthScalar } from "../kernel/graphql/scalars.ts";
import type { InstrumentKind } from "../programmes/instrument.ts";
import { InstrumentKindEnum } from "../programmes/rounds/instrument.type.ts";
import { RoundStateEnum } from "../programmes/rounds/round.type.ts";
import type { RoundState } from "../programmes/rounds/round-states.ts";
import { type Direction, METRICS } from "../services/performance.ts";
import { ResultIndex } from "./result-index.type.ts";
import { INDEX_PARTS, type PartCode, STAGE_PARTS, UNRANKED_REASONS, type UnrankedReason } from "./scoring.ts";

const enumOf = <T extends string>(...values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));

export const DirectionEnum = enumOf("HIGH", "LOW");
registerEnumType(DirectionEnum, { name: "BetterDirection", description: "Whether more or less of a metric is better." });

export const IneligibilityEnum = enumOf(...UNRANKED_REASONS);
registerEnumType(IneligibilityEnum, { name: "IneligibilityCode", description: "What keeps an area from being ranked." });

export const PartEnum = enumOf(...METRICS, ...INDEX_PARTS, ...STAGE_PARTS);
registerEnumType(PartEnum, {
  name: "ScorePart",
  description: "A metric of service performance, a part of the innovation index, or the first, second, … judging stage of a jury round.",
});

@ObjectType({ description: "An area as results name it." })
export class ResultPlace {
  @Field(() => ID, { description: "Id of the jurisdiction." })
  readonly id: string;

  @Field(() => String, { description: "Its official code." })
  readonly code: string;

  @Field(() => String, { description: "Code of its level." })
  readonly level: string;

  @Field(() => String, { description: "Name in the reader's language." })
  readonly name: string;
}

@ObjectType({ description: "An area with its path, since names repeat." })
export class ResultArea extends ResultPlace {
  @Field(() => [ResultPlace], { description: "The areas above it, the country first, the nearest last." })
  readonly ancestors: readonly ResultPlace[];
}

@ObjectType({ description: "A level with its name." })
export class ResultLevel {
  @Field(() => String, { description: "Code of the level." })
  readonly code: string;

  @Field(() => String, { description: "Name in the reader's language." })
  readonly name: string;
}

@ObjectType({ description: "A rule of the published list that decided between equal scores." })
export class TieRule {
  @Field(() => String, {
    description:
      "`HIGHER_METRIC`, `LARGER_VOLUME`, `HIGHER_PART`, `MORE_INNOVATIONS`, `HEAVIEST_CRITERIA`, `HIGHER_STAGE`, `HIGHER_MEDIAN`, `FEWER_LOW_MARKS` or `CHAIR_DECISION`.",
  })
  readonly rule: string;

  @Field(() => PartEnum, { nullable: true, description: "The metric of HIGHER_METRIC, the part of HIGHER_PART." })
  readonly metric?: PartCode | null;
}

@ObjectType({ description: "A metric of the instrument, or a part of the index." })
export class StandingMetric {
  @Field(() => PartEnum, { description: "Which." })
  readonly metric: PartCode;

  @Field(() => String, { nullable: true, description: "Name of a judging stage in the reader's language; null for others." })
  readonly name: string | null;

  @Field(() => DirectionEnum, { description: "Which way is better." })
  readonly direction: Direction;

  @Field(() => DecimalScalar, {
    description: "Its weight as the instrument has it; of a part of the index the most points before they are brought to 100.",
  })
  readonly weight: string;

  @Field(() => DecimalScalar, { description: "The most points of the score that it can give." })
  readonly maximum: string;
}

@ObjectType({ description: "What one metric gave a ranked area." })
export class MetricShare {
  @Field(() => PartEnum, { description: "Which metric." })
  readonly metric: PartCode;

  @Field(() => DecimalScalar, { description: "The value that was scored, six places." })
  readonly value: string;

  @Field(() => DecimalScalar, { description: "On the scale from 0 to 100." })
  readonly normalised: string;

  @Field(() => DecimalScalar, { description: "Points of the score." })
  readonly contribution: string;
}

@ObjectType({ description: "A ranked area." })
export class StandingRow {
  @Field(() => ResultArea, { description: "The area." })
  readonly area: ResultArea;

  @Field(() => Int, { description: "1, 2, 2, 4." })
  readonly rank: number;

  @Field(() => DecimalScalar, { description: "0–100, two places." })
  readonly score: string;

  @Field(() => [MetricShare], { description: "What made the score, in the instrument's order." })
  readonly shares: readonly MetricShare[];

  @Field(() => Int, { description: "Applications received; in an index round innovations verified." })
  readonly volume: number;

  @Field(() => ResultIndex, { nullable: true, description: "Its innovation index; null in other rounds." })
  readonly index: ResultIndex | null;

  @Field(() => Int, { description: "How many others have the same rank." })
  readonly tiedWith: number;

  @Field(() => TieRule, { nullable: true, description: "The rule that put it behind the one before it with the same score." })
  readonly tieBreak: TieRule | null;

  @Field(() => Int, { nullable: true, description: "Its rank in the edition before; null when it had none." })
  readonly previousRank: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Its score in the edition before; null when it had none." })
  readonly previousScore: string | null;
}

@ObjectType({ description: "One reason why an area is not ranked." })
export class Ineligibility {
  @Field(() => IneligibilityEnum, { description: "The reason." })
  readonly code: UnrankedReason["code"];

  @Field(() => JsonScalar, {
    description: "What fills its words: received, needed, approved, expected, share, neededShare, metric, reason.",
  })
  readonly values: unknown;
}

@ObjectType({ description: "An area that is not ranked, and why." })
export class IneligibleRow {
  @Field(() => ResultArea, { description: "The area." })
  readonly area: ResultArea;

  @Field(() => ResultIndex, { nullable: true, description: "Its innovation index as it is; null in other rounds." })
  readonly index: ResultIndex | null;

  @Field(() => [Ineligibility], { description: "Every reason." })
  readonly reasons: readonly Ineligibility[];
}

@ObjectType({ description: "What the asker may do with a round's results." })
export class ResultsViewerCan {
  @Field(() => Boolean, { description: "Stage decisions and publish." })
  readonly decide: boolean;
}

@ObjectType({ description: "A round's standing at one level, computed from what is approved now: not public." })
export class RoundStandingView {
  @Field(() => ID, { description: "The round." })
  readonly roundId: string;

  @Field(() => String, { description: "The round's code." })
  readonly roundCode: string;

  @Field(() => String, { description: "The round's name in the reader's language." })
  readonly roundName: string;

  @Field(() => RoundStateEnum, { description: "What has become of the round." })
  readonly roundState: RoundState;

  @Field(() => Boolean, { description: "Whether its figures are invented." })
  readonly illustrative: boolean;

  @Field(() => String, { description: "The level shown." })
  readonly level: string;

  @Field(() => [ResultLevel], { description: "All levels that are ranked, in the order shown." })
  readonly levels: readonly ResultLevel[];

  @Field(() => InstrumentKindEnum, { description: "What the round is scored by." })
  readonly kind: InstrumentKind;

  @Field(() => YearMonthScalar, { nullable: true, description: "First month counted; null where months do not matter." })
  readonly from: string | null;

  @Field(() => YearMonthScalar, { nullable: true, description: "Last month counted." })
  readonly to: string | null;

  @Field(() => [StandingMetric], { description: "What is measured." })
  readonly metrics: readonly StandingMetric[];

  @Field(() => [StandingRow], { description: "By rank, then code." })
  readonly rows: readonly StandingRow[];

  @Field(() => [IneligibleRow], { description: "Those not ranked, by code." })
  readonly ineligible: readonly IneligibleRow[];

  @Field(() => Int, { description: "Reports that count; in an index round entries verified." })
  readonly approvedReports: number;

  @Field(() => Int, { description: "Reports that would be complete; in an index round entries handed in." })
  readonly expectedReports: number;

  @Field(() => String, { nullable: true, description: "Code of the edition that movement is measured against." })
  readonly previousRound: string | null;

  @Field(() => ResultsViewerCan, { description: "What the asker may do." })
  readonly viewerCan: ResultsViewerCan;
}
