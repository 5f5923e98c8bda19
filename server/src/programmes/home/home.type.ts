import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTimeScalar, type Instant, YearMonthScalar } from "../../kernel/graphql/scalars.ts";

/** The one thing to do about a task; each has words and a page. */
export const HOME_VERBS = [
  "SUBMIT_REPORTS",
  "MEND_REPORTS",
  "APPROVE_REPORTS",
  "FINISH_ENTRIES",
  "MEND_ENTRIES",
  "ENDORSE_ENTRIES",
  "CHECK_ENTRIES",
  "VERIFY_ENTRIES",
  "ANSWER_INVITATION",
  "ACCEPT_CONDUCT",
  "JUDGE_ENTRIES",
  "OPEN_ROUND",
  "BEGIN_DECISION",
  "PUBLISH_ROUND",
] as const;
export type HomeVerb = (typeof HOME_VERBS)[number];

export const HomeVerbEnum = Object.fromEntries(HOME_VERBS.map((verb) => [verb, verb]));
registerEnumType(HomeVerbEnum, { name: "HomeVerb", description: "The one thing to do about something that waits." });

@ObjectType({ description: "Something that waits for the asker." })
export class HomeTask {
  @Field(() => ID, { description: "The same as long as it is the same task." })
  readonly id: string;

  @Field(() => HomeVerbEnum, { description: "What to do about it." })
  readonly verb: HomeVerb;

  @Field(() => Int, { description: "How many of it: reports, entries, or 1 round." })
  readonly count: number;

  @Field(() => DateTimeScalar, { description: "Since when it waits." })
  readonly since: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it should be done, if there is such an instant." })
  readonly dueAt: Instant | null;

  @Field(() => YearMonthScalar, { nullable: true, description: "The month it is about." })
  readonly month: string | null;

  @Field(() => ID, { nullable: true, description: "The place it is about." })
  readonly placeId: string | null;

  @Field(() => String, { nullable: true, description: "Name of the place in the reader's language." })
  readonly placeName: string | null;

  @Field(() => ID, { nullable: true, description: "The judging stage it is about, or the asker's own part as a judge." })
  readonly judgingId: string | null;

  @Field(() => String, { nullable: true, description: "Code of the round it is about." })
  readonly roundCode: string | null;

  @Field(() => String, { nullable: true, description: "Name of the round in the reader's language." })
  readonly roundName: string | null;

  @Field(() => String, { nullable: true, description: "IANA time zone of the round." })
  readonly timeZone: string | null;
}

@ObjectType({ description: "A stage of a round the asker takes part in, that ends soon." })
export class HomeDeadline {
  @Field(() => ID, { description: "The stage's id." })
  readonly id: string;

  @Field(() => String, { description: "The stage's name in the reader's language." })
  readonly stageName: string;

  @Field(() => String, { description: "The round's name in the reader's language." })
  readonly roundName: string;

  @Field(() => String, { description: "The round's code." })
  readonly roundCode: string;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  readonly endsAt: Instant;

  @Field(() => String, { description: "IANA time zone of the round." })
  readonly timeZone: string;
}

@ObjectType({ description: "Something the asker did." })
export class RecentAct {
  @Field(() => ID, { description: "Opaque id." })
  readonly id: string;

  @Field(() => String, { description: "The verb, as its mutation is named, e.g. `openRound`." })
  readonly verb: string;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly at: Instant;

  @Field(() => Int, { description: "How many things it changed." })
  readonly count: number;

  @Field(() => String, { nullable: true, description: "Name of what it was about, in the reader's language, where it has one." })
  readonly about: string | null;
}
