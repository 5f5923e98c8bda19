import type { Language } from "@isonga/schema/languages";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LanguageEnum, MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";
import { TieInput } from "../conflicts/conflict.inputs.ts";
import { TieKindEnum } from "../conflicts/conflict.type.ts";
import type { TieKind } from "../conflicts/conflict-kinds.ts";
import { JudgeStateEnum } from "../judges/judge.type.ts";
import type { JudgeState, JudgingStageState } from "../judging-states.ts";
import { JudgingPanel, JudgingStageStateEnum } from "../stages/stage.type.ts";

@ObjectType({ simpleResolvers: true, description: "What a judge said ties them to an area or an office." })
export class OwnTie {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => TieKindEnum, { description: "What ties them." })
  readonly kind: TieKind;

  @Field(() => String, { description: "Name of the area or office." })
  readonly what: string;

  @Field(() => String, { nullable: true, description: "What was said with it." })
  readonly note: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A judging stage in which the asker judges, or is asked to." })
export class JudgeshipStage {
  @Field(() => ID, { description: "The judging stage." })
  readonly stageId: string;

  @Field(() => String, { description: "Its code." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => JudgingStageStateEnum, { description: "How far it has come." })
  readonly state: JudgingStageState;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  readonly startsAt: Instant;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  readonly endsAt: Instant;

  @Field(() => Int, { nullable: true, description: "How many entries are assigned to the asker; null before they accepted." })
  readonly total: number | null;

  @Field(() => Int, { nullable: true, description: "How many of them the asker has signed; null before they accepted." })
  readonly signed: number | null;
}

@ObjectType({ simpleResolvers: true, description: "The round of a judgeship." })
export class JudgeshipRound {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => String, { description: "Its code." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => String, { description: "The time zone of its dates." })
  readonly timeZone: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "The asker's own part as a judge of a round. Of entries it tells nothing before they accepted.",
})
export class Judgeship {
  @Field(() => ID, { description: "The judge." })
  readonly id: string;

  @Field(() => String, { description: "What the asker is called on paper, e.g. J03." })
  readonly code: string;

  @Field(() => JudgeStateEnum, { description: "Whether they have answered." })
  readonly state: JudgeState;

  @Field(() => Boolean, { description: "Asked to stand by." })
  readonly waiting: boolean;

  @Field(() => JudgeshipRound, { description: "The round." })
  readonly round: JudgeshipRound;

  @Field(() => String, { description: "The code of conduct in the reader's language, one rule a line." })
  readonly conduct: string;

  @Field(() => Int, { description: "Which version of the rules it is from; accepting carries it." })
  readonly conductVersion: number;

  @Field(() => Boolean, { description: "Whether the code is still to be accepted: not yet, or it has changed since." })
  readonly conductDue: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The code that was accepted before, in the reader's language, one rule a line; null unless another holds now.",
  })
  readonly conductBefore: string | null;

  @Field(() => [JudgingPanel], { description: "What may be chosen as expertise." })
  readonly expertiseChoices: readonly JudgingPanel[];

  @Field(() => [String], { description: "Codes of what the asker said they know." })
  readonly expertise: readonly string[];

  @Field(() => [LanguageEnum], { description: "The languages in which they said they can judge." })
  readonly languages: readonly Language[];

  @Field(() => Int, { nullable: true, description: "The most entries they take; null: what the stage says." })
  readonly capacity: number | null;

  @Field(() => Boolean, { description: "Whether they said that nothing ties them." })
  readonly noTies: boolean;

  @Field(() => [OwnTie], { description: "What they said ties them, as far as it holds." })
  readonly ties: readonly OwnTie[];

  @Field(() => [JudgeshipStage], { description: "The stages in which they sit." })
  readonly stages: readonly JudgeshipStage[];

  @Field(() => Int, { description: "Counts changes; an answer carries the one it was decided by." })
  readonly version: number;
}

@InputType({ description: "A judge who accepts, or says anew what they know." })
export class AcceptJudgingInput {
  @Field(() => ID, { description: "The asker's own part as a judge." })
  readonly judgeId: string;

  @Field(() => Int, { description: "The version this was decided by." })
  readonly version: number;

  @Field(() => Int, { description: "Which code of conduct was read and is accepted." })
  readonly conductVersion: number;

  @Field(() => [String], { description: "Codes of the affairs they know; at least one where there are any." })
  readonly expertise: readonly string[];

  @Field(() => [LanguageEnum], { description: "The languages in which they can judge, at least one." })
  readonly languages: readonly Language[];

  @Field(() => Int, { nullable: true, description: "The most entries they take; null: what the stage says." })
  readonly capacity?: number | null;

  @Field(() => Boolean, { description: "Whether they say that nothing ties them; true exactly when there are no ties." })
  readonly noTies: boolean;

  @Field(() => [TieInput], { defaultValue: [], description: "What ties them, beside what they said before." })
  readonly ties: readonly TieInput[];
}

@InputType({ description: "A judge who declines." })
export class DeclineJudgingInput {
  @Field(() => ID, { description: "The asker's own part as a judge." })
  readonly judgeId: string;

  @Field(() => String, { nullable: true, description: "Why, if one likes; the chair reads it." })
  readonly reason?: string | null;
}

@ObjectType({ implements: MutationPayload, description: "What answering an invitation answers." })
export class JudgeshipPayload extends MutationPayload {
  @Field(() => Judgeship, { nullable: true, description: "The asker's part after it; null when refused or declined." })
  readonly judgeship?: Judgeship | null;
}
