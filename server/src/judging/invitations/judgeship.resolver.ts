import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { SignedIn } from "../../kernel/graphql/guard.ts";
import { recuse } from "../replacements/recuse.ts";
import { RecuseInput, RecusePayload } from "../replacements/replacement.type.ts";
import { acceptJudging, declineJudging } from "./answer-invitation.ts";
import { AcceptJudgingInput, DeclineJudgingInput, Judgeship, JudgeshipPayload } from "./judgeship.type.ts";
import { readJudgeships } from "./judgeships.ts";

const WHAT = { description: "What the judge says." };

@Resolver()
export class JudgeshipResolver {
  @SignedIn()
  @Query(() => [Judgeship], { description: "The rounds that the asker judges or is asked to judge, the newest first." })
  judgeships(@Ctx() ctx: Context): Promise<readonly Judgeship[]> {
    return readJudgeships(ctx);
  }

  @SignedIn()
  @Mutation(() => JudgeshipPayload, {
    description: "Accepts the code of conduct and says what one knows and what ties one; also later, to change it.",
  })
  acceptJudging(@Arg("input", () => AcceptJudgingInput, WHAT) input: AcceptJudgingInput, @Ctx() ctx: Context): Promise<JudgeshipPayload> {
    return acceptJudging(ctx, input);
  }

  @SignedIn()
  @Mutation(() => JudgeshipPayload, { description: "Declines an invitation to judge." })
  declineJudging(
    @Arg("input", () => DeclineJudgingInput, WHAT) input: DeclineJudgingInput,
    @Ctx() ctx: Context,
  ): Promise<JudgeshipPayload> {
    return declineJudging(ctx, input);
  }

  @SignedIn()
  @Mutation(() => RecusePayload, { description: "Steps back from an entry, with a reason. It leaves the asker's sight at once." })
  recuse(@Arg("input", () => RecuseInput, WHAT) input: RecuseInput, @Ctx() ctx: Context): Promise<RecusePayload> {
    return recuse(ctx, input);
  }
}
