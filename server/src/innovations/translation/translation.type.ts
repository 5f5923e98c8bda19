import type { Language } from "@isonga/schema/languages";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LanguageEnum, MutationPayload } from "../../kernel/graphql/common-types.ts";
import { DateTimeScalar, type Instant } from "../../kernel/graphql/scalars.ts";
import { type TranslationOrigin, TranslationOriginEnum } from "../answers/answer.type.ts";
import { EntryView } from "../entries/entry.type.ts";

@ObjectType({ simpleResolvers: true, description: "A field of an entry, or a judge's comment to its people, said in another language." })
export class EntryTranslation {
  @Field(() => String, { description: "Key of the field; `comment` of a comment." })
  readonly field: string;

  @Field(() => LanguageEnum, { description: "The language." })
  readonly language: Language;

  @Field(() => String, { description: "The translation." })
  readonly text: string;

  @Field(() => TranslationOriginEnum, { description: "Who made it; a machine's becomes a person's once it is corrected." })
  readonly origin: TranslationOrigin;

  @Field(() => Int, { description: "The version of the answer, or the comment, that it was made of." })
  readonly ofVersion: number;

  @Field(() => Boolean, { description: "Whether the original has moved on since." })
  readonly stale: boolean;

  @Field(() => String, { nullable: true, description: "Name of who made it; null for a machine's." })
  readonly madeBy: string | null;

  @Field(() => DateTimeScalar, { description: "When." })
  readonly madeAt: Instant;

  @Field(() => Int, { description: "Counts its changes; what is saved carries the one it was made from." })
  readonly version: number;
}

@InputType({ description: "A field said in another language." })
export class SaveTranslationInput {
  @Field(() => ID, { description: "Of which entry." })
  readonly entryId: string;

  @Field(() => String, { description: "Key of the field, one that holds text." })
  readonly field: string;

  @Field(() => LanguageEnum, { description: "The language, another than the entry's." })
  readonly language: Language;

  @Field(() => String, { description: "The translation; empty takes it away." })
  readonly text: string;

  @Field(() => Int, { description: "The version of the answer that it was made of." })
  readonly ofVersion: number;

  @Field(() => Int, { description: "The version of the translation that the writer saw; 0 when there was none." })
  readonly version: number;
}

@InputType({ description: "What a machine shall translate." })
export class TranslateEntryInput {
  @Field(() => ID, { description: "Which entry." })
  readonly entryId: string;

  @Field(() => LanguageEnum, { description: "Into which language." })
  readonly language: Language;
}

@ObjectType({ implements: MutationPayload, description: "What translating answers." })
export class TranslationPayload extends MutationPayload {
  @Field(() => EntryView, { nullable: true, description: "The entry; null when refused." })
  readonly entry?: EntryView | null;

  @Field(() => [EntryTranslation], { nullable: true, description: "Its translations as they are now; null when refused." })
  readonly translations?: readonly EntryTranslation[] | null;

  @Field(() => EntryTranslation, {
    nullable: true,
    description: "Somebody else's newer translation, when this one came later and was not saved.",
  })
  readonly conflict?: EntryTranslation | null;
}

@ObjectType({ simpleResolvers: true, description: "A thing whose words are not there in every language." })
export class MissingTranslation {
  @Field(() => String, { description: "What it is: PROGRAMME, ROUND, SERVICE, JURISDICTION or AGENCY." })
  readonly kind: string;

  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => String, { nullable: true, description: "Country of an area or an office; null for the rest." })
  readonly country: string | null;

  @Field(() => String, { description: "Code of what its page is found by: its own, and for an office that of its area." })
  readonly code: string;

  @Field(() => String, { description: "Its name, in whatever language there is." })
  readonly name: string;

  @Field(() => String, { description: "Which of its words: `names` or `descriptions`." })
  readonly part: string;

  @Field(() => [LanguageEnum], { description: "The languages that are missing." })
  readonly missing: readonly Language[];
}
