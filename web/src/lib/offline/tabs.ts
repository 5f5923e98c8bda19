/** What the tabs of one device tell each other. */
export type TabMessage =
  /** The waiting acts have changed in the device's database. */
  | { readonly about: "acts" }
  /** Acts that this tab is sending now. */
  | { readonly about: "sending"; readonly keys: readonly string[] }
  /** A person's kept thing has changed. */
  | { readonly about: "kept"; readonly key: string }
  /** Somebody has signed in again. */
  | { readonly about: "signed-in" };

/** Tells the other tabs. Nothing happens where browsers have no channel: then each tab learns it when it is loaded. */
export function tellTabs(message: TabMessage): void {
  channel?.postMessage(message);
}

/** Calls back with what other tabs tell; answers how to stop that. */
export function onTabs(listener: (message: TabMessage) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Does something while no other tab does it under the same name; answers `null`, not having done it, when another one is at it. Browsers
 * without locks do it at once: the server's idempotency keys still keep it from happening twice.
 */
export async function aloneAmongTabs<Result>(name: string, work: () => Promise<Result>): Promise<Result | null> {
  if (!("locks" in navigator)) return work();
  return navigator.locks.request(`isonga ${name}`, { ifAvailable: true }, async (lock) => (lock === null ? null : work()));
}

const listeners = new Set<(message: TabMessage) => void>();
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("isonga-tabs") : null;
channel?.addEventListener("message", ({ data }: MessageEvent<TabMessage>) => {
  for (const listener of listeners) listener(data);
});
