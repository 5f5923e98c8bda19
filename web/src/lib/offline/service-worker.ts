/**
 * Lets pages that were opened once open again without a network: starts the service worker and hands it what this visit has loaded
 * before the worker could see it. Nothing happens where browsers have no workers, or during development.
 */
export async function startServiceWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  try {
    await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: "keep", urls: loadedFiles() });
  } catch {
    // without a worker everything works, only not without a network
  }
}

function loadedFiles(): string[] {
  const files = performance.getEntriesByType("resource").map((entry) => new URL(entry.name));
  return [
    ...new Set(files.filter((url) => url.origin === location.origin && url.pathname.startsWith("/assets/")).map((url) => url.pathname)),
  ];
}
