import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload, RefusalView } from "../../kernel/graphql/common-types.ts";
import { TieKindEnum } from "../conflicts/conflict.type.ts";
import type { TieKind } from "../conflicts/conflict-kinds.ts";
import type { AssignmentEnd } from "../judging-states.ts";

@InputType({ description: "A judge who steps back from an entry." })
export class RecuseInput {
  @Field(() => ID, { description: "The assignment." })
  readonly assignmentId: string;

  @Field(() => TieKindEnum, { description: "What ties them to it." })
  readonly kind: TieKind;

  @Field(() => String, { description: "Why; the chair reads it." })
  readonly reason: string;
}

@ObjectType({ implements: MutationPayload, description: "What stepping back answers." })
export class RecusePayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "The assignment that has ended." })
  readonly assignmentId?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "An entry that lacks a judge since one fell away and nobody has taken over." })
export class JudgeVacancy {
  @Field(() => ID, { description: "The assignment that ended." })
  readonly assignmentId: string;

  @Field(() => ID, { description: "The judging stage." })
  readonly stageId: string;

  @Field(() => String, { description: "The stage's name in the reader's language." })
  readonly stage: string;

  @Field(() => ID, { description: "The entry." })
  readonly entryId: string;

  @Field(() => String, { description: "The entry's reference, or its title before it has one." })
  readonly reference: string;

  @Field(() => ID, { description: "Who fell away." })
  readonly judgeId: string;

  @Field(() => String, { description: "Their code and name." })
  readonly judge: string;

  @Field(() => String, { description: "How it ended: RECUSED, CONFLICT or JUDGE_LEFT." })
  readonly end: AssignmentEnd;

  @Field(() => String, { description: "Why, in the judge's words or, for a conflict, in the reader's language." })
  readonly reason: string;

  @Field(() => Int, { description: "How many judges the entry has now: assigned, or signed and counting." })
  readonly judges: number;

  @Field(() => Int, { description: "How many it needs." })
  readonly needed: number;
}

@ObjectType({ simpleResolvers: true, description: "A judge who could take over; never one who must keep away or has the entry already." })
export class ReplacementProposal {
  @Field(() => ID, { description: "The judge." })
  readonly judgeId: string;

  @Field(() => String, { description: "Their code." })
  readonly code: string;

  @Field(() => String, { description: "Their name." })
  readonly name: string;

  @Field(() => Boolean, { description: "Stands by on the waiting list." })
  readonly waiting: boolean;

  @Field(() => Boolean, { description: "Knows one of the entry's affairs." })
  readonly knowsAffair: boolean;

  @Field(() => Boolean, { description: "Judges in the entry's language." })
  readonly readsLanguage: boolean;

  @Field(() => Int, { description: "Entries assigned to them now." })
  readonly load: number;

  @Field(() => Int, { description: "The most they take in this stage." })
  readonly capacity: number;
}

@InputType({ description: "Who takes over, and what: entries that lack a judge, or all that another judge has not signed." })
export class ReplaceJudgeInput {
  @Field(() => ID, { description: "Who takes over." })
  readonly byJudgeId: string;

  @Field(() => [ID], { nullable: true, description: "Which assignments, ended or still open; exactly one of this and `judgeId`." })
  readonly assignmentIds?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: "All that this judge has not signed." })
  readonly judgeId?: string | null;
}

@ObjectType({ description: "What became of one assignment." })
export class ReplacedAssignment {
  @Field(() => ID, { description: "The assignment that ended." })
  readonly assignmentId: string;

  @Field(() => String, { description: "The entry's reference." })
  readonly reference: string;

  @Field(() => RefusalView, { nullable: true, description: "Why it was not taken over; null when it was." })
  readonly refusal: RefusalView | null;
}

@ObjectType({ implements: MutationPayload, description: "What replacing a judge answers." })
export class ReplaceJudgePayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: "How many were taken over." })
  readonly done?: number | null;

  @Field(() => [ReplacedAssignment], { nullable: true, description: "Each assignment." })
  readonly outcomes?: readonly ReplacedAssignment[] | null;
}
