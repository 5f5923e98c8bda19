import type { LocalizedText as LocalizedTextValue } from "@isonga/schema/languages";
import { Field, Int, ObjectType } from "type-graphql";
import { LocalizedText } from "../../kernel/graphql/common-types.ts";
import { DecimalScalar } from "../../kernel/graphql/scalars.ts";

@ObjectType("IndexFigures", { simpleResolvers: true, description: "An innovation index by one set of levels, with its parts." })
export class PartnerIndexFigures {
  @Field(() => DecimalScalar, { description: "0–100, two places." })
  readonly index: string;

  @Field(() => String, { nullable: true, description: "Code of its category; null below the lowest." })
  readonly category: string | null;

  @Field(() => LocalizedText, { nullable: true, description: "Names of its category by language." })
  readonly categoryNames: LocalizedTextValue | null;

  @Field(() => DecimalScalar, { description: "Points of the region's own rows." })
  readonly spd: string;

  @Field(() => DecimalScalar, { description: "Σ maturity ÷ max(d, n), six places." })
  readonly maturityPart: string;

  @Field(() => DecimalScalar, { description: "Points of the number of innovations." })
  readonly count: string;

  @Field(() => DecimalScalar, { description: "Σ maturity ÷ n, four places." })
  readonly meanMaturity: string;

  @Field(() => Int, { description: "Innovations counted, n." })
  readonly innovations: number;

  @Field(() => Int, { description: "Basic affairs that they cover." })
  readonly basicAffairs: number;

  @Field(() => Boolean, { description: "Whether the affairs rule let the count score." })
  readonly countScores: boolean;
}

@ObjectType("InnovationIndex", { simpleResolvers: true, description: "A region's innovation index; the verified one is its score." })
export class PartnerIndex {
  @Field(() => PartnerIndexFigures, { description: "By the levels it claimed, of all that was handed in." })
  readonly claimed: PartnerIndexFigures;

  @Field(() => PartnerIndexFigures, { description: "By the levels verified, of what was verified." })
  readonly verified: PartnerIndexFigures;
}
