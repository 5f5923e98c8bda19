import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";

@InputType({ description: "Judges of a stage who are reminded of what is left." })
export class RemindJudgesInput {
  @Field(() => ID, { description: "Which stage." })
  readonly stageId: string;

  @Field(() => [ID], { nullable: true, description: "Which judges; null: everybody with something left." })
  readonly judgeIds?: readonly string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: "Only says who would get a letter; writes none." })
  readonly dryRun: boolean;
}

@ObjectType({ simpleResolvers: true, description: "Whether a judge gets a letter." })
export class RemindedJudge {
  @Field(() => ID, { description: "Id of the judge." })
  readonly id: string;

  @Field(() => String, { description: "Code." })
  readonly judge: string;

  @Field(() => String, { description: "Name." })
  readonly name: string;

  @Field(() => Int, { description: "Cards they have not signed." })
  readonly left: number;

  @Field(() => String, {
    nullable: true,
    description: "Why they get none: NOTHING_LEFT, or REMINDED within the last 24 hours; null: they get one.",
  })
  readonly because: string | null;
}

@ObjectType({ implements: MutationPayload, description: "Who was, or would be, reminded." })
export class RemindJudgesPayload extends MutationPayload {
  @Field(() => [RemindedJudge], { nullable: true, description: "The judges asked about; null when refused." })
  readonly judges?: readonly RemindedJudge[] | null;
}
