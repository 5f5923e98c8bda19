import { Field, ID, Int, ObjectType } from "type-graphql";
import type { JudgingStageState } from "../judging-states.ts";
import { JudgingStageStateEnum, Rubric } from "../stages/stage.type.ts";

@ObjectType({ simpleResolvers: true, description: "How many of a stage's paper sheets are how far." })
export class PaperCounts {
  @Field(() => Int, { description: "That nobody keyed in." })
  readonly open: number;

  @Field(() => Int, { description: "That one person keyed in." })
  readonly once: number;

  @Field(() => Int, { description: "That two people read differently." })
  readonly differs: number;

  @Field(() => Int, { description: "That are signed cards." })
  readonly done: number;

  @Field(() => Int, { description: "Whose cards their judges signed themselves." })
  readonly signed: number;
}

@ObjectType({ simpleResolvers: true, description: "A judge with sheets to print." })
export class PaperJudge {
  @Field(() => ID, { description: "Their id." })
  readonly id: string;

  @Field(() => String, { description: "Their code." })
  readonly code: string;

  @Field(() => Int, { description: "How many sheets they have." })
  readonly sheets: number;
}

@ObjectType({ simpleResolvers: true, description: "What the asker may do with the paper sheets of a stage." })
export class PaperStageViewerCan {
  @Field(() => Boolean, { description: "Key sheets in now." })
  readonly key: boolean;

  @Field(() => Boolean, { description: "Print the sheets of its judges." })
  readonly print: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A judging stage as far as its paper sheets go." })
export class PaperStage {
  @Field(() => ID, { description: "Its id." })
  readonly id: string;

  @Field(() => String, { description: "Its code among the round's stages." })
  readonly code: string;

  @Field(() => String, { description: "Its name in the reader's language." })
  readonly name: string;

  @Field(() => JudgingStageStateEnum, { description: "How far it has come." })
  readonly state: JudgingStageState;

  @Field(() => Rubric, { description: "What stands on a sheet." })
  readonly rubric: Rubric;

  @Field(() => PaperCounts, { description: "How many sheets are how far." })
  readonly counts: PaperCounts;

  @Field(() => [PaperJudge], { description: "The judges with sheets, by code." })
  readonly judges: readonly PaperJudge[];

  @Field(() => PaperStageViewerCan, { description: "What the asker may do." })
  readonly viewerCan: PaperStageViewerCan;
}
