import type { Language } from "@isonga/schema/languages";
import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LanguageEnum, MutationPayload, RefusalView } from "../../kernel/graphql/common-types.ts";
import { PageArgs } from "../../kernel/graphql/connection.ts";
import type { JudgeState } from "../judging-states.ts";
import { Judge, JudgeStateEnum } from "./judge.type.ts";

@ArgsType()
export class JudgesArgs extends PageArgs {
  @Field(() => ID, { description: "Of which round." })
  readonly roundId: string;

  @Field(() => [JudgeStateEnum], { nullable: true, description: "Only in these states." })
  readonly states?: readonly JudgeState[] | null;

  @Field(() => Boolean, { nullable: true, description: "Only those who stand by, or only those who do not." })
  readonly waiting?: boolean | null;

  @Field(() => String, { nullable: true, description: "Only with this in the name, the address or the code." })
  readonly search?: string | null;
}

@InputType({ description: "A seat on a panel of a judging stage." })
export class JudgeSeatInput {
  @Field(() => String, { description: "Code of the stage." })
  readonly stage: string;

  @Field(() => String, { description: "Code of the panel." })
  readonly panel: string;
}

@InputType({ description: "People to be invited as judges of a round." })
export class InviteJudgesInput {
  @Field(() => ID, { description: "The round." })
  readonly roundId: string;

  @Field(() => String, {
    description:
      "One person a line: an address, with a name before it (`Aline <aline@example.org>`, or `Aline, aline@example.org, rw` as in a CSV).",
  })
  readonly people: string;

  @Field(() => LanguageEnum, { description: "The language in which those are written to who have no account and whose line names none." })
  readonly language: Language;

  @Field(() => [JudgeSeatInput], { defaultValue: [], description: "Where they shall sit: at most one panel a stage." })
  readonly seats: readonly JudgeSeatInput[];

  @Field(() => Boolean, { defaultValue: false, description: "Whether they are asked to stand by." })
  readonly waiting: boolean;

  @Field(() => Boolean, { description: "Only tells what would be done." })
  readonly dryRun: boolean;
}

@ObjectType({ description: "What became, or would become, of one line." })
export class InvitedLine {
  @Field(() => Int, { description: "Its number, from 1." })
  readonly line: number;

  @Field(() => String, { description: "The name; of those who have an account, theirs." })
  readonly name: string;

  @Field(() => String, { description: "The address." })
  readonly email: string;

  @Field(() => Boolean, { description: "Whether an account is made for them." })
  readonly isNew: boolean;

  @Field(() => RefusalView, { nullable: true, description: "Why the line is left out; null when it is done." })
  readonly refusal: RefusalView | null;
}

@ObjectType({ implements: MutationPayload, description: "What inviting answers." })
export class InviteJudgesPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: "Whether nothing was written." })
  readonly dryRun?: boolean | null;

  @Field(() => Int, { nullable: true, description: "How many are invited, or would be." })
  readonly done?: number | null;

  @Field(() => [InvitedLine], { nullable: true, description: "Each line, in order." })
  readonly lines?: readonly InvitedLine[] | null;
}

@InputType()
abstract class OfJudgeInput {
  @Field(() => ID, { description: "Which judge." })
  readonly judgeId: string;
}

@InputType({ description: "A judge whose invitation is written again." })
export class ResendJudgeInput extends OfJudgeInput {}

@InputType({ description: "Where a judge shall sit." })
export class SeatJudgeInput extends OfJudgeInput {
  @Field(() => Int, { description: "The judge's version this was decided by." })
  readonly version: number;

  @Field(() => [JudgeSeatInput], { description: "All their seats: at most one panel a stage." })
  readonly seats: readonly JudgeSeatInput[];

  @Field(() => Boolean, { description: "Whether they stand by." })
  readonly waiting: boolean;

  @Field(() => Int, { nullable: true, description: "The most entries they are given; null: what the stage says." })
  readonly capacity?: number | null;
}

@InputType({
  description: "A judge who judges no more: their own act, or that of who leads the judging. An invitation is withdrawn by it too.",
})
export class LeaveJudgingInput extends OfJudgeInput {
  @Field(() => String, { description: "Why." })
  readonly reason: string;
}

@ObjectType({ implements: MutationPayload, description: "What an act on a judge answers." })
export class JudgePayload extends MutationPayload {
  @Field(() => Judge, { nullable: true, description: "The judge after it; null when refused, or for judges themselves." })
  readonly judge?: Judge | null;

  @Field(() => Int, { nullable: true, description: "How many open assignments the act has ended." })
  readonly ended?: number | null;
}
