import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles, SignedIn } from "../../kernel/graphql/guard.ts";
import { acceptUnsampled } from "./accept-unsampled.ts";
import { drawSample } from "./draw-sample.ts";
import { readSampling } from "./read-sampling.ts";
import { AcceptUnsampledInput, DrawSampleInput, SamplePayload } from "./sample.inputs.ts";
import { Sampling } from "./sample.type.ts";

@Resolver()
export class SampleResolver {
  @SignedIn()
  @Query(() => Sampling, { description: "The sample of a round, or what it could be drawn from, for whoever sees the round." })
  sampling(@Arg("roundId", () => ID, { description: "Of which round." }) roundId: string, @Ctx() ctx: Context): Promise<Sampling> {
    return readSampling(ctx, roundId);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "COORDINATOR")
  @Mutation(() => SamplePayload, { description: "Draws the sample of a round that is verified row by row, once." })
  drawSample(
    @Arg("input", () => DrawSampleInput, { description: "How." }) input: DrawSampleInput,
    @Ctx() ctx: Context,
  ): Promise<SamplePayload> {
    return drawSample(ctx, input);
  }

  @ForRoles("COORDINATOR")
  @Mutation(() => SamplePayload, { description: "Takes the checked entries outside the sample over as claimed." })
  acceptUnsampled(
    @Arg("input", () => AcceptUnsampledInput, { description: "Of which round." }) input: AcceptUnsampledInput,
    @Ctx() ctx: Context,
  ): Promise<SamplePayload> {
    return acceptUnsampled(ctx, input);
  }
}
