import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, DecimalScalar, type Instant, JsonScalar, YearMonthScalar } from "../../kernel/graphql/scalars.ts";
import { METRICS, type Metric } from "../../services/performance.ts";
import { type AnyInstrument, INSTRUMENT_KINDS, type InstrumentKind } from "../instrument.ts";
import type { Normalisation } from "../service-performance-instrument.ts";
import { IndexInstrument, IndexPartEnum } from "./index-instrument.type.ts";

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));

export const MetricEnum = enumOf(METRICS);
registerEnumType(MetricEnum, {
  name: "Metric",
  description: "A figure of service performance, formed from a subtree's sums over a window.",
});

export const NormalisationMethodEnum = enumOf<Normalisation["method"]>(["MIN_MAX", "TARGET", "PERCENT_RANK"]);
registerEnumType(NormalisationMethodEnum, { name: "NormalisationMethod", description: "How a metric's value becomes 0 to 100." });

type TieBreak = AnyInstrument["tieBreaks"][number];
export const InstrumentKindEnum = enumOf(INSTRUMENT_KINDS);
registerEnumType(InstrumentKindEnum, { name: "InstrumentKind", description: "What a round scores by." });
export const TieBreakRuleEnum = enumOf<TieBreak["rule"]>([
  "HIGHER_METRIC",
  "LARGER_VOLUME",
  "HIGHER_PART",
  "MORE_INNOVATIONS",
  "HEAVIEST_CRITERIA",
  "HIGHER_STAGE",
  "HIGHER_MEDIAN",
  "FEWER_LOW_MARKS",
  "CHAIR_DECISION",
]);
registerEnumType(TieBreakRuleEnum, { name: "TieBreakRule", description: "What decides between equal scores." });

@ObjectType({ description: "A level of the country that an instrument names." })
export class InstrumentLevel {
  @Field(() => String, { description: "Its code, e.g. `DISTRICT`." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;
}

@ObjectType({ description: "A service that an instrument counts." })
export class InstrumentService {
  @Field(() => String, { description: "Its code." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;
}

@ObjectType({ description: "A metric with its part in the score." })
export class InstrumentMetric {
  @Field(() => MetricEnum, { description: "Which metric." })
  readonly metric: Metric;

  @Field(() => DecimalScalar, { description: "Its weight as written." })
  readonly weight: string;

  @Field(() => DecimalScalar, { description: "Its part of all weights in percent, rounded half up to two places." })
  readonly share: string;

  @Field(() => NormalisationMethodEnum, { description: "How its value becomes 0 to 100." })
  readonly method: Normalisation["method"];

  @Field(() => DecimalScalar, { nullable: true, description: "The value that gives 0; with a target only." })
  readonly floor: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "The value that gives 100; with a target only." })
  readonly target: string | null;

  @Field(() => DecimalScalar, { description: "Strength of shrinking towards the level's overall rate, in cases; 0 for none." })
  readonly shrinkage: string;
}

@ObjectType({ description: "A rule for equal scores." })
export class InstrumentTieBreak {
  @Field(() => TieBreakRuleEnum, { description: "The rule." })
  readonly rule: TieBreak["rule"];

  @Field(() => MetricEnum, { nullable: true, description: "The metric it looks at, if it looks at one." })
  readonly metric: Metric | null;

  @Field(() => IndexPartEnum, { nullable: true, description: "The part of the index it looks at, if it looks at one." })
  readonly part: "SPD" | "MATURITY" | "COUNT" | null;
}

@ObjectType({ description: "A prize: who can win it, and how many do." })
export class InstrumentPrize {
  @Field(() => String, { description: "Code, unique in the instrument." })
  readonly code: string;

  @Field(() => String, { description: "Name in the reader's language." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its name in each language." })
  readonly names: LocalizedTextValue;

  @Field(() => InstrumentLevel, { description: "The level whose areas can win." })
  readonly level: InstrumentLevel;

  @Field(() => Int, { description: "How many places are honoured." })
  readonly places: number;

  @Field(() => InstrumentLevel, { nullable: true, description: "Given within each area of this level; null: everywhere." })
  readonly within: InstrumentLevel | null;
}

@ObjectType({ description: "A role of officials who are recognised with a winner." })
export class RecognitionRole {
  @Field(() => String, { description: "Code, unique in the instrument." })
  readonly code: string;

  @Field(() => String, { description: "Name in the reader's language." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its name in each language." })
  readonly names: LocalizedTextValue;
}

@ObjectType({ description: "One version of how a round scores." })
export class Instrument {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => Int, { description: "1 for the first; each revision after opening counts one more." })
  readonly number: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when it can no longer be changed." })
  readonly frozenAt: Instant | null;

  @Field(() => String, { nullable: true, description: "Why this version replaced the one before." })
  readonly reason: string | null;

  @Field(() => DateTimeScalar, { description: "When it was written." })
  readonly createdAt: Instant;

  @Field(() => String, { nullable: true, description: "Name of who wrote it; null for the platform's operator." })
  readonly createdBy: string | null;

  @Field(() => InstrumentKindEnum, { description: "What it scores by: fields of the other kind are null or empty." })
  readonly kind: InstrumentKind;

  @Field(() => IndexInstrument, { nullable: true, description: "The rows and parameters of an innovation index; null otherwise." })
  readonly index: IndexInstrument | null;

  @Field(() => YearMonthScalar, { nullable: true, description: "First month counted; service performance only." })
  readonly from: string | null;

  @Field(() => YearMonthScalar, { nullable: true, description: "Last month counted; service performance only." })
  readonly to: string | null;

  @Field(() => InstrumentLevel, { nullable: true, description: "The level whose areas report; service performance only." })
  readonly reportingLevel: InstrumentLevel | null;

  @Field(() => [InstrumentLevel], { description: "The levels ranked, in the order shown." })
  readonly levels: readonly InstrumentLevel[];

  @Field(() => [InstrumentService], { nullable: true, description: "The services counted; null: all that the reporting level delivers." })
  readonly services: readonly InstrumentService[] | null;

  @Field(() => [InstrumentMetric], { description: "The metrics, in the order shown." })
  readonly metrics: readonly InstrumentMetric[];

  @Field(() => String, { description: "Where the weights come from, in the reader's language; empty when nothing is said." })
  readonly weightsNote: string;

  @Field(() => Int, { nullable: true, description: "Fewest applications received in the window to be ranked; service performance only." })
  readonly minVolume: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Smallest share of the expected reports approved to be ranked, 0 to 1; service performance only.",
  })
  readonly minCompleteness: string | null;

  @Field(() => [InstrumentTieBreak], { description: "Applied in order to equal scores; what is left shares the rank." })
  readonly tieBreaks: readonly InstrumentTieBreak[];

  @Field(() => [InstrumentPrize], { description: "What can be won." })
  readonly prizes: readonly InstrumentPrize[];

  @Field(() => [RecognitionRole], { description: "Officials recognised with a winner." })
  readonly recognitionRoles: readonly RecognitionRole[];

  @Field(() => JsonScalar, { description: "The whole definition, as in a round file under `round.instrument`." })
  readonly definition: unknown;
}

@ObjectType({ description: "What an instrument may name in its round's country." })
export class InstrumentChoices {
  @Field(() => [InstrumentLevel], { description: "The levels below the country, from the top down." })
  readonly levels: readonly InstrumentLevel[];

  @Field(() => [InstrumentService], { description: "The services, by code." })
  readonly services: readonly InstrumentService[];
}
