import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { ForRoles } from "../kernel/graphql/guard.ts";
import { readStanding } from "./read-standing.ts";
import { readComparison, readWhy } from "./read-why.ts";
import { RoundStandingView } from "./standing.type.ts";
import { ComparisonView, WhyRankView } from "./why.type.ts";

const ROUND = "The round, by id or code.";

@Resolver()
export class StandingResolver {
  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => RoundStandingView, { description: "A round's standing at a level, computed from what is approved now." })
  standing(
    @Arg("roundId", () => ID, { description: ROUND }) roundId: string,
    @Ctx() ctx: Context,
    @Arg("level", () => String, { nullable: true, description: "Code of the level; the instrument's first unless told." }) level?:
      | string
      | null,
  ): Promise<RoundStandingView> {
    return readStanding(ctx, { roundId, level });
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => WhyRankView, { description: "Why an area stands where it does, or what keeps it from a rank." })
  whyRank(
    @Arg("roundId", () => ID, { description: ROUND }) roundId: string,
    @Arg("subjectId", () => ID, { description: "The area." }) subjectId: string,
    @Ctx() ctx: Context,
  ): Promise<WhyRankView> {
    return readWhy(ctx, { roundId, subjectId });
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => ComparisonView, { description: "Two ranked areas of one level beside each other." })
  compareSubjects(
    @Arg("roundId", () => ID, { description: ROUND }) roundId: string,
    @Arg("firstId", () => ID, { description: "The first area." }) firstId: string,
    @Arg("secondId", () => ID, { description: "The second area." }) secondId: string,
    @Ctx() ctx: Context,
  ): Promise<ComparisonView> {
    return readComparison(ctx, { roundId, firstId, secondId });
  }
}
