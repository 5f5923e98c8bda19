import type { Language } from "@isonga/schema/languages";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { type TranslationOrigin, TranslationOriginEnum } from "../../innovations/answers/answer.type.ts";
import { LanguageEnum } from "../../kernel/graphql/common-types.ts";

@ObjectType({ simpleResolvers: true, description: "What judges gave an entry on a criterion." })
export class FeedbackMark {
  @Field(() => String, { description: "Code of the criterion." })
  readonly criterion: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => String, { nullable: true, description: "Mean of the marks, rounded half up to two places; null where nobody marked it." })
  readonly mean: string | null;

  @Field(() => String, { description: "The lowest mark there is." })
  readonly min: string;

  @Field(() => String, { description: "The highest mark there is." })
  readonly max: string;
}

@ObjectType({ simpleResolvers: true, description: "A comment that a judge meant for the applicant; who wrote it is not told." })
export class FeedbackComment {
  @Field(() => String, { description: "In the language asked where there is a translation, else as it was written." })
  readonly text: string;

  @Field(() => LanguageEnum, { description: "The language in which `text` is told here." })
  readonly language: Language;

  @Field(() => TranslationOriginEnum, { nullable: true, description: "Who translated it; null for the original." })
  readonly translatedBy: TranslationOrigin | null;

  @Field(() => Boolean, { description: "Whether the original has moved on since this translation was made." })
  readonly stale: boolean;

  @Field(() => String, { description: "As it was written, which is what binds." })
  readonly original: string;

  @Field(() => LanguageEnum, { description: "The language it was written in: the page's, or the judge's own where that was not noted." })
  readonly originalLanguage: Language;
}

@ObjectType({ simpleResolvers: true, description: "What an entry got in a judging stage." })
export class StageFeedback {
  @Field(() => ID, { description: "Id of the judging stage." })
  readonly stageId: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => Int, { description: "How many scorecards that counts." })
  readonly cards: number;

  @Field(() => [FeedbackMark], { description: "Criterion by criterion, in the rubric's order." })
  readonly marks: readonly FeedbackMark[];

  @Field(() => [FeedbackComment], { description: "The comments meant for the applicant, in an order that says nothing of who wrote them." })
  readonly comments: readonly FeedbackComment[];
}

@ObjectType({ simpleResolvers: true, description: "What applicants get to see of the judging of their entry, once results are published." })
export class EntryFeedback {
  @Field(() => ID, { description: "Id of the entry." })
  readonly entryId: string;

  @Field(() => String, { description: "Its title." })
  readonly title: string;

  @Field(() => String, { description: "Code of its round." })
  readonly roundCode: string;

  @Field(() => Boolean, { description: "Whether the asker may say its comments in other languages." })
  readonly canTranslate: boolean;

  @Field(() => [StageFeedback], { description: "Stage by stage, those that give feedback and in which it was judged." })
  readonly stages: readonly StageFeedback[];
}
