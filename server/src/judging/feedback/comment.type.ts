import type { Language } from "@isonga/schema/languages";
import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { EntryTranslation } from "../../innovations/translation/translation.type.ts";
import { LanguageEnum, MutationPayload } from "../../kernel/graphql/common-types.ts";
import { connectionType, PageArgs } from "../../kernel/graphql/connection.ts";

@ObjectType({ simpleResolvers: true, description: "What the asker may do with a comment." })
export class CommentViewerCan {
  @Field(() => Boolean, { description: "Say it in another language." })
  readonly translate: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "A comment of a closed stage that a judge meant for the applicant; who wrote it is not told.",
})
export class CommentToApplicant {
  @Field(() => ID, { description: "Its id, which is no card's." })
  readonly id: string;

  @Field(() => ID, { description: "Id of the entry." })
  readonly entryId: string;

  @Field(() => String, { description: "What the entry is called in its round." })
  readonly reference: string;

  @Field(() => String, { description: "The entry's title." })
  readonly title: string;

  @Field(() => String, { description: "Name of the judging stage in the reader's language." })
  readonly stage: string;

  @Field(() => String, { description: "As it was written." })
  readonly text: string;

  @Field(() => LanguageEnum, { description: "The language it was written in: the page's, or the judge's own where that was not noted." })
  readonly language: Language;

  @Field(() => Int, { description: "Its version, of which translations are made." })
  readonly version: number;

  @Field(() => [EntryTranslation], { description: "What it is in other languages." })
  readonly translations: readonly EntryTranslation[];

  @Field(() => CommentViewerCan, { description: "What the asker may do with it." })
  readonly viewerCan: CommentViewerCan;
}

export const CommentToApplicantConnection = connectionType(CommentToApplicant, "CommentToApplicant");

@ArgsType()
export class CommentsToApplicantsArgs extends PageArgs {
  @Field(() => ID, { description: "Of which round." })
  readonly roundId: string;

  @Field(() => LanguageEnum, { description: "The language into which they are translated; those written in it are left out." })
  readonly into: Language;

  @Field(() => Boolean, { defaultValue: false, description: "Only those without a translation, or with one of an earlier version." })
  readonly lacking: boolean;
}

@InputType({ description: "A comment said in another language." })
export class SaveCommentTranslationInput {
  @Field(() => ID, { description: "Of which round." })
  readonly roundId: string;

  @Field(() => ID, { description: "Which comment." })
  readonly commentId: string;

  @Field(() => LanguageEnum, { description: "The language, another than the comment's." })
  readonly language: Language;

  @Field(() => String, { description: "The translation; empty takes it away." })
  readonly text: string;

  @Field(() => Int, { description: "The version of the comment that it was made of." })
  readonly ofVersion: number;

  @Field(() => Int, { description: "The version of the translation that the writer saw; 0 when there was none." })
  readonly version: number;
}

@ObjectType({ implements: MutationPayload, description: "What saving a comment's translation answers." })
export class SaveCommentTranslationPayload extends MutationPayload {
  @Field(() => CommentToApplicant, { nullable: true, description: "The comment with its translations; null when refused." })
  readonly comment?: CommentToApplicant | null;

  @Field(() => EntryTranslation, {
    nullable: true,
    description: "Somebody else's newer translation, when this one came later and was not saved.",
  })
  readonly conflict?: EntryTranslation | null;
}

@InputType({ description: "Which comments a machine shall translate." })
export class TranslateCommentsInput {
  @Field(() => ID, { description: "Of which round." })
  readonly roundId: string;

  @Field(() => LanguageEnum, { description: "Into which language." })
  readonly language: Language;
}

@ObjectType({ implements: MutationPayload, description: "What having comments translated answers." })
export class TranslateCommentsPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: "How many were translated; null when refused." })
  readonly translated?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many are left for another time, since one act takes 50 at most; null when refused.",
  })
  readonly left?: number | null;
}
