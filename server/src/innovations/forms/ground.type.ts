import type { EligibilityRules, EntryHistory } from "@isonga/schema/entry-eligibility";
import type { EntryForm } from "@isonga/schema/entry-form";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, DecimalScalar, type Instant, JsonScalar, LocalDateScalar } from "../../kernel/graphql/scalars.ts";

@ObjectType({ simpleResolvers: true, description: "A row of the instrument, claimed at a level of 0 to 3." })
export class EntryIndicator {
  @Field(() => String, { description: "Its code." })
  readonly code: string;

  @Field(() => String, { description: "Name in the reader's language." })
  readonly name: string;

  @Field(() => String, { description: "Description in the reader's language; empty when there is none." })
  readonly description: string;

  @Field(() => DecimalScalar, { description: "Points of one level." })
  readonly weight: string;

  @Field(() => Boolean, { description: "Whether the entry needs a level above 0 here." })
  readonly mandatory: boolean;

  @Field(() => [String], { description: "What levels 1, 2 and 3 mean, in the reader's language." })
  readonly levels: readonly string[];

  @Field(() => String, { description: "What proves it, in the reader's language; empty when nothing is said." })
  readonly evidence: string;
}

@ObjectType({ simpleResolvers: true, description: "A code and its name." })
export class CodeAndName {
  @Field(() => String, { description: "The code." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "What an entry is asked and by which rules: of the versions of form and instrument that it was begun with. Enough to write without a network.",
})
export class EntryGroundView {
  @Field(() => ID, { nullable: true, description: "The form's version; null for an imported entry, which has the platform's form." })
  readonly formId: string | null;

  @Field(() => ID, { description: "The instrument's version." })
  readonly instrumentId: string;

  @Field(() => JsonScalar, {
    description: "The form for this kind of entry, an `EntryForm` of the schema package: tasks, fields, words in all languages.",
  })
  readonly form: EntryForm;

  @Field(() => [EntryIndicator], { description: "The rows to claim, in the catalogue's order." })
  readonly indicators: readonly EntryIndicator[];

  @Field(() => [CodeAndName], { description: "The affairs to choose from." })
  readonly affairs: readonly CodeAndName[];

  @Field(() => JsonScalar, { description: "Who may enter, the `EligibilityRules` of the schema package." })
  readonly eligibility: EligibilityRules;

  @Field(() => Int, { description: "Largest file of evidence, in bytes." })
  readonly largestFile: number;

  @Field(() => [String], { description: "Kinds of evidence accepted: PDF, PICTURE, VIDEO, SPREADSHEET, DOCUMENT, LINK." })
  readonly evidenceKinds: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: "When a round takes entries." })
export class SubmissionView {
  @Field(() => Boolean, { description: "Whether it can be written and handed in now." })
  readonly openNow: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "The instant from which it does; null when it never will." })
  readonly startsAt: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "The deadline." })
  readonly endsAt: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "The end of grace: what is handed in until then is taken, and marked." })
  readonly graceUntil: Instant | null;

  @Field(() => LocalDateScalar, { description: "Today in the round's zone, by the platform's clock." })
  readonly today: string;

  @Field(() => String, { description: "The round's time zone." })
  readonly timeZone: string;
}

@ObjectType({ simpleResolvers: true, description: "Another entry of the region in the round whose title is near." })
export class SimilarEntry {
  @Field(() => ID, { nullable: true, description: "Its id, where the asker may see it." })
  readonly id: string | null;

  @Field(() => String, { description: "Its title." })
  readonly title: string;

  @Field(() => String, { nullable: true, description: "Name of its office." })
  readonly agency: string | null;

  @Field(() => Int, { description: "How near, in percent; 100 is the same but for case and punctuation." })
  readonly similarity: number;
}

@ObjectType({ simpleResolvers: true, description: "What the rules of entry look back on." })
export class EntryHistoryView {
  @Field(() => JsonScalar, { description: "The `EntryHistory` of the schema package, for asking the rules without a network." })
  readonly facts: EntryHistory;

  @Field(() => Int, { description: "Rounds of the programme in which it was handed in before." })
  readonly timesEntered: number;
}
