import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DecimalScalar } from "../../kernel/graphql/scalars.ts";
import { IndexCategory } from "../../programmes/rounds/index-instrument.type.ts";

@ObjectType({ description: "An index with its parts. Points are exact, two to six places." })
export class IndexValue {
  @Field(() => DecimalScalar, { description: "The index, 0 to 100, rounded half up to two places." })
  readonly index: string;

  @Field(() => IndexCategory, { nullable: true, description: "Its category, by the rounded index; null below them all." })
  readonly category: IndexCategory | null;

  @Field(() => DecimalScalar, { description: "Points of the region's own rows." })
  readonly spd: string;

  @Field(() => DecimalScalar, { description: "Sum of its innovations' maturities, undivided." })
  readonly maturity: string;

  @Field(() => DecimalScalar, { description: "Points of maturity: the sum ÷ max(divisor, number), six places." })
  readonly maturityPart: string;

  @Field(() => DecimalScalar, { description: "Points of the number of innovations." })
  readonly count: string;

  @Field(() => DecimalScalar, { description: "Mean maturity of its innovations, four places; 0 without any." })
  readonly meanMaturity: string;

  @Field(() => Int, { description: "How many innovations count." })
  readonly innovations: number;

  @Field(() => [String], { description: "Codes of the affairs its innovations belong to, each once." })
  readonly affairs: readonly string[];

  @Field(() => Int, { description: "How many of the basic affairs are covered; 0 where the year has no such rule." })
  readonly basicAffairs: number;

  @Field(() => Boolean, { description: "Whether the rule of affairs lets the number of innovations score." })
  readonly countScores: boolean;
}

@ObjectType({ description: "A row of a region's own, as claimed and as verified." })
export class RegionalLevel {
  @Field(() => String, { description: "Code of the row." })
  readonly indicator: string;

  @Field(() => Int, { description: "The level claimed, 0 to 3." })
  readonly claimed: number;

  @Field(() => Int, { nullable: true, description: "The level verified, 0 to 3; null until then." })
  readonly verified: number | null;
}

@ObjectType({ description: "An area's index in a round, as its entries are now: claimed and verified. Not public before it is published." })
export class RegionalIndex {
  @Field(() => IndexValue, { description: "By the levels claimed in entries that were handed in." })
  readonly claimed: IndexValue;

  @Field(() => IndexValue, { description: "By the levels verified in entries that are verified." })
  readonly verified: IndexValue;

  @Field(() => Int, { description: "Offices with at least one innovation handed in." })
  readonly agencies: number;

  @Field(() => Boolean, { description: "Whether the region's own rows are handed in." })
  readonly regionalClaimed: boolean;

  @Field(() => Boolean, { description: "Whether the region's own rows are verified." })
  readonly regionalVerified: boolean;

  readonly jurisdictionId: string;
  readonly roundId: string;
  readonly code: string;
}

/** A page of areas' indices. */
export const RegionalIndexConnection = connectionType(RegionalIndex, "RegionalIndex");
export type RegionalIndexConnection = InstanceType<typeof RegionalIndexConnection>;

@ObjectType({ description: "An office's part in its region's index." })
export class AgencyIndex {
  @Field(() => ID, { description: "Id of the office." })
  readonly agencyId: string;

  @Field(() => String, { description: "Its code, unique in its area." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language, or the official one." })
  readonly name: string;

  @Field(() => LocalizedText, { description: "Its names by language, where they differ from the official one." })
  readonly names: LocalizedTextValue;

  @Field(() => Int, {
    description: "Its rank among the region's offices by what the instrument ranks them by; equals share a rank: 1, 2, 2, 4.",
  })
  readonly rank: number;

  @Field(() => Int, { description: "Innovations handed in." })
  readonly reported: number;

  @Field(() => Int, { description: "Innovations verified." })
  readonly verified: number;

  @Field(() => DecimalScalar, { description: "Mean maturity of those handed in, as claimed; four places." })
  readonly claimedMaturity: string;

  @Field(() => DecimalScalar, { description: "Mean maturity of those verified, as verified; four places, 0 without any." })
  readonly verifiedMaturity: string;
}

/** A page of offices. */
export const AgencyIndexConnection = connectionType(AgencyIndex, "AgencyIndex");
export type AgencyIndexConnection = InstanceType<typeof AgencyIndexConnection>;
