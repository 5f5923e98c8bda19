import { tellAuthors } from "./innovations/custody/reminders/tell-authors.ts";
import { askAgainAfterRevision } from "./judging/cards/ask-again.ts";
import { giveCalibrationEntries } from "./judging/cards/calibrate.ts";
import { takeOutEntries } from "./judging/cards/entries-out.ts";
import { tellAskedAgain } from "./judging/cards/tell-asked-again.ts";
import { makePairs } from "./judging/comparisons/make-comparisons.ts";
import { conflictsOfGrantedRoles, conflictsOfSteppedEntries } from "./judging/conflicts/watch-conflicts.ts";
import { stagesOfOpenedRound, stagesOfRevisedRound } from "./judging/stages/ensure-stages.ts";
import { type EventHandler, onEvent } from "./kernel/outbox.ts";
import { announceDeadlines } from "./programmes/rounds/announce-deadlines.ts";

/** Everything that is done because something else happened. */
const handlers: readonly EventHandler[] = [
  announceDeadlines,
  askAgainAfterRevision,
  conflictsOfGrantedRoles,
  conflictsOfSteppedEntries,
  giveCalibrationEntries,
  makePairs,
  stagesOfOpenedRound,
  stagesOfRevisedRound,
  takeOutEntries,
  tellAskedAgain,
  tellAuthors,
];

let isListening = false;

/** Makes the handlers known, once a process; the app does so before its jobs begin. */
export function listenToEvents(): void {
  if (isListening) return;
  isListening = true;
  for (const handler of handlers) onEvent(handler);
}
