import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import { comparedEntry } from "../comparisons/compared-entry.ts";
import { ComparisonView } from "../comparisons/comparison.type.ts";
import { deskStageView } from "./desk-stage.ts";
import { judgedEntry } from "./judged-entry.ts";
import { JudgedEntry } from "./judged-entry.type.ts";
import { JudgingCard, OtherCard } from "./judging-card.type.ts";
import { othersCards } from "./others-cards.ts";
import { CardPlace, DeskStage, JudgingBundle, JudgingQueue } from "./queue.type.ts";
import { readBundle } from "./read-bundle.ts";
import { myDeskOnce, placeOf, readCard, readQueue } from "./read-queue.ts";

const STAGE = { description: "Which judging stage." };

@Resolver(() => JudgingCard)
export class DeskResolver {
  @SignedIn()
  @Query(() => JudgingQueue, { description: "What the asker has to judge in a stage." })
  judgingQueue(@Arg("stageId", () => ID, STAGE) stageId: string, @Ctx() ctx: Context): Promise<JudgingQueue> {
    return readQueue(ctx, stageId);
  }

  @SignedIn()
  @Query(() => JudgingCard, { description: "A card of the asker's own." })
  judgingCard(
    @Arg("assignmentId", () => ID, { description: "Which card." }) assignmentId: string,
    @Ctx() ctx: Context,
  ): Promise<JudgingCard> {
    return readCard(ctx, assignmentId);
  }

  @SignedIn()
  @Query(() => JudgingBundle, { description: "All that the asker needs to judge a stage without a network." })
  judgingBundle(@Arg("stageId", () => ID, STAGE) stageId: string, @Ctx() ctx: Context): Promise<JudgingBundle> {
    return readBundle(ctx, stageId);
  }

  @FieldResolver(() => DeskStage, { description: "The stage, with its rubric." })
  async stage(@Root() { stageId }: JudgingCard, @Ctx() ctx: Context): Promise<DeskStage> {
    return deskStageView(ctx, (await myDeskOnce(ctx, stageId)).stage);
  }

  @FieldResolver(() => JudgedEntry, { description: "The entry, as far as judges see it." })
  async entry(@Root() { stageId, entryId, reference, assignmentId }: JudgingCard, @Ctx() ctx: Context): Promise<JudgedEntry> {
    const { rules } = (await myDeskOnce(ctx, stageId)).stage;
    return judgedEntry(ctx, { entryId, reference, assignmentId, rules });
  }

  @FieldResolver(() => CardPlace, { description: "Where it lies in the queue." })
  place(@Root() card: JudgingCard, @Ctx() ctx: Context): Promise<CardPlace> {
    return placeOf(ctx, card);
  }

  @FieldResolver(() => [OtherCard], {
    nullable: true,
    description: "Other judges' signed cards on the entry; null as long as judges of the stage do not see of each other.",
  })
  others(@Root() card: JudgingCard, @Ctx() ctx: Context): Promise<readonly OtherCard[] | null> {
    return othersCards(ctx, card);
  }
}

@Resolver(() => ComparisonView)
export class ComparisonResolver {
  @FieldResolver(() => JudgedEntry, { description: "The left one, as far as judges see it." })
  left(@Root() comparison: ComparisonView, @Ctx() ctx: Context): Promise<JudgedEntry> {
    return comparedEntry(ctx, comparison, "LEFT");
  }

  @FieldResolver(() => JudgedEntry, { description: "The right one, as far as judges see it." })
  right(@Root() comparison: ComparisonView, @Ctx() ctx: Context): Promise<JudgedEntry> {
    return comparedEntry(ctx, comparison, "RIGHT");
  }
}
