import type { Language } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { type TranslationOrigin, TranslationOriginEnum } from "../../innovations/answers/answer.type.ts";
import { type EvidenceKind, EvidenceKindEnum } from "../../innovations/evidence/evidence.type.ts";
import { LanguageEnum } from "../../kernel/graphql/common-types.ts";

@ObjectType({ simpleResolvers: true, description: "What an entry says in a field, in another language." })
export class JudgedTranslation {
  @Field(() => LanguageEnum, { description: "The language." })
  readonly language: Language;

  @Field(() => String, { description: "The translation; the original is binding." })
  readonly text: string;

  @Field(() => TranslationOriginEnum, { description: "Who made it." })
  readonly origin: TranslationOrigin;

  @Field(() => Boolean, { description: "Whether the original has moved on since." })
  readonly isStale: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A question that an entry answers." })
export class JudgedField {
  @Field(() => String, { description: "Key of the form's field." })
  readonly key: string;

  @Field(() => String, { description: "Kind of the field: SHORT_TEXT, LONG_TEXT, DATE, LINKS, …" })
  readonly kind: string;

  @Field(() => String, { description: "The question, in the reader's language." })
  readonly label: string;

  @Field(() => String, { description: "The answer as people read it; empty when there is none. One link a line." })
  readonly text: string;

  @Field(() => LanguageEnum, { nullable: true, description: "In which language somebody wrote it; null where the answer is no text." })
  readonly language: Language | null;

  @Field(() => [JudgedTranslation], { description: "What it says in other languages." })
  readonly translations: readonly JudgedTranslation[];
}

@ObjectType({ simpleResolvers: true, description: "A file or a link that proves something in an entry, as its judges see it." })
export class JudgedEvidence {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => String, { nullable: true, description: "Key of the field it belongs to." })
  readonly field: string | null;

  @Field(() => String, { description: "A name that tells nothing, e.g. `evidence-2.pdf`." })
  readonly neutralName: string;

  @Field(() => EvidenceKindEnum, { description: "What it is." })
  readonly kind: EvidenceKind;

  @Field(() => String, { nullable: true, description: "Media type of a file." })
  readonly mediaType: string | null;

  @Field(() => Int, { nullable: true, description: "Size of a file, in bytes." })
  readonly size: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Where it opens: a path on this platform for files, the link itself for links; null while a file waits for the scanner.",
  })
  readonly url: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A part of an entry." })
export class JudgedSection {
  @Field(() => String, { description: "Its code in the form." })
  readonly code: string;

  @Field(() => String, { description: "Its title, in the reader's language." })
  readonly title: string;

  @Field(() => [JudgedField], { description: "Questions and answers, in the form's order." })
  readonly fields: readonly JudgedField[];

  @Field(() => [JudgedEvidence], { description: "What proves them." })
  readonly evidence: readonly JudgedEvidence[];
}

@ObjectType({ simpleResolvers: true, description: "An entry as its judge sees it: what judges are not to see is not in it." })
export class JudgedEntry {
  @Field(() => String, { description: "What it is called in judging, e.g. `E07`." })
  readonly reference: string;

  @Field(() => String, { nullable: true, description: "Its title; null where judges do not see it." })
  readonly title: string | null;

  @Field(() => String, { nullable: true, description: "Its office; null where there is none or judges do not see it." })
  readonly agency: string | null;

  @Field(() => String, { nullable: true, description: "Its area; null where judges do not see it." })
  readonly jurisdiction: string | null;

  @Field(() => LanguageEnum, { description: "The language in which it is written." })
  readonly language: Language;

  @Field(() => [JudgedSection], { description: "What it says." })
  readonly sections: readonly JudgedSection[];
}
