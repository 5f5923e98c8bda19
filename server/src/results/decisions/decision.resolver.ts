import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles } from "../../kernel/graphql/guard.ts";
import { acceptProposals } from "./accept-proposals.ts";
import {
  AcceptProposalsInput,
  DecisionPayload,
  SetRecognitionsInput,
  StageDecisionInput,
  UnstageDecisionInput,
} from "./decision.inputs.ts";
import { DecisionTray } from "./decision.type.ts";
import { readTray } from "./read-tray.ts";
import { setRecognitions } from "./set-recognitions.ts";
import { stageDecision } from "./stage-decision.ts";
import { unstageDecision } from "./unstage-decision.ts";

@Resolver()
export class DecisionResolver {
  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => DecisionTray, { description: "What is staged in a round, what lacks, and what no longer fits its standing." })
  decisionTray(
    @Arg("roundId", () => ID, { description: "The round, by id or code." }) roundId: string,
    @Ctx() ctx: Context,
  ): Promise<DecisionTray> {
    return readTray(ctx, roundId);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => DecisionPayload, { description: "Stages a decision, or changes a staged one." })
  stageDecision(
    @Arg("input", () => StageDecisionInput, { description: "The decision." }) input: StageDecisionInput,
    @Ctx() ctx: Context,
  ): Promise<DecisionPayload> {
    return stageDecision(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => DecisionPayload, { description: "Takes a staged decision back." })
  unstageDecision(
    @Arg("input", () => UnstageDecisionInput, { description: "Which." }) input: UnstageDecisionInput,
    @Ctx() ctx: Context,
  ): Promise<DecisionPayload> {
    return unstageDecision(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => DecisionPayload, { description: "Stages every winner that the rules propose." })
  acceptProposals(
    @Arg("input", () => AcceptProposalsInput, { description: "Of which round." }) input: AcceptProposalsInput,
    @Ctx() ctx: Context,
  ): Promise<DecisionPayload> {
    return acceptProposals(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => DecisionPayload, { description: "Sets the officials recognised with an area." })
  setRecognitions(
    @Arg("input", () => SetRecognitionsInput, { description: "The officials." }) input: SetRecognitionsInput,
    @Ctx() ctx: Context,
  ): Promise<DecisionPayload> {
    return setRecognitions(ctx, input);
  }
}
