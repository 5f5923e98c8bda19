import { Field, Int, ObjectType } from "type-graphql";
import { DecimalScalar } from "../kernel/graphql/scalars.ts";

@ObjectType({ description: "An innovation index by one set of levels, with its parts." })
export class ResultIndexFigures {
  @Field(() => DecimalScalar, { description: "0–100, two places." })
  readonly index: string;

  @Field(() => String, { nullable: true, description: "Code of its category; null below the lowest." })
  readonly category: string | null;

  @Field(() => String, { nullable: true, description: "Name of its category in the reader's language." })
  readonly categoryName: string | null;

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

@ObjectType({ description: "A region's innovation index as it claims it and as it was verified; the verified one is its score." })
export class ResultIndex {
  @Field(() => ResultIndexFigures, { description: "By the levels it claims, of all that was handed in." })
  readonly claimed: ResultIndexFigures;

  @Field(() => ResultIndexFigures, { description: "By the levels verified, of what is verified." })
  readonly verified: ResultIndexFigures;
}
