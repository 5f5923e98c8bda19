import { tellAuthors } from "./innovations/custody/reminders/tell-authors.ts";
import { type EventHandler, onEvent } from "./kernel/outbox.ts";
import { announceDeadlines } from "./programmes/rounds/announce-deadlines.ts";

/** Everything that is done because something else happened. */
const handlers: readonly EventHandler[] = [announceDeadlines, tellAuthors];

let isListening = false;

/** Makes the handlers known, once a process; the app does so before its jobs begin. */
export function listenToEvents(): void {
  if (isListening) return;
  isListening = true;
  for (const handler of handlers) onEvent(handler);
}
