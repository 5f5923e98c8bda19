import type { JudgingStageState } from "../judging-states.ts";

/** The acts that move a judging stage on. */
export const STAGE_ACTS = ["calibrate", "score", "discuss", "resume", "close"] as const;
export type StageAct = (typeof STAGE_ACTS)[number];

/** From where each act leads where. A closed stage is frozen: nothing leads out of it. */
export const STAGE_STEPS: Readonly<Record<StageAct, { readonly from: readonly JudgingStageState[]; readonly to: JudgingStageState }>> = {
  calibrate: { from: ["SET_UP"], to: "CALIBRATING" },
  score: { from: ["SET_UP", "CALIBRATING"], to: "SCORING" },
  discuss: { from: ["SCORING"], to: "DISCUSSION" },
  resume: { from: ["DISCUSSION"], to: "SCORING" },
  close: { from: ["SCORING", "DISCUSSION"], to: "CLOSED" },
};

/** The acts that may be taken in a state. */
export function stepsFrom(state: JudgingStageState): readonly StageAct[] {
  return STAGE_ACTS.filter((act) => STAGE_STEPS[act].from.includes(state));
}
