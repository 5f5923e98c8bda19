/*
 * The app without a network. Files under /assets never change under their name: kept for good, given from the store. A page of the app
 * is asked of the server; when that cannot be reached, the last shell is given, which then shows what the device has kept. Data is never
 * kept here: the pages keep their own, by person.
 */
const STORE = "isonga-shell-1";
/* Evidence that a judge took along; the pages put it there, and signing out removes it. */
const JUDGING = "isonga-judging-1";
const SHELL = "/app";
const MOST_FILES = 400;

self.addEventListener("install", (event) => {
  event.waitUntil(keep([SHELL]).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldStores().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data?.type === "keep" && Array.isArray(event.data.urls)) event.waitUntil(keep(event.data.urls));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(fromStoreFirst(event.request));
  else if (url.pathname.startsWith("/judging/evidence/")) event.respondWith(fromServerOrTaken(event.request));
  else if (event.request.mode === "navigate" && isPageOfApp(url.pathname)) event.respondWith(fromServerFirst(event.request));
});

function isPageOfApp(path) {
  return /^\/(([a-z]{2})\/)?app(\/|$)/.test(path);
}

async function fromStoreFirst(request) {
  const store = await caches.open(STORE);
  const found = await store.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await store.put(request, answer.clone());
  return answer;
}

async function fromServerFirst(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await (await caches.open(STORE)).put(SHELL, answer.clone());
    return answer;
  } catch (error) {
    const shell = await (await caches.open(STORE)).match(SHELL);
    if (shell) return shell;
    throw error;
  }
}

/* Who may see a file is for the server to say as long as it can be asked. */
async function fromServerOrTaken(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const taken = await (await caches.open(JUDGING)).match(request.url);
    if (taken) return taken;
    throw error;
  }
}

async function keep(urls) {
  const store = await caches.open(STORE);
  await Promise.all(urls.map((url) => keepOne(store, url)));
  const files = await store.keys();
  const surplus = files.filter((request) => !request.url.endsWith(SHELL)).slice(0, Math.max(0, files.length - MOST_FILES));
  await Promise.all(surplus.map((request) => store.delete(request)));
}

async function keepOne(store, url) {
  if (url !== SHELL && (await store.match(url))) return;
  try {
    const answer = await fetch(url);
    if (answer.ok) await store.put(url, answer);
  } catch {
    // the network went away meanwhile: the next visit keeps it
  }
}

async function forgetOldStores() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== STORE && name !== JUDGING).map((name) => caches.delete(name)));
}
