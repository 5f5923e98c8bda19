import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { DecimalScalar, LocalDateScalar } from "../../kernel/graphql/scalars.ts";
import type { InnovationIndexInstrument } from "../innovation-index-instrument.ts";

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));
type Eligibility = InnovationIndexInstrument["eligibility"];

export const IndexPartEnum = enumOf(["SPD", "MATURITY", "COUNT"] as const);
registerEnumType(IndexPartEnum, {
  name: "IndexPart",
  description: "A part of the index: the region's own rows, the mean maturity of its innovations, their number.",
});
export const WindowBasisEnum = enumOf<NonNullable<Eligibility["window"]>["basis"]>(["APPLIED", "APPLIED_OR_DEVELOPED"]);
registerEnumType(WindowBasisEnum, { name: "EligibilityBasis", description: "Which dates of an innovation may lie in the window." });
export const AgencyRankingEnum = enumOf<InnovationIndexInstrument["agencyRanking"]>(["REPORTED", "VERIFIED", "MATURITY"]);
registerEnumType(AgencyRankingEnum, {
  name: "AgencyRanking",
  description: "What offices are ranked by: innovations reported, innovations verified, mean maturity.",
});
export const IndicatorOfEnum = enumOf(["REGION", "INNOVATION"] as const);
registerEnumType(IndicatorOfEnum, { name: "IndicatorOf", description: "Whether a row is claimed by the region or by each innovation." });

@ObjectType({ description: "Something an index instrument names: a group of rows, an affair, a category." })
export class IndexTerm {
  @Field(() => String, { description: "Its code." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its name in each language." })
  readonly names: LocalizedTextValue;
}

@ObjectType({ description: "A category of the index." })
export class IndexCategory extends IndexTerm {
  @Field(() => DecimalScalar, { description: "The lowest index, rounded to two places, that belongs to it." })
  readonly from: string;
}

@ObjectType({ description: "What one level of a row means." })
export class IndicatorLevel {
  @Field(() => Int, { description: "1, 2 or 3; level 0 is none of them." })
  readonly level: number;

  @Field(() => String, { description: "In the reader's language." })
  readonly text: string;

  @Field(() => LocalizedText, { description: "In each language." })
  readonly texts: LocalizedTextValue;
}

@ObjectType({ description: "A row that is claimed at a level of 0 to 3, proved and verified." })
export class Indicator {
  @Field(() => String, { description: "Its code, unique in the instrument." })
  readonly code: string;

  @Field(() => IndicatorOfEnum, { description: "Who claims it." })
  readonly of: "REGION" | "INNOVATION";

  @Field(() => IndexTerm, { nullable: true, description: "Its group." })
  readonly group: IndexTerm | null;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its name in each language." })
  readonly names: LocalizedTextValue;

  @Field(() => String, { description: "What it is about, in the reader's language; empty when nothing is said." })
  readonly description: string;

  @Field(() => DecimalScalar, { description: "Points of one level: its score is weight × level." })
  readonly weight: string;

  @Field(() => Boolean, { description: "Whether an entry needs a level above 0 here to be submitted." })
  readonly mandatory: boolean;

  @Field(() => [IndicatorLevel], { description: "What levels 1, 2 and 3 mean." })
  readonly levels: readonly IndicatorLevel[];

  @Field(() => String, { description: "What proves it, in the reader's language; empty when nothing is said." })
  readonly evidence: string;
}

@ObjectType({
  description: "The numbers of the index formula: (SPD + Σ maturity ÷ max(divisor, n) + min(n, cap) × perInnovation) ÷ maximum × 100.",
})
export class IndexParameters {
  @Field(() => Int, { description: "d: the fewest innovations by which the sum of maturities is divided." })
  readonly divisor: number;

  @Field(() => Int, { description: "The most innovations counted." })
  readonly cap: number;

  @Field(() => DecimalScalar, { description: "Points of one innovation counted." })
  readonly perInnovation: string;

  @Field(() => DecimalScalar, { description: "Points that are an index of 100." })
  readonly maximum: string;

  @Field(() => [IndexTerm], { description: "The basic affairs; empty when the count has no rule of affairs." })
  readonly basicAffairs: readonly IndexTerm[];

  @Field(() => Int, {
    nullable: true,
    description: "How many of the basic affairs must be covered for the count to score; null: no such rule.",
  })
  readonly basicAffairsAtLeast: number | null;

  @Field(() => [IndexCategory], { description: "The categories, the highest first." })
  readonly categories: readonly IndexCategory[];
}

@ObjectType({ description: "Who may enter." })
export class IndexEligibility {
  @Field(() => LocalDateScalar, { nullable: true, description: "First day on which it may have been applied; null: any." })
  readonly windowFrom: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day on which it may have been applied; null: any." })
  readonly windowTo: string | null;

  @Field(() => WindowBasisEnum, { nullable: true, description: "Whether a development in the window is enough; null without a window." })
  readonly windowBasis: NonNullable<Eligibility["window"]>["basis"] | null;

  @Field(() => Int, { description: "Fewest words of the design narrative." })
  readonly minDesignWords: number;

  @Field(() => Int, { nullable: true, description: "How often an innovation may be entered, this time included; null: any number." })
  readonly maxEntries: number | null;

  @Field(() => Boolean, { description: "Whether two entries of one region may not share a title." })
  readonly uniqueTitles: boolean;
}

@ObjectType({ description: "How an innovation index is computed: rows, weights, levels, parameters, who may enter." })
export class IndexInstrument {
  @Field(() => [IndexTerm], { description: "Groups of rows, for reading." })
  readonly groups: readonly IndexTerm[];

  @Field(() => [IndexTerm], { description: "The affairs an innovation may belong to." })
  readonly affairs: readonly IndexTerm[];

  @Field(() => [Indicator], { description: "The region's own rows, in the catalogue's order." })
  readonly regional: readonly Indicator[];

  @Field(() => [Indicator], { description: "The rows of each innovation, in the catalogue's order." })
  readonly innovation: readonly Indicator[];

  @Field(() => DecimalScalar, { description: "The most points of the region's own rows." })
  readonly regionalMaximum: string;

  @Field(() => DecimalScalar, { description: "The most points of one innovation: the highest maturity." })
  readonly maturityMaximum: string;

  @Field(() => DecimalScalar, { description: "The most points that the number of innovations gives." })
  readonly countMaximum: string;

  @Field(() => IndexParameters, { description: "The numbers of the formula." })
  readonly parameters: IndexParameters;

  @Field(() => IndexEligibility, { description: "Who may enter." })
  readonly eligibility: IndexEligibility;

  @Field(() => AgencyRankingEnum, { description: "What a region's offices are ranked by." })
  readonly agencyRanking: InnovationIndexInstrument["agencyRanking"];

  @Field(() => Int, { description: "How many verify each row." })
  readonly verifiers: number;

  @Field(() => Int, { description: "The largest file of evidence, in bytes." })
  readonly largestFile: number;
}
