import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, DecimalScalar, type Instant } from "../../kernel/graphql/scalars.ts";
import { CardOutcomeEnum } from "../desk/desk-enums.ts";
import { CardMark, CardNotes, JudgingCard } from "../desk/judging-card.type.ts";
import type { CardOutcome } from "../judging-states.ts";

@InputType({ description: "A mark as its judge gave it." })
export class MarkInput {
  @Field(() => String, { description: "Code of the criterion." })
  readonly criterion: string;

  @Field(() => DecimalScalar, { nullable: true, description: "The mark; null takes it away." })
  readonly value?: string | null;

  @Field(() => String, { nullable: true, description: "What the judge says to it; null takes it away." })
  readonly comment?: string | null;

  @Field(() => Int, { description: "The version the judge saw; 0 when there was none." })
  readonly version: number;
}

@InputType({ description: "A text beside the marks." })
export class NoteInput {
  @Field(() => String, { nullable: true, description: "The text; null or empty takes it away." })
  readonly text?: string | null;

  @Field(() => Int, { description: "The version the judge saw; 0 when there was none." })
  readonly version: number;
}

@InputType({ description: "What a judge wrote beside the marks; what is left out stays." })
export class NotesInput {
  @Field(() => NoteInput, { nullable: true, description: "For the judge alone." })
  readonly privateNote?: NoteInput | null;

  @Field(() => NoteInput, { nullable: true, description: "For the applicant." })
  readonly commentToApplicant?: NoteInput | null;

  @Field(() => NoteInput, { nullable: true, description: "For the other judges and the chair." })
  readonly commentToPanel?: NoteInput | null;
}

@InputType({ description: "What a judge gave and wrote, as far as they have come." })
export class SaveCardInput {
  @Field(() => ID, { description: "Which card." })
  readonly assignmentId: string;

  @Field(() => [MarkInput], { defaultValue: [], description: "The marks that changed, each criterion once." })
  readonly marks: readonly MarkInput[];

  @Field(() => NotesInput, { nullable: true, description: "The texts that changed." })
  readonly notes?: NotesInput | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was done, by the judge's device." })
  readonly actedAt?: Instant | null;
}

@InputType({ description: "A card as its judge signs it." })
export class SignCardInput {
  @Field(() => ID, { description: "Which card." })
  readonly assignmentId: string;

  @Field(() => [MarkInput], { defaultValue: [], description: "Marks to save before, as in `saveCard`." })
  readonly marks: readonly MarkInput[];

  @Field(() => NotesInput, { nullable: true, description: "Texts to save before." })
  readonly notes?: NotesInput | null;

  @Field(() => CardOutcomeEnum, { description: "What it says: SCORED, or PASS or FAIL where the stage asks for that, or ABSTAINED." })
  readonly outcome: CardOutcome;

  @Field(() => [String], { defaultValue: [], description: "Codes of the reasons, for FAIL." })
  readonly failReasons: readonly string[];

  @Field(() => String, { nullable: true, description: "Why, for ABSTAINED." })
  readonly abstainReason?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was signed, by the judge's device." })
  readonly actedAt?: Instant | null;

  @Field(() => Int, { description: "The card's version as the judge saw it; 0 before anything was saved." })
  readonly cardVersion: number;
}

@InputType({ description: "A card to put off, or to take up again." })
export class SkipCardInput {
  @Field(() => ID, { description: "Which card." })
  readonly assignmentId: string;

  @Field(() => Boolean, { defaultValue: true, description: "false takes it up again." })
  readonly skip: boolean;
}

@InputType({ description: "A signed card that shall be opened again." })
export class ReopenCardInput {
  @Field(() => ID, { description: "Which card: the id of its assignment." })
  readonly assignmentId: string;

  @Field(() => String, { description: "Why; the judge reads it." })
  readonly reason: string;
}

@ObjectType({ implements: MutationPayload, description: "What saving or signing a card gives." })
export class CardPayload extends MutationPayload {
  @Field(() => JudgingCard, { nullable: true, description: "The card as it is now; null when refused." })
  readonly card?: JudgingCard | null;

  @Field(() => [CardMark], {
    nullable: true,
    description:
      "Marks that were changed elsewhere meanwhile, as they stand there: what was sent of them is not saved, and nothing is signed.",
  })
  readonly conflicts?: readonly CardMark[] | null;

  @Field(() => CardNotes, {
    nullable: true,
    description:
      "The texts as they stand when one of them was changed elsewhere meanwhile: what was sent of that one is not saved, and nothing is signed.",
  })
  readonly notesConflict?: CardNotes | null;
}

@ObjectType({ implements: MutationPayload, description: "What opening a card again gives." })
export class ReopenCardPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "Id of the assignment; null when refused." })
  readonly assignmentId?: string | null;
}
