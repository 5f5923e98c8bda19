import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { ForRoles } from "../../kernel/graphql/guard.ts";
import { decideOutcomes } from "./decide-outcomes.ts";
import { addMinute, admitToStage, setCalibration, setEntryPanel } from "./prepare-stage.ts";
import { readMinutes, readStage, readStageEntries, readStages } from "./read-stages.ts";
import {
  AddMinuteInput,
  AdmitEntriesInput,
  DecideOutcomesInput,
  JudgingStagePayload,
  SetCalibrationInput,
  SetEntryPanelInput,
  StepJudgingStageInput,
} from "./stage.inputs.ts";
import { JudgingStage, Minute, StageEntry } from "./stage.type.ts";
import { stepStage } from "./step-stage.ts";

const stageId = { description: "Which judging stage." };

@Resolver()
export class JudgingStageResolver {
  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => [JudgingStage], { description: "The judging stages of a round, in order, for whoever oversees its judging." })
  judgingStages(
    @Arg("roundId", () => ID, { description: "Of which round." }) roundId: string,
    @Ctx() ctx: Context,
  ): Promise<readonly JudgingStage[]> {
    return readStages(ctx, roundId);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => JudgingStage, { description: "One judging stage, for whoever oversees it." })
  judgingStage(@Arg("stageId", () => ID, stageId) id: string, @Ctx() ctx: Context): Promise<JudgingStage> {
    return readStage(ctx, id);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => [StageEntry], { description: "The entries of a judging stage, by reference." })
  stageEntries(@Arg("stageId", () => ID, stageId) id: string, @Ctx() ctx: Context): Promise<readonly StageEntry[]> {
    return readStageEntries(ctx, id);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR", "AUDITOR")
  @Query(() => [Minute], { description: "The minutes of a judging stage, the oldest first." })
  minutes(@Arg("stageId", () => ID, stageId) id: string, @Ctx() ctx: Context): Promise<readonly Minute[]> {
    return readMinutes(ctx, id);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => JudgingStagePayload, {
    description: "Takes in the entries that are due: verified ones, or those that came through the stage before.",
  })
  admitEntries(
    @Arg("input", () => AdmitEntriesInput, stageId) input: AdmitEntriesInput,
    @Ctx() ctx: Context,
  ): Promise<JudgingStagePayload> {
    return admitToStage(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => JudgingStagePayload, { description: "Moves a judging stage on. A closed one is frozen." })
  stepJudgingStage(
    @Arg("input", () => StepJudgingStageInput, { description: "Which step." }) input: StepJudgingStageInput,
    @Ctx() ctx: Context,
  ): Promise<JudgingStagePayload> {
    return stepStage(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => JudgingStagePayload, { description: "Says which entries every judge scores first." })
  setCalibrationEntries(
    @Arg("input", () => SetCalibrationInput, { description: "Which." }) input: SetCalibrationInput,
    @Ctx() ctx: Context,
  ): Promise<JudgingStagePayload> {
    return setCalibration(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => JudgingStagePayload, { description: "Gives entries to a panel." })
  setEntryPanel(
    @Arg("input", () => SetEntryPanelInput, { description: "Which, to whom." }) input: SetEntryPanelInput,
    @Ctx() ctx: Context,
  ): Promise<JudgingStagePayload> {
    return setEntryPanel(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => JudgingStagePayload, { description: "Decides who goes on, whatever the cut proposes, with a reason for the minutes." })
  decideOutcomes(
    @Arg("input", () => DecideOutcomesInput, { description: "Who, what, why." }) input: DecideOutcomesInput,
    @Ctx() ctx: Context,
  ): Promise<JudgingStagePayload> {
    return decideOutcomes(ctx, input);
  }

  @ForRoles("CHAIR", "ADMINISTRATOR")
  @Mutation(() => JudgingStagePayload, { description: "Adds a note to the minutes of a stage." })
  addMinute(
    @Arg("input", () => AddMinuteInput, { description: "What was said." }) input: AddMinuteInput,
    @Ctx() ctx: Context,
  ): Promise<JudgingStagePayload> {
    return addMinute(ctx, input);
  }
}
