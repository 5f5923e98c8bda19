import type { JudgingStagePartsFragment } from "../../../gql/graphql.ts";
import type { StateKind } from "../../../ui/state-badge.tsx";

/** A judging stage as these pages know it. */
export type StageParts = JudgingStagePartsFragment;

/** How the state of a stage looks. */
export const STAGE_BADGES: Readonly<Record<StageParts["state"], StateKind>> = {
  SET_UP: "draft",
  CALIBRATING: "waiting",
  SCORING: "waiting",
  DISCUSSION: "waiting",
  CLOSED: "locked",
};

/** Who goes on, as the round file has it. */
export type Cut =
  | { readonly kind: "NONE" }
  | { readonly kind: "TOP"; readonly places: number; readonly within?: "EVERYWHERE" | "AFFAIR" | "LEAGUE" }
  | { readonly kind: "THRESHOLD"; readonly from: number | string };
