import { useSyncExternalStore } from "react";
import { type OutboxView, outbox } from "./outbox.ts";

/** What waits on this device; the component shows it anew as it changes. */
export function useOutbox(): OutboxView {
  return useSyncExternalStore(outbox.subscribe, outbox.view);
}
