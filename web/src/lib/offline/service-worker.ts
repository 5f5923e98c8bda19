/**
 * Lets pages that were opened once open again without a network: starts the service worker and hands it what this visit has loaded
 * before the worker could see it. Nothing happens where browsers have no workers, or during development.
 */
export async function startServiceWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  try {
    await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    await keepLoadedFiles();
  } catch {
    // without a worker everything works, only not without a network
  }
}

/** Hands the worker the files that this visit has loaded so far, e.g. pages that were fetched in advance. */
export async function keepLoadedFiles(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ type: "keep", urls: loadedFiles() });
}

/** The files of the app that this visit has loaded so far. */
export function loadedFiles(): string[] {
  const files = performance.getEntriesByType("resource").map((entry) => new URL(entry.name));
  return [
    ...new Set(files.filter((url) => url.origin === location.origin && url.pathname.startsWith("/assets/")).map((url) => url.pathname)),
  ];
}
