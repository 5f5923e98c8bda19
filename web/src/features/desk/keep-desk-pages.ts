import { loadPhrases } from "../../lib/i18n/i18n.ts";
import { keepLoadedFiles, loadedFiles } from "../../lib/offline/service-worker.ts";

/** Fetches the desk's own pages and words, so that they open without a network also when they were never opened before. */
export async function keepDeskPages(): Promise<void> {
  await Promise.all([...PAGES.map((page) => page()), loadPhrases(["desk", "evidence", "refusals"])]);
  await keepLoadedFiles();
  await untilKept();
}

/** Waits until the worker has put them by, so that nobody goes away with half of it. It gives up where there is no worker. */
async function untilKept(): Promise<void> {
  if (!("caches" in globalThis) || !navigator.serviceWorker?.controller) return;
  const until = Date.now() + LONGEST_MS;
  while (Date.now() < until) {
    const found = await Promise.all(loadedFiles().map((url) => caches.match(url)));
    if (found.every((file) => file !== undefined)) return;
    await new Promise((done) => setTimeout(done, 200));
  }
}

const LONGEST_MS = 20_000;

const PAGES: readonly (() => Promise<unknown>)[] = [
  () => import("./queue.page.tsx"),
  () => import("./card.page.tsx"),
  () => import("./compare.page.tsx"),
  () => import("../../lib/judging/card-senders.ts"),
];
