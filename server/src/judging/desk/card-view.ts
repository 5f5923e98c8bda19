import type { Context } from "../../kernel/context.ts";
import type { CardRow } from "./card-rows.ts";
import type { QueueState } from "./desk-enums.ts";
import { type DeskStageFacts, takesMarks } from "./desk-stage.ts";
import type { CardNotes, JudgingCard } from "./judging-card.type.ts";

/** A card as its judge sees it. */
export function cardView(ctx: Context, stage: DeskStageFacts, row: CardRow): JudgingCard {
  const { assignmentId, stageId, entryId, reference, calibration, state, outcome, failReasons, abstainReason, signedAt, inGrace } = row;
  const order = stage.rules.criteria.map(({ code }) => code);
  const open = isOpen(ctx, stage, row);
  return {
    stageId,
    entryId,
    maySeeOthers: row.conductDue === null && maySeeOthers(stage, row),
    assignmentId,
    reference,
    cardVersion: row.version,
    state,
    skipped: row.skippedAt !== null && state === "DRAFT",
    calibration,
    marks: row.marks
      .filter(({ criterion }) => order.includes(criterion))
      .sort((one, other) => order.indexOf(one.criterion) - order.indexOf(other.criterion)),
    notes: notesOf(row),
    outcome,
    failReasons,
    abstainReason,
    signedAt,
    inGrace,
    fromPaper: row.fromPaper,
    askedAgain: row.askedAgain,
    viewerCan: { mark: open, sign: open, abstain: open, recuse: stage.state !== "CLOSED" && row.endKind === null },
  };
}

/** What is written beside the marks. */
export function notesOf(row: CardNotes): CardNotes {
  const { privateNote, privateVersion, commentToApplicant, applicantVersion, commentToPanel, panelVersion } = row;
  return { privateNote, privateVersion, commentToApplicant, applicantVersion, commentToPanel, panelVersion };
}

/** Whether the judge can see the card's entry at all: theirs still, and its time has come. */
export function isVisible(stage: Pick<DeskStageFacts, "state">, row: Pick<CardRow, "endKind" | "calibration" | "entryOut">): boolean {
  if (row.endKind !== null || row.entryOut || stage.state === "SET_UP") return false;
  return stage.state !== "CALIBRATING" || row.calibration;
}

/** Where the card stands in its judge's queue. */
export function queueState(row: CardRow): QueueState {
  if (row.endKind !== null || row.entryOut || row.state === "STOPPED") return "STOPPED";
  if (row.state === "SIGNED") return "SIGNED";
  if (row.skippedAt !== null) return "SKIPPED";
  const said = row.marks.length > 0 || row.privateNote !== null || row.commentToApplicant !== null || row.commentToPanel !== null;
  return said ? "DRAFT" : "TODO";
}

/** Whether marks are taken now: within the stage's time, and whenever the judge was asked again as long as the stage is not closed. */
function isOpen(ctx: Context, stage: DeskStageFacts, row: CardRow): boolean {
  if (row.state !== "DRAFT" || !isVisible(stage, row)) return false;
  return takesMarks(stage, ctx.now()) || (row.askedAgain !== null && stage.state !== "CLOSED");
}

/** Whether judges see of each other as far as this card and its stage go; of the calibration it takes their other cards to tell. */
export function maySeeOthers({ rules, state }: DeskStageFacts, row: Pick<CardRow, "state" | "calibration">): boolean {
  switch (rules.others.when) {
    case "NEVER":
      return false;
    case "AFTER_OWN":
      return row.state === "SIGNED";
    case "CALIBRATION":
      return row.calibration && row.state === "SIGNED";
    case "DISCUSSION":
      return state === "DISCUSSION" || state === "CLOSED";
  }
}
