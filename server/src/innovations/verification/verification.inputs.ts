import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { Verification } from "./verification.type.ts";

@InputType({ description: "A level found in one row." })
export class SetVerifiedLevelInput {
  @Field(() => ID, { description: "Of which entry." })
  readonly entryId: string;

  @Field(() => String, { description: "Code of the row." })
  readonly indicator: string;

  @Field(() => Int, { description: "The level, 0 to 3." })
  readonly level: number;

  @Field(() => String, { nullable: true, description: "Why, for whoever reads it later." })
  readonly note?: string | null;

  @Field(() => Int, { description: "The row's version this was made from." })
  readonly version: number;
}

@InputType({ description: "An entry whose claimed levels are found right." })
export class AcceptClaimedLevelsInput {
  @Field(() => ID, { description: "Which entry." })
  readonly entryId: string;
}

@InputType({ description: "An entry whose verification ends." })
export class CompleteVerificationInput {
  @Field(() => ID, { description: "Which entry." })
  readonly entryId: string;

  @Field(() => Int, { description: "The entry's version this was made from." })
  readonly version: number;
}

@ObjectType({ implements: MutationPayload, description: "What an act of verification gives." })
export class VerificationPayload extends MutationPayload {
  @Field(() => Verification, { nullable: true, description: "The verification as it is now; null when refused." })
  readonly verification?: Verification | null;
}
