import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar } from "../../kernel/graphql/scalars.ts";
import { Publication } from "./publication.type.ts";

@InputType({ description: "Results to be published." })
export class PublishRoundInput {
  @Field(() => ID, { description: "The round, by id or code." })
  readonly roundId: string;

  @Field(() => String, { description: "The `hash` of the preview: STANDING_CHANGED when it would be another by now." })
  readonly expectedStandingHash: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "The public sees nothing before this instant." })
  readonly embargoUntil?: Date | null;

  @Field(() => Int, { nullable: true, description: "For a correction: the last publication, which it corrects." })
  readonly correctsNumber?: number | null;

  @Field(() => String, { nullable: true, description: "For a correction: why." })
  readonly reason?: string | null;
}

@ObjectType({ implements: MutationPayload, description: "What publishing answers." })
export class PublicationPayload extends MutationPayload {
  @Field(() => Publication, { nullable: true, description: "The publication; null when refused." })
  readonly publication?: Publication | null;
}
