import { useSyncExternalStore } from "react";

/** What is being typed or written down this moment: not lost with the page, but not kept as an act yet, so that nobody calls it saved. */
const names = new Set<string>();
const listeners = new Set<() => void>();

/** Notes that something is being written, or that it is kept now. */
export function noteUnkept(name: string, is: boolean): void {
  if (is) names.add(name);
  else names.delete(name);
  for (const listener of listeners) listener();
}

/** Whether something is being written this moment. */
export function useUnkept(): boolean {
  return useSyncExternalStore(subscribe, () => names.size > 0);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
