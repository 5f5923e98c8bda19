import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../world/browser.ts";
import { DEMO_DAY } from "../world/demo.ts";
import { type Persona, signInAs } from "../world/demo-pages.ts";
import { settled } from "../world/page-checks.ts";
import { createWorld, type World } from "../world/world.ts";

const ROUND = "iga-sumsel-2026";
/** The entry that goes the whole way: sent back to its office when the story begins. */
const TITLE = "Arsip Terang";

describe("an entry, from hand to hand through the pages", () => {
  let world: World;
  let browser: Browser;
  let ids: Readonly<Record<string, string>>;
  const pages = new Map<Persona, Page>();

  beforeAll(async () => {
    [world, browser] = await Promise.all([createWorld({ demo: true, now: DEMO_DAY }), launchBrowser()]);
    ids = await entryIds();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it("refuses who has no part in it", async () => {
    const visitor = await browser.newPage();
    await visitor.goto(`${world.url}/en/app/entries/${ids["Arsip Terang"]}`);
    await visitor.getByRole("button", { name: "Sign in" }).waitFor();
    expect(await visitor.getByText("Arsip Terang").count()).toBe(0);
    for (const persona of ["EXAMINER", "COORDINATOR"] as const) {
      const stranger = await as(persona, `entries/${ids["Kartu Anak Satu Hari"]}`);
      await stranger.getByRole("main").getByText("It is not there, or you may not see it").first().waitFor();
      expect(await stranger.getByText("Kartu Anak").count()).toBe(0);
    }
    const author = await as("OFFICE", `verification/${ids["Arsip Terang"]}`);
    await author.getByRole("main").getByRole("heading", { name: "Verification" }).waitFor();
    expect(await author.getByRole("button", { name: "Accept all claimed levels" }).count()).toBe(0);
    const form = await as("OFFICE", `rounds/${ROUND}/form`);
    expect(await form.getByRole("button", { name: "Write a new version" }).count()).toBe(0);
    const head = await as("HEAD", `entries/${ids["Antrean Pasti"]}`);
    for (const name of ["Endorse", "Pass on to the verifiers", "Return"])
      expect(await head.getByRole("button", { name, exact: true }).count()).toBe(0);
  });

  it("says one deadline, and is mended where it was sent back", async () => {
    const page = await as("OFFICE", `entries/${id()}`);
    await page.getByText("Can be handed in until 4 January 2027, 00:00").waitFor();
    await page.locator("footer").getByText("Until 4 January 2027, 00:00").waitFor();
    await page.getByText("This entry was sent back").waitFor();
    await mend(page, "Lembar arsip dipindai antara Januari 2024 dan Juni 2025.");
    await page.getByText("Sent back: Sebutkan jangka waktu").waitFor();
    await show(page, `entries/${id()}/review`);
    await page.getByRole("button", { name: "Submit entry" }).click();
    await stands(page, "Submitted");
  });

  it("is endorsed by the head, sent back by the coordinator field by field, mended, and comes to the verifiers", async () => {
    await endorse();
    const coordinator = await as("REGION", `entries/${id()}`);
    await coordinator.getByRole("button", { name: "Return", exact: true }).click();
    const dialog = coordinator.getByRole("dialog");
    await dialog.getByLabel("Reason for the whole entry").fill("Satu hal lagi.");
    await dialog.getByRole("button", { name: "Add a field" }).click();
    await dialog.getByRole("combobox", { name: "Field" }).fill("Benefit");
    await coordinator.getByRole("option", { name: "Benefit", exact: true }).click();
    await dialog.getByLabel("What has to change there").fill("Sebutkan berapa warga.");
    await dialog.getByRole("button", { name: "Add a field" }).click();
    await dialog.getByLabel("What has to change there").last().fill("Judul terlalu umum.");
    await dialog.getByRole("button", { name: "Return", exact: true }).click();
    await coordinator.getByText("Done. The entry is now: Returned.").waitFor();
    await coordinator.getByText("Benefit: Sebutkan berapa warga.").waitFor();
    const staff = await as("OFFICE", `entries/${id()}`);
    await staff.getByText("Satu hal lagi.").first().waitFor();
    await show(staff, `entries/${id()}/results`);
    await staff.getByText("Sent back: Sebutkan berapa warga.").waitFor();
    await write(staff, "Benefit", "Sebanyak 3.100 warga tidak perlu mengulang proses dari awal.");
    await show(staff, `entries/${id()}`);
    await staff.getByRole("button", { name: "Submit entry" }).click();
    await stands(staff, "Submitted");
    await endorse();
    await show(coordinator, `entries/${id()}`);
    await coordinator.getByRole("button", { name: "Pass on to the verifiers" }).click();
    await coordinator.getByText("Done. The entry is now: Checked.").waitFor();
  });

  it("is verified, one level lower than claimed, and tells its author", async () => {
    const page = await as("EXAMINER", "verification");
    await page.getByRole("link", { name: TITLE }).click();
    await page.getByLabel("Note").fill("Peraturan belum memuat inovasi.");
    await page.getByRole("group", { name: "Level that the evidence shows" }).getByRole("radio").nth(1).check();
    await page.getByText(/First verifier: you, level 1.*belum memuat/).waitFor();
    await page.getByRole("button", { name: "Accept all claimed levels" }).click();
    await page.getByRole("button", { name: "Complete verification" }).click();
    await page.getByText("This entry is verified.").waitFor();
    const author = await as("OFFICE", `entries/${id()}`);
    await author.getByText("Budi Santoso verified it").waitFor();
    expect(await author.getByRole("button", { name: "Submit entry" }).count()).toBe(0);
  });

  const id = (title = TITLE): string => ids[title] ?? "";

  /** The entry of the story as the head sees it, endorsed. */
  async function endorse(): Promise<void> {
    const head = await as("HEAD", `entries/${id()}`);
    await head.getByRole("button", { name: "Endorse" }).click();
    await head.getByText("Done. The entry is now: Endorsed.").waitFor();
  }

  async function mend(page: Page, words: string): Promise<void> {
    await show(page, `entries/${id()}/results`);
    await write(page, "Result", words);
  }

  /** Writes into a question, leaves it, and waits until it is kept. */
  async function write(page: Page, label: string, words: string): Promise<void> {
    const saved = page.waitForResponse((response) => response.request().postData()?.includes("SaveAnswers") ?? false);
    await page.getByLabel(label, { exact: true }).fill(words);
    await page.getByLabel(label, { exact: true }).press("Tab");
    await saved;
    await page.locator("footer").getByText("Saved").waitFor();
  }

  async function stands(page: Page, state: string): Promise<void> {
    await show(page, `entries/${id()}`);
    await page.getByRole("region", { name: "Who holds this entry" }).getByText(state, { exact: true }).waitFor();
  }

  /** A page of the app as this person, who stays signed in throughout. */
  async function as(persona: Persona, path: string): Promise<Page> {
    const page = pages.get(persona) ?? (await signedIn(persona));
    pages.set(persona, page);
    await show(page, path);
    return page;
  }

  async function signedIn(persona: Persona): Promise<Page> {
    const client = await signInAs(world, persona);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    await context.addCookies(client.cookies.map((cookie) => ({ ...cookie, url: world.url })));
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    await page.clock.setFixedTime(DEMO_DAY);
    return page;
  }

  async function show(page: Page, path: string): Promise<void> {
    await page.goto(`${world.url}/en/app/${path}`);
    await settled(page);
  }

  /** Entries of the open round that the office sees, by title. */
  async function entryIds(): Promise<Readonly<Record<string, string>>> {
    const office = await signInAs(world, "OFFICE");
    const { round } = await office.data<{ round: { id: string } }>(`{ round(code: "${ROUND}") { id } }`);
    const query = "query ($id: ID!) { entries(roundId: $id, first: 50) { nodes { id title } } }";
    const { entries } = await office.data<{ entries: { nodes: { id: string; title: string }[] } }>(query, { id: round.id });
    return Object.fromEntries(entries.nodes.map(({ id, title }) => [title, id]));
  }
});
