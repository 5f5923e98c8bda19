import type { Language } from "@isonga/schema/languages";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { LanguageEnum } from "../../kernel/graphql/common-types.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import { EntryFeedback } from "./feedback.type.ts";
import { readFeedback } from "./read-feedback.ts";

@Resolver()
export class FeedbackResolver {
  @SignedIn()
  @Query(() => EntryFeedback, {
    nullable: true,
    description: "What an entry's people get to see of its judging; null before results are public.",
  })
  entryFeedback(
    @Arg("entryId", () => ID, { description: "Of which entry." }) entryId: string,
    @Arg("language", () => LanguageEnum, {
      nullable: true,
      description:
        "The language wanted for comments; those that have no translation into it, and all unless told, are as they were written.",
    })
    language: Language | null,
    @Ctx() ctx: Context,
  ): Promise<EntryFeedback | null> {
    return readFeedback(ctx, entryId, language);
  }
}
