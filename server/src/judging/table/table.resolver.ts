import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { askedFields } from "../../kernel/graphql/asked-fields.ts";
import { ForRoles } from "../../kernel/graphql/guard.ts";
import { streamOf, whenChanged } from "../../kernel/graphql/stream.ts";
import { RankIntervalView } from "./agreement.type.ts";
import { DiscussionCard } from "./discussion-card.type.ts";
import { readDiscussionCards } from "./discussion-cards.ts";
import { JudgingProgress } from "./progress.type.ts";
import { readProgress } from "./read-progress.ts";
import { readRankIntervals, readTable } from "./read-table.ts";
import { RemindJudgesInput, RemindJudgesPayload } from "./remind.inputs.ts";
import { remindJudges } from "./remind-judges.ts";
import { JudgingTable } from "./table.type.ts";

const stageId = { description: "Which judging stage." };

type Watching = { readonly args: { readonly stageId: string }; readonly context: Context };

@Resolver()
export class JudgingTableResolver {
  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => JudgingTable, { description: "The chair's table: signed cards, agreement, severity and standing of a stage." })
  judgingTable(
    @Arg("stageId", () => ID, stageId) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JudgingTable> {
    return readTable(ctx, id, askedFields(info, ""));
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => [RankIntervalView], {
    description: "How much the ranks of a stage hang on who judged: 1,000 draws of its judges with putting back, always the same ones.",
  })
  rankIntervals(@Arg("stageId", () => ID, stageId) id: string, @Ctx() ctx: Context): Promise<readonly RankIntervalView[]> {
    return readRankIntervals(ctx, id);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => [DiscussionCard], { description: "The signed cards on an entry with what was said, for the discussion." })
  discussionCards(
    @Arg("stageId", () => ID, stageId) id: string,
    @Arg("entryId", () => ID, { description: "Which entry." }) entryId: string,
    @Ctx() ctx: Context,
  ): Promise<readonly DiscussionCard[]> {
    return readDiscussionCards(ctx, id, entryId);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => RemindJudgesPayload, { description: "Writes to judges what they have left and by when, not twice within 24 hours." })
  remindJudges(
    @Arg("input", () => RemindJudgesInput, { description: "Whom." }) input: RemindJudgesInput,
    @Ctx() ctx: Context,
  ): Promise<RemindJudgesPayload> {
    return remindJudges(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Subscription(() => JudgingProgress, {
    description:
      "How far a stage has come: at once, and whenever a card is signed, taken back or given to somebody. Ends for who may no more see it.",
    subscribe: ({ args, context }: Watching) => whenChanged(streamOf(context), args.stageId, (ctx) => readProgress(ctx, args.stageId)),
  })
  judgingProgress(@Arg("stageId", () => ID, stageId) _id: string, @Root() progress: JudgingProgress): JudgingProgress {
    return progress;
  }
}
