import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";

/** What becomes of an objection. */
export const OBJECTION_STATES = ["OPEN", "UPHELD", "DISMISSED"] as const;
export type ObjectionState = (typeof OBJECTION_STATES)[number];
export const ObjectionStateEnum = Object.fromEntries(OBJECTION_STATES.map((state) => [state, state]));
registerEnumType(ObjectionStateEnum, { name: "ObjectionState", description: "What became of an objection." });

@ObjectType({ simpleResolvers: true, description: "What somebody of the public says against an entry on the shortlist." })
export class Objection {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => ID, { description: "Id of the entry." })
  readonly entryId: string;

  @Field(() => String, { description: "What the entry is called in judging." })
  readonly reference: string;

  @Field(() => String, { description: "Title of the entry." })
  readonly title: string;

  @Field(() => String, { description: "What it is about, in the reader's language." })
  readonly ground: string;

  @Field(() => String, { description: "As it was written." })
  readonly text: string;

  @Field(() => String, { description: "The language it was written in." })
  readonly language: string;

  @Field(() => String, { description: "Who made it: for those who answer it only." })
  readonly name: string;

  @Field(() => String, { description: "Where the answer goes." })
  readonly email: string;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  readonly madeAt: Instant;

  @Field(() => ObjectionStateEnum, { description: "What became of it." })
  readonly state: ObjectionState;

  @Field(() => String, { nullable: true, description: "What was answered." })
  readonly answer: string | null;

  @Field(() => String, { nullable: true, description: "Name of who answered." })
  readonly answeredBy: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When." })
  readonly answeredAt: Instant | null;

  @Field(() => Int, { description: "Counts its changes." })
  readonly version: number;
}

@ObjectType({ simpleResolvers: true, description: "The public objection of a round." })
export class ObjectionRound {
  @Field(() => ID, { description: "Id of the round." })
  readonly id: string;

  @Field(() => String, { description: "Its code." })
  readonly code: string;

  @Field(() => DateTimeScalar, { description: "From when the public may object." })
  readonly startsAt: Instant;

  @Field(() => DateTimeScalar, { description: "Until when." })
  readonly endsAt: Instant;

  @Field(() => String, { description: "IANA time zone of these dates." })
  readonly timeZone: string;

  @Field(() => Boolean, { description: "Whether the shortlist is public by now." })
  readonly isShown: boolean;

  @Field(() => [Objection], { description: "All of them, the newest first." })
  readonly objections: readonly Objection[];

  @Field(() => Boolean, { description: "Whether the asker may answer them." })
  readonly canAnswer: boolean;
}

@InputType({ description: "The answer to an objection." })
export class AnswerObjectionInput {
  @Field(() => ID, { description: "Which." })
  readonly id: string;

  @Field(() => Int, { description: "Its version this was decided by." })
  readonly version: number;

  @Field(() => Boolean, { description: "true: it is upheld; false: dismissed." })
  readonly uphold: boolean;

  @Field(() => String, { description: "What is said to who made it." })
  readonly answer: string;

  @Field(() => Boolean, { defaultValue: false, description: "Upheld: take the entry out of the judging." })
  readonly takeOut: boolean;
}

@ObjectType({ implements: MutationPayload, description: "What answering an objection gives." })
export class ObjectionPayload extends MutationPayload {
  @Field(() => ObjectionRound, { nullable: true, description: "The round's objections as they are now; null when refused." })
  readonly round?: ObjectionRound | null;
}
