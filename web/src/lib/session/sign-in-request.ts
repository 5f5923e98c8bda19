import { useSyncExternalStore } from "react";

/** Whether somebody waits for the person to sign in again; the dialog shows while it is so. */
export function useSignInRequested(): boolean {
  return useSyncExternalStore(subscribe, () => waiting !== null);
}

/**
 * Asks the person to sign in again, in place. All who ask meanwhile share one dialog. True once they have; false when they would
 * rather leave. When no dialog can show (nobody has signed in on this page yet) the answer is false at once.
 */
export function askToSignIn(): Promise<boolean> {
  if (listeners.size === 0) return Promise.resolve(false);
  waiting ??= newWait();
  notify();
  return waiting.promise;
}

/** Ends the asking with the person's answer. */
export function answerSignIn(signedIn: boolean): void {
  waiting?.resolve(signedIn);
  waiting = null;
  notify();
}

type Wait = { readonly promise: Promise<boolean>; readonly resolve: (signedIn: boolean) => void };

const listeners = new Set<() => void>();
let waiting: Wait | null = null;

function newWait(): Wait {
  let settle: (signedIn: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: settle };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function notify(): void {
  for (const listener of listeners) listener();
}
