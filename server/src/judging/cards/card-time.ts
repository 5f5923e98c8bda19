import { Refusal } from "../../kernel/refusal.ts";
import type { CardRow } from "../desk/card-rows.ts";
import { type DeskStageFacts, graceEndsAt } from "../desk/desk-stage.ts";

/** When something was done, and whether it came in time only by the stage's grace. */
export type ActTime = { readonly actedAt: Date; readonly inGrace: boolean };

/** What is asked of the time of an act: the stage, the card, what the device says and what the platform's clock says. */
export type TimeOfAct = {
  readonly stage: Pick<DeskStageFacts, "state" | "endsAt" | "graceMinutes">;
  readonly row: Pick<CardRow, "state" | "askedAgain">;
  readonly claimed: Date | null;
  readonly now: Date;
};

/**
 * Whether a judge may write on a card, by the clock. Until the stage's end nothing is asked of the device; after it, within the time of grace,
 * the device is believed when it says that the act was done before the end. A claim of the future counts as now. Who was asked again may write
 * until the stage is closed, in the discussion too. Refuses CARD_SIGNED, and STAGE_CLOSED with the end.
 */
export function timeOfAct({ stage, row, claimed, now }: TimeOfAct): ActTime {
  if (row.state === "STOPPED")
    throw new Refusal("ASSIGNMENT_ENDED", { field: "assignmentId", values: { reference: "", because: "CONFLICT" } });
  const closed = new Refusal("STAGE_CLOSED", { field: "assignmentId", values: { at: stage.endsAt.toISOString() } });
  if (stage.state === "CLOSED") throw closed;
  if (row.state === "SIGNED") throw new Refusal("CARD_SIGNED", { field: "assignmentId" });
  const actedAt = claimed !== null && claimed < now ? claimed : now;
  if (row.askedAgain !== null) return { actedAt, inGrace: false };
  if (stage.state !== "SCORING" && stage.state !== "CALIBRATING") throw closed;
  if (now <= stage.endsAt) return { actedAt, inGrace: false };
  if (now <= graceEndsAt(stage) && actedAt <= stage.endsAt) return { actedAt, inGrace: true };
  throw closed;
}
