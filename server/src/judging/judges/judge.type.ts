import type { Language } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { LanguageEnum } from "../../kernel/graphql/common-types.ts";
import { connectionType } from "../../kernel/graphql/connection.ts";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";
import { JUDGE_STATES, type JudgeState } from "../judging-states.ts";

export const JudgeStateEnum = Object.fromEntries(JUDGE_STATES.map((state) => [state, state]));
registerEnumType(JudgeStateEnum, {
  name: "JudgeState",
  description: "Whether a judge has answered the invitation. LEFT: judges no more; what they signed stays.",
});

@ObjectType({ simpleResolvers: true, description: "On which panel of which judging stage a judge sits." })
export class JudgeSeat {
  @Field(() => String, { description: "Code of the stage." })
  readonly stage: string;

  @Field(() => String, { description: "Code of the panel." })
  readonly panel: string;
}

@ObjectType({ simpleResolvers: true, description: "How much a judge has on the desk. Drafts are not told of, not even as a number." })
export class JudgeLoad {
  @Field(() => Int, { description: "Entries assigned to them now." })
  readonly assigned: number;

  @Field(() => Int, { description: "Scorecards they have signed and that count." })
  readonly signed: number;

  @Field(() => Int, { description: "Assignments that ended without a signed card: recused, in conflict, taken away." })
  readonly ended: number;
}

@ObjectType({ simpleResolvers: true, description: "What the asker may do with a judge." })
export class JudgeViewerCan {
  @Field(() => Boolean, { description: "Whether to seat, replace or let go." })
  readonly lead: boolean;

  @Field(() => Boolean, { description: "Whether to write the invitation again." })
  readonly resend: boolean;
}

@ObjectType({ simpleResolvers: true, description: "Somebody who judges a round, is asked to, or did." })
export class Judge {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => String, { description: "What the judge is called on paper and in tables: J01, J02, …" })
  readonly code: string;

  @Field(() => ID, { description: "The person." })
  readonly personId: string;

  @Field(() => String, { description: "The person's name." })
  readonly name: string;

  @Field(() => String, { description: "The address letters go to." })
  readonly email: string;

  @Field(() => JudgeStateEnum, { description: "Whether they have answered." })
  readonly state: JudgeState;

  @Field(() => Boolean, { description: "Stands by on the waiting list, to take over where another judge cannot." })
  readonly waiting: boolean;

  @Field(() => [String], { description: "Codes of the affairs they say they know." })
  readonly expertise: readonly string[];

  @Field(() => [LanguageEnum], { description: "The languages in which they can judge." })
  readonly languages: readonly Language[];

  @Field(() => Int, { nullable: true, description: "The most entries they take; null: what the stage says." })
  readonly capacity: number | null;

  @Field(() => [JudgeSeat], { description: "Where they sit, by stage." })
  readonly seats: readonly JudgeSeat[];

  @Field(() => JudgeLoad, { description: "How much they have on the desk." })
  readonly load: JudgeLoad;

  @Field(() => DateTimeScalar, { description: "When they were last invited." })
  readonly invitedAt: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: "When they answered." })
  readonly answeredAt: Instant | null;

  @Field(() => String, { nullable: true, description: "Why they declined or left." })
  readonly leftReason: string | null;

  @Field(() => Int, { description: "Counts changes; an act carries the one it was decided by." })
  readonly version: number;

  @Field(() => JudgeViewerCan, { description: "What the asker may do." })
  readonly viewerCan: JudgeViewerCan;
}

export const JudgeConnection = connectionType(Judge, "Judge");
