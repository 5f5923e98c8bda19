import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import { answerComparison } from "../comparisons/answer-comparison.ts";
import { AnswerComparisonInput, ComparisonPayload } from "../comparisons/comparison.inputs.ts";
import { CardPayload, ReopenCardInput, ReopenCardPayload, SaveCardInput, SignCardInput, SkipCardInput } from "./card.inputs.ts";
import { reopenCard } from "./reopen-card.ts";
import { saveCard } from "./save-card.ts";
import { signCard } from "./sign-card.ts";
import { skipCard } from "./skip-card.ts";

@Resolver()
export class CardResolver {
  @SignedIn()
  @Mutation(() => CardPayload, { description: "Keeps what a judge gave so far on a card of their own." })
  saveCard(
    @Arg("input", () => SaveCardInput, { description: "What changed." }) input: SaveCardInput,
    @Ctx() ctx: Context,
  ): Promise<CardPayload> {
    return saveCard(ctx, input);
  }

  @SignedIn()
  @Mutation(() => CardPayload, { description: "Signs a card: it counts from now on, and only the chair can open it again." })
  signCard(
    @Arg("input", () => SignCardInput, { description: "What it says." }) input: SignCardInput,
    @Ctx() ctx: Context,
  ): Promise<CardPayload> {
    return signCard(ctx, input);
  }

  @SignedIn()
  @Mutation(() => CardPayload, { description: "Puts a card off, or takes it up again." })
  skipCard(@Arg("input", () => SkipCardInput, { description: "Which." }) input: SkipCardInput, @Ctx() ctx: Context): Promise<CardPayload> {
    return skipCard(ctx, input);
  }

  @SignedIn()
  @Mutation(() => ReopenCardPayload, { description: "Opens a signed card again; the judge is told why." })
  reopenCard(
    @Arg("input", () => ReopenCardInput, { description: "Which, and why." }) input: ReopenCardInput,
    @Ctx() ctx: Context,
  ): Promise<ReopenCardPayload> {
    return reopenCard(ctx, input);
  }

  @SignedIn()
  @Mutation(() => ComparisonPayload, { description: "Says which of two entries is better." })
  answerComparison(
    @Arg("input", () => AnswerComparisonInput, { description: "Which pair, and which of the two." }) input: AnswerComparisonInput,
    @Ctx() ctx: Context,
  ): Promise<ComparisonPayload> {
    return answerComparison(ctx, input);
  }
}
