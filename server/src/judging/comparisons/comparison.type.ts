import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

export const COMPARISON_WINNERS = ["LEFT", "RIGHT", "NEITHER"] as const;
export type ComparisonWinner = (typeof COMPARISON_WINNERS)[number];
export const ComparisonWinnerEnum = Object.fromEntries(COMPARISON_WINNERS.map((value) => [value, value]));
registerEnumType(ComparisonWinnerEnum, {
  name: "ComparisonWinner",
  description: "Which of two entries is better; NEITHER: they are equal.",
});

/** Carries the ids of its entries, which are no fields. */
@ObjectType("Comparison", { simpleResolvers: true, description: "Two entries of which a judge says the better." })
export class ComparisonView {
  readonly stageId: string;
  readonly leftEntryId: string;
  readonly rightEntryId: string;

  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => String, { description: "What the left one is called in judging." })
  readonly leftReference: string;

  @Field(() => String, { description: "What the right one is called in judging." })
  readonly rightReference: string;

  @Field(() => ComparisonWinnerEnum, { nullable: true, description: "What the judge said; null before." })
  readonly winner: ComparisonWinner | null;

  @Field(() => Int, { description: "Its place among the judge's, from 1." })
  readonly position: number;

  @Field(() => Int, { description: "Counts its changes." })
  readonly version: number;
}
