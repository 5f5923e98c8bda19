import { useSyncExternalStore } from "react";

/** Whether the server can be reached: what the browser says, corrected by how our own requests fare. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => online);
}

/** As {@link useOnline}, outside of components. */
export function isOnline(): boolean {
  return online;
}

/** Calls back whenever it changes; answers how to stop that. */
export function onOnlineChange(listener: () => void): () => void {
  return subscribe(listener);
}

/** A request was answered. */
export function reportReached(): void {
  change(true);
}

/** A request found no server. */
export function reportUnreached(): void {
  change(false);
}

const listeners = new Set<() => void>();
let online = navigator.onLine;
let probe: ReturnType<typeof setTimeout> | undefined;

globalThis.addEventListener("online", () => void check());
globalThis.addEventListener("offline", reportUnreached);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: boolean): void {
  clearTimeout(probe);
  if (!next) probe = setTimeout(() => void check(), PROBE_MS);
  if (next === online) return;
  online = next;
  for (const listener of listeners) listener();
}

/** While the server is out of reach, asks again now and then, so that the strip goes away by itself. */
async function check(): Promise<void> {
  try {
    await fetch("/health", { cache: "no-store" });
    reportReached();
  } catch {
    reportUnreached();
  }
}

const PROBE_MS = 5_000;
