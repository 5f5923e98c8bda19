import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/common-types.ts";
import type { JudgedOutcome } from "../judging-states.ts";
import { JudgedOutcomeEnum, JudgingStage, StageActEnum } from "./stage.type.ts";
import type { StageAct } from "./stage-steps.ts";

@InputType()
abstract class OfStageInput {
  @Field(() => ID, { description: "Which judging stage." })
  readonly stageId: string;
}

@InputType({ description: "A judging stage that takes in the entries that are due." })
export class AdmitEntriesInput extends OfStageInput {}

@InputType({ description: "A step of a judging stage." })
export class StepJudgingStageInput extends OfStageInput {
  @Field(() => Int, { description: "The stage's version this was decided by." })
  readonly version: number;

  @Field(() => StageActEnum, { description: "Which step." })
  readonly act: StageAct;

  @Field(() => String, { nullable: true, description: "Why; needed to go back from the discussion to scoring." })
  readonly reason?: string | null;
}

@InputType({ description: "The entries that every judge of a stage scores first." })
export class SetCalibrationInput extends OfStageInput {
  @Field(() => [ID], { description: "All of them." })
  readonly entryIds: readonly string[];
}

@InputType({ description: "Entries that go to a panel." })
export class SetEntryPanelInput extends OfStageInput {
  @Field(() => [ID], { description: "Which entries." })
  readonly entryIds: readonly string[];

  @Field(() => String, { description: "Code of the panel." })
  readonly panel: string;
}

@InputType({ description: "What becomes of an entry." })
export class EntryOutcomeInput {
  @Field(() => ID, { description: "Which entry." })
  readonly entryId: string;

  @Field(() => JudgedOutcomeEnum, { nullable: true, description: "What was decided; null: as the cut has it." })
  readonly outcome?: JudgedOutcome | null;
}

@InputType({ description: "Entries that the chair lets go on or not, whatever the cut proposes." })
export class DecideOutcomesInput extends OfStageInput {
  @Field(() => [EntryOutcomeInput], { description: "Which, and what." })
  readonly entries: readonly EntryOutcomeInput[];

  @Field(() => String, { description: "Why: it goes into the minutes." })
  readonly reason: string;

  @Field(() => Int, {
    nullable: true,
    description: "The rank up to which entries go on, where that is what was decided: the minutes then tell of the line that was moved.",
  })
  readonly line?: number | null;
}

@InputType({ description: "A note for the minutes of a stage." })
export class AddMinuteInput extends OfStageInput {
  @Field(() => String, { description: "What was said." })
  readonly text: string;
}

@ObjectType({ implements: MutationPayload, description: "What an act on a judging stage gives." })
export class JudgingStagePayload extends MutationPayload {
  @Field(() => JudgingStage, { nullable: true, description: "The stage as it is now; null when refused." })
  readonly stage?: JudgingStage | null;

  @Field(() => Int, { nullable: true, description: "How many entries came in; null for other acts." })
  readonly admitted?: number | null;
}
