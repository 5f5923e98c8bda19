import { readFile, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { EntryForm } from "@isonga/schema/entry-form";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { launchBrowser } from "../browser.ts";
import type { Client } from "../client.ts";
import { createWorld, type World } from "../world.ts";
import { addInnovationCountry, openInnovationRound } from "./innovation-round.ts";

type Answer = { readonly field: string; readonly value: unknown; readonly version: number };
type Line = { readonly id: string; readonly title: string; readonly state: string };

/** A round that takes entries while the test runs, two authors of one office, and a browser. */
export type EditorWorld = {
  readonly world: World;
  readonly administrator: Client;
  readonly sari: Client;
  readonly budi: Client;
  /** Begins a draft of Sari's; answers its id. */
  begin(title: string): Promise<string>;
  /** A browser's context with this person signed in. */
  visitor(who: Client, options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A page of the app in English. */
  open(context: BrowserContext, path: string): Promise<Page>;
  /** What the server has, whoever looks. */
  entries(): Promise<readonly Line[]>;
  answers(id: string | undefined): Promise<Record<string, Answer>>;
  claims(id: string): Promise<readonly object[]>;
  /** The round's form in force, as data. */
  form(): Promise<EntryForm>;
  /** Budi's writing past the browser. */
  save(entryId: string, field: string, value: string, version: number): Promise<unknown>;
  closePages(): Promise<void>;
  /** The server goes down for the rest of the test. */
  stopServer(): Promise<void>;
  stop(): Promise<void>;
};

export async function createEditorWorld(): Promise<EditorWorld> {
  const world = await createWorld();
  const country = await addInnovationCountry(world);
  const administrator = await world.person("Ada", [{ role: "ADMINISTRATOR" }]);
  const roundId = await openInnovationRound(administrator, "iga-2026", () => ({ stages: STAGES }));
  const sari = await world.person("Sari", [{ role: "STAFF", agencyId: country.registry }]);
  const budi = await world.person("Budi", [{ role: "STAFF", agencyId: country.registry }]);
  const browser: Browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  let isDown = false;
  const ofEntry = async <Data>(id: string | undefined, fields: string): Promise<Data> =>
    (await sari.data<{ entry: Data }>(`query ($id: ID!) { entry(id: $id) { ${fields} } }`, { id })).entry;
  return {
    world,
    administrator,
    sari,
    budi,
    async begin(title) {
      const input = { roundId, kind: "INNOVATION", agencyId: country.registry, title, language: "en" };
      const { beginEntry } = await sari.data<{ beginEntry: { refusals: object[]; entry: { id: string } | null } }>(BEGIN, { input });
      if (!beginEntry.entry) throw new Error(JSON.stringify(beginEntry.refusals));
      return beginEntry.entry.id;
    },
    async visitor(who, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      contexts.push(context);
      await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, url: world.url })));
      return context;
    },
    async open(context, path) {
      const page = await context.newPage();
      await page.goto(`${world.url}/en/app/${path}`);
      return page;
    },
    async entries() {
      const query = "query ($roundId: ID!) { entries(roundId: $roundId) { nodes { id title state } } }";
      return (await sari.data<{ entries: { nodes: Line[] } }>(query, { roundId })).entries.nodes;
    },
    async answers(id) {
      const { answers } = await ofEntry<{ answers: Answer[] }>(id, "answers { field value version }");
      return Object.fromEntries(answers.map((answer) => [answer.field, answer]));
    },
    claims: async (id) => (await ofEntry<{ claims: object[] }>(id, "claims { indicator claimed version }")).claims,
    async form() {
      const query = "query ($roundId: ID!) { entryForm(roundId: $roundId) { definition } }";
      return (await administrator.data<{ entryForm: { definition: EntryForm } }>(query, { roundId })).entryForm.definition;
    },
    save: (entryId, field, value, version) => budi.data(SAVE, { input: { entryId, answers: [{ field, value, version }] } }),
    async closePages() {
      for (const context of contexts.splice(0)) await context.close();
    },
    async stopServer() {
      await world.app.stop();
      isDown = true;
    },
    async stop() {
      await browser.close();
      if (!isDown) return world.stop();
      await world.database.drop();
      await rm(world.dataFolder, { recursive: true, force: true });
    },
  };
}

/** Writes into a question and leaves it. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel(label, { exact: true }).press("Tab");
}

/** Waits for what the footer says of saving. */
export async function saving(page: Page, words: string): Promise<void> {
  await page.locator("footer").getByText(words).waitFor({ timeout: 30_000 });
}

/** Waits until this visit has taken along what the next one needs without a network. */
export async function taken(page: Page, entryId?: string): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const files = () => page.evaluate(async () => (await (await caches.open("isonga-shell-1")).keys()).map(({ url }) => url).join());
  for (const source of ["src/features/entries/task.page.tsx", "src/lib/entries/entry-senders.ts"])
    await expect.poll(files, { timeout: 20_000 }).toContain(await builtAs(source));
  await expect.poll(() => page.evaluate(keptKeys), { timeout: 20_000 }).toContain(entryId ?? "entries ground");
}

/** The file that a source of the web became: files are called by their hash alone. */
async function builtAs(source: string): Promise<string> {
  const manifest: Readonly<Record<string, { readonly file: string }>> = JSON.parse(
    await readFile(resolve(import.meta.dirname, "../../../web/dist/.vite/manifest.json"), "utf8"),
  );
  const built = manifest[source]?.file;
  if (!built) throw new Error(`the web has not been built from ${source}`);
  return built;
}

/** Names of what the page's device keeps. Runs in the page. */
async function keptKeys(): Promise<string> {
  const database = await new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open("isonga-offline");
    opening.onsuccess = () => done(opening.result);
  });
  const keys = await new Promise<IDBValidKey[]>((done) => {
    const asking = database.transaction("kept").objectStore("kept").getAllKeys();
    asking.onsuccess = () => done(asking.result);
  });
  database.close();
  return keys.join();
}

const BEGIN = "mutation ($input: BeginEntryInput!) { beginEntry(input: $input) { refusals { code } entry { id } } }";
const SAVE = "mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { refusals { code } } }";

/** Whatever the year of the machine. */
const STAGES = ["SUBMISSION", "CHECK", "VERIFICATION", "PUBLICATION"].map((kind, index) => ({
  code: kind.toLowerCase(),
  kind,
  names: { en: kind, rw: kind, id: kind },
  startsAt: index === 3 ? "2098-01-01T00:00:00+07:00" : "2026-01-01T00:00:00+07:00",
  endsAt: index === 3 ? "2098-06-01T00:00:00+07:00" : "2097-12-01T00:00:00+07:00",
}));
