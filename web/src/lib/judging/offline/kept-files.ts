/** Where the service worker finds files of evidence without a network; the same name stands in `public/sw.js`. */
const FILES = "isonga-judging-1";

/** Fetches files that are not on the device yet, one after the other; answers which of them are there. Throws nothing: what fails is missing. */
export async function keepFiles(urls: readonly string[], told: (done: number) => void): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  const files = await open();
  for (const [index, url] of urls.entries()) {
    if (files && (await keepOne(files, url))) there.add(url);
    told(index + 1);
  }
  return there;
}

/** Removes the files that begin so; those of a card, or all. */
export async function forgetFiles(cardId = ""): Promise<void> {
  const files = await open();
  for (const request of (await files?.keys()) ?? [])
    if (new URL(request.url).pathname.startsWith(`/judging/evidence/${cardId}`)) await files?.delete(request);
}

async function keepOne(files: Cache, url: string): Promise<boolean> {
  if (await files.match(url)) return true;
  try {
    const answer = await fetch(url);
    if (!answer.ok || answer.status !== 200) return false;
    await files.put(url, answer);
    return true;
  } catch {
    return false;
  }
}

/** Null where browsers keep no files: in insecure pages and some private windows. */
async function open(): Promise<Cache | null> {
  return "caches" in globalThis ? caches.open(FILES).catch(() => null) : null;
}

/** Whether the file opens without a network. */
export async function isKept(url: string): Promise<boolean> {
  return (await (await open())?.match(url)) !== undefined;
}
