import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { ComparisonView, type ComparisonWinner, ComparisonWinnerEnum } from "./comparison.type.ts";

@InputType({ description: "Which of two entries a judge finds better." })
export class AnswerComparisonInput {
  @Field(() => ID, { description: "Which pair." })
  readonly comparisonId: string;

  @Field(() => ComparisonWinnerEnum, { nullable: true, description: "The better one; null takes the answer back." })
  readonly winner?: ComparisonWinner | null;

  @Field(() => Int, { description: "The version the judge saw." })
  readonly version: number;
}

@ObjectType({ implements: MutationPayload, description: "What comparing two entries gives." })
export class ComparisonPayload extends MutationPayload {
  @Field(() => ComparisonView, { nullable: true, description: "The pair as it is now; null when refused." })
  readonly comparison?: ComparisonView | null;
}
