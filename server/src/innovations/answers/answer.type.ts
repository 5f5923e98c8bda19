import type { AnswerValue } from "@isonga/schema/entry-form";
import type { Language } from "@isonga/schema/languages";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { LanguageEnum, MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, type Instant, JsonScalar } from "../../kernel/graphql/scalars.ts";
import { EntryProblemView, EntryView } from "../entries/entry.type.ts";

const ORIGINS = ["HUMAN", "MACHINE"] as const;
export type TranslationOrigin = (typeof ORIGINS)[number];
export const TranslationOriginEnum = Object.fromEntries(ORIGINS.map((origin) => [origin, origin]));
registerEnumType(TranslationOriginEnum, { name: "TranslationOrigin", description: "Who made a translation: a person, or a machine." });

@ObjectType({ simpleResolvers: true, description: "What an entry says in one field." })
export class EntryAnswer {
  @Field(() => String, { description: "Key of the form's field." })
  readonly field: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "The answer: text, number, yes or no, a list of texts, or a place (`latitude`, `longitude`); null once emptied.",
  })
  readonly value: AnswerValue;

  @Field(() => Int, { description: "Counts its changes; what is saved carries the one it was made from." })
  readonly version: number;

  @Field(() => String, { nullable: true, description: "Name of who changed it last; null when it was imported." })
  readonly changedBy: string | null;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly changedAt: Instant;

  @Field(() => LanguageEnum, { description: "The language in which `value` is told here." })
  readonly language: Language;

  @Field(() => TranslationOriginEnum, { nullable: true, description: "Who translated it; null for the original." })
  readonly translatedBy: TranslationOrigin | null;

  @Field(() => Boolean, { description: "Whether the original has moved on since this translation was made." })
  readonly stale: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "A field that somebody else changed meanwhile: nothing of it was saved, the writer chooses.",
})
export class AnswerConflict {
  @Field(() => String, { description: "Key of the field." })
  readonly field: string;

  @Field(() => JsonScalar, { nullable: true, description: "What the other wrote." })
  readonly theirs: AnswerValue;

  @Field(() => JsonScalar, { nullable: true, description: "What was sent and not saved." })
  readonly mine: AnswerValue;

  @Field(() => Int, { description: "The version of the other's answer: save with it to put one's own in its place." })
  readonly version: number;

  @Field(() => String, { nullable: true, description: "Name of the other." })
  readonly changedBy: string | null;

  @Field(() => DateTimeScalar, { description: "When they did." })
  readonly changedAt: Instant;
}

@ObjectType({ simpleResolvers: true, description: "Somebody who has an entry open." })
export class EntryPresence {
  @Field(() => String, { description: "Their name." })
  readonly name: string;

  @Field(() => String, { nullable: true, description: "The field they are in." })
  readonly field: string | null;

  @Field(() => DateTimeScalar, { description: "Since when they have it open." })
  readonly since: Instant;

  @Field(() => DateTimeScalar, { description: "When they were last seen; forgotten a minute after." })
  readonly seenAt: Instant;
}

@InputType({ description: "What a writer put into one field." })
export class AnswerInput {
  @Field(() => String, { description: "Key of the form's field." })
  readonly field: string;

  @Field(() => JsonScalar, { nullable: true, description: "The answer; null empties the field." })
  readonly value?: unknown;

  @Field(() => Int, { description: "The version the writer saw; 0 when there was no answer yet." })
  readonly version: number;
}

@InputType({ description: "Fields that a writer changed, in the order in which they did." })
export class SaveAnswersInput {
  @Field(() => ID, { description: "Of which entry." })
  readonly entryId: string;

  @Field(() => [AnswerInput], { description: "The fields, each once." })
  readonly answers: readonly AnswerInput[];
}

@ObjectType({
  implements: MutationPayload,
  description: "What saving answers gives: fields are saved one by one, whatever becomes of the others.",
})
export class SaveAnswersPayload extends MutationPayload {
  @Field(() => EntryView, { nullable: true, description: "The entry as it is now; null when refused." })
  readonly entry?: EntryView | null;

  @Field(() => [EntryAnswer], { nullable: true, description: "The fields that stand as they were sent, with their new versions." })
  readonly saved?: readonly EntryAnswer[] | null;

  @Field(() => [AnswerConflict], { nullable: true, description: "The fields that somebody else changed meanwhile." })
  readonly conflicts?: readonly AnswerConflict[] | null;

  @Field(() => [EntryProblemView], {
    nullable: true,
    description: "The fields that could not be kept at all: not of this form, not of its kind, or frozen.",
  })
  readonly notSaved?: readonly EntryProblemView[] | null;
}

@InputType({ description: "Who is writing where." })
export class TouchEntryInput {
  @Field(() => ID, { description: "Which entry." })
  readonly entryId: string;

  @Field(() => String, { nullable: true, description: "The field that has the focus." })
  readonly field?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Whether the writer has gone." })
  readonly gone: boolean;
}

@ObjectType({ implements: MutationPayload, description: "What telling one's presence answers." })
export class TouchEntryPayload extends MutationPayload {
  @Field(() => [EntryPresence], { nullable: true, description: "The others who have it open." })
  readonly others?: readonly EntryPresence[] | null;
}
