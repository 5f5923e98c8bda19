import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, DecimalScalar, type Instant } from "../../kernel/graphql/scalars.ts";
import type { CardOutcome, CardState } from "../judging-states.ts";
import { CardOutcomeEnum, CardStateEnum } from "./desk-enums.ts";

@ObjectType({ simpleResolvers: true, description: "What a judge gave in one criterion." })
export class CardMark {
  @Field(() => String, { description: "Code of the criterion." })
  readonly criterion: string;

  @Field(() => DecimalScalar, { nullable: true, description: "The mark; null while there is only a comment." })
  readonly value: string | null;

  @Field(() => String, { nullable: true, description: "What the judge says to it." })
  readonly comment: string | null;

  @Field(() => Int, { description: "Counts its changes; what is saved carries the one it was made from." })
  readonly version: number;
}

@ObjectType({ simpleResolvers: true, description: "What a judge writes beside the marks; each text counts its own changes." })
export class CardNotes {
  @Field(() => String, { nullable: true, description: "For the judge alone." })
  readonly privateNote: string | null;

  @Field(() => Int, { description: "Counts the changes of `privateNote`." })
  readonly privateVersion: number;

  @Field(() => String, { nullable: true, description: "For the applicant, once results are out and where the round says so." })
  readonly commentToApplicant: string | null;

  @Field(() => Int, { description: "Counts the changes of `commentToApplicant`." })
  readonly applicantVersion: number;

  @Field(() => String, { nullable: true, description: "For the other judges and the chair." })
  readonly commentToPanel: string | null;

  @Field(() => Int, { description: "Counts the changes of `commentToPanel`." })
  readonly panelVersion: number;
}

@ObjectType({ simpleResolvers: true, description: "Another judge's signed card, where and when judges see of each other." })
export class OtherCard {
  @Field(() => String, { description: "Code of the judge, e.g. `J03`." })
  readonly judge: string;

  @Field(() => CardOutcomeEnum, { description: "What it says." })
  readonly outcome: CardOutcome;

  @Field(() => [CardMark], { description: "Its marks; comments only where judges see them." })
  readonly marks: readonly CardMark[];

  @Field(() => String, { nullable: true, description: "What it says to the panel, where judges see comments." })
  readonly commentToPanel: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What a judge may do with a card now." })
export class JudgingCardViewerCan {
  @Field(() => Boolean, { description: "Give marks and write." })
  readonly mark: boolean;

  @Field(() => Boolean, { description: "Sign it." })
  readonly sign: boolean;

  @Field(() => Boolean, { description: "Sign it without a score." })
  readonly abstain: boolean;

  @Field(() => Boolean, { description: "Step back from the entry." })
  readonly recuse: boolean;
}

/** A judge's own card. Carries ids that its field resolvers need and that are no fields: the world never sees them. */
@ObjectType({ simpleResolvers: true, description: "A judge's card on an entry: theirs alone while it is a draft." })
export class JudgingCard {
  readonly stageId: string;
  readonly entryId: string;
  /** false: others' cards need not even be looked for; true: it is asked again when they are. */
  readonly maySeeOthers: boolean;

  @Field(() => ID, { description: "What the judge was given: names the card." })
  readonly assignmentId: string;

  @Field(() => String, { description: "What the entry is called in judging." })
  readonly reference: string;

  @Field(() => Int, {
    description: "Counts what was done with the card as a whole: signed, opened again, stopped; 0 before anything was saved.",
  })
  readonly cardVersion: number;

  @Field(() => CardStateEnum, { description: "Where it stands." })
  readonly state: CardState;

  @Field(() => Boolean, { description: "Whether the judge put it off." })
  readonly skipped: boolean;

  @Field(() => Boolean, { description: "Whether it is of an entry that all judges score first." })
  readonly calibration: boolean;

  @Field(() => [CardMark], { description: "The marks and comments that were given, in the rubric's order." })
  readonly marks: readonly CardMark[];

  @Field(() => CardNotes, { description: "What is written beside the marks." })
  readonly notes: CardNotes;

  @Field(() => CardOutcomeEnum, { nullable: true, description: "What it says; null before it is signed." })
  readonly outcome: CardOutcome | null;

  @Field(() => [String], { description: "Codes of the reasons for which the entry fails." })
  readonly failReasons: readonly string[];

  @Field(() => String, { nullable: true, description: "Why the judge abstained." })
  readonly abstainReason: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was signed." })
  readonly signedAt: Instant | null;

  @Field(() => Boolean, { description: "Whether it was signed in time and delivered in the time of grace." })
  readonly inGrace: boolean;

  @Field(() => Boolean, { description: "Whether it was signed by keying its judge's paper sheet in." })
  readonly fromPaper: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Why the judge is asked again, after the chair opened the card or the rubric was revised; null until then and once it is signed.",
  })
  readonly askedAgain: string | null;

  @Field(() => JudgingCardViewerCan, { description: "What its judge may do." })
  readonly viewerCan: JudgingCardViewerCan;
}
