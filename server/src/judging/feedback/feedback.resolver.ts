import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
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
    @Ctx() ctx: Context,
  ): Promise<EntryFeedback | null> {
    return readFeedback(ctx, entryId);
  }
}
