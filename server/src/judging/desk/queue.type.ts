import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";
import { ComparisonView } from "../comparisons/comparison.type.ts";
import type { AssignmentEnd, JudgingStageState } from "../judging-states.ts";
import { JudgingStageStateEnum, Rubric } from "../stages/stage.type.ts";
import { AssignmentEndEnum, type QueueState, QueueStateEnum } from "./desk-enums.ts";
import { JudgingCard } from "./judging-card.type.ts";

@ObjectType({ simpleResolvers: true, description: "A judging stage as its judges see it." })
export class DeskStage {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => String, { description: "Its code among the round's stages." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => ID, { description: "Id of its round." })
  readonly roundId: string;

  @Field(() => String, { description: "Code of its round." })
  readonly roundCode: string;

  @Field(() => String, { description: "Name of its round, in the reader's language." })
  readonly roundName: string;

  @Field(() => JudgingStageStateEnum, { description: "How far it has come." })
  readonly state: JudgingStageState;

  @Field(() => String, { description: "What judges judge by: DESK, PRESENTATION or VISIT." })
  readonly form: string;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  readonly endsAt: Instant;

  @Field(() => Int, { description: "Minutes after its end in which what was done in time is still taken." })
  readonly graceMinutes: number;

  @Field(() => String, { description: "IANA time zone of its dates." })
  readonly timeZone: string;

  @Field(() => Rubric, { description: "How judges score." })
  readonly rubric: Rubric;

  @Field(() => [String], { description: "What judges do not see: `title`, `agency`, `jurisdiction`, or keys of fields." })
  readonly blind: readonly string[];

  @Field(() => String, { description: "When judges see of each other: NEVER, AFTER_OWN, CALIBRATION or DISCUSSION." })
  readonly othersWhen: string;

  @Field(() => String, { description: "What judges see of each other: MARKS or MARKS_AND_COMMENTS." })
  readonly othersWhat: string;

  @Field(() => String, { description: "What applicants are told once results are out: NONE, MARKS or MARKS_AND_COMMENTS." })
  readonly feedback: string;

  @Field(() => Boolean, { description: "Whether marks are taken now." })
  readonly takesMarks: boolean;
}

@ObjectType({ simpleResolvers: true, description: "An entry that a judge was given." })
export class QueueItem {
  @Field(() => ID, { description: "Names the card." })
  readonly assignmentId: string;

  @Field(() => String, { description: "What the entry is called in judging." })
  readonly reference: string;

  @Field(() => String, { nullable: true, description: "Its title; null where judges do not see it, and once it is no longer theirs." })
  readonly title: string | null;

  @Field(() => QueueStateEnum, { description: "Where its card stands." })
  readonly state: QueueState;

  @Field(() => Int, { description: "Its place in the queue, from 1." })
  readonly position: number;

  @Field(() => Boolean, { description: "Whether all judges score it first." })
  readonly calibration: boolean;

  @Field(() => Int, { description: "How many criteria have a mark." })
  readonly marked: number;

  @Field(() => String, { nullable: true, description: "Why the judge is asked again." })
  readonly askedAgain: string | null;

  @Field(() => AssignmentEndEnum, { nullable: true, description: "Why it is no longer the judge's; null while it is." })
  readonly endedBecause: AssignmentEnd | null;
}

@ObjectType({ simpleResolvers: true, description: "What a judge may do in a stage now." })
export class JudgingQueueViewerCan {
  @Field(() => Boolean, { description: "Sign cards." })
  readonly sign: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "What a judge has to do in a stage: entries that all score first, then in the judge's own order, those put off last.",
})
export class JudgingQueue {
  @Field(() => DeskStage, { description: "The stage." })
  readonly stage: DeskStage;

  @Field(() => [QueueItem], { description: "The entries, those that ended last." })
  readonly items: readonly QueueItem[];

  @Field(() => [ComparisonView], { description: "The pairs to compare, in a stage of mode PAIRWISE; else none." })
  readonly comparisons: readonly ComparisonView[];

  @Field(() => Int, { description: "Cards signed, or pairs compared." })
  readonly done: number;

  @Field(() => Int, { description: "Entries or pairs that are the judge's." })
  readonly total: number;

  @Field(() => DateTimeScalar, { description: "The platform's time when this was answered: devices set their clock against it." })
  readonly madeAt: Instant;

  @Field(() => JudgingQueueViewerCan, { description: "What the judge may do." })
  readonly viewerCan: JudgingQueueViewerCan;
}

@ObjectType({ simpleResolvers: true, description: "Where a card lies in its judge's queue." })
export class CardPlace {
  @Field(() => Int, { description: "Its place, from 1." })
  readonly number: number;

  @Field(() => Int, { description: "Of how many." })
  readonly total: number;

  @Field(() => ID, { nullable: true, description: "The card before it." })
  readonly previousId: string | null;

  @Field(() => ID, { nullable: true, description: "The card after it." })
  readonly nextId: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A file of evidence to take along." })
export class BundledFile {
  @Field(() => ID, { description: "Names the card." })
  readonly assignmentId: string;

  @Field(() => ID, { description: "Id of the evidence." })
  readonly id: string;

  @Field(() => String, { description: "Where it is fetched." })
  readonly url: string;

  @Field(() => Int, { description: "Size, in bytes." })
  readonly size: number;

  @Field(() => String, { nullable: true, description: "Media type." })
  readonly mediaType: string | null;
}

@ObjectType({ simpleResolvers: true, description: "All that a judge needs to go on without a network." })
export class JudgingBundle {
  @Field(() => JudgingQueue, { description: "The queue." })
  readonly queue: JudgingQueue;

  @Field(() => [JudgingCard], { description: "Its cards, in its order; signed ones too." })
  readonly cards: readonly JudgingCard[];

  @Field(() => [BundledFile], { description: "The files of evidence." })
  readonly evidence: readonly BundledFile[];

  @Field(() => Int, { description: "Their sizes together, in bytes." })
  readonly evidenceBytes: number;

  @Field(() => DateTimeScalar, { description: "The platform's time when it was made." })
  readonly madeAt: Instant;
}
