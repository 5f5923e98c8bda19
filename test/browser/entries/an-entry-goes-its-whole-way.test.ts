import { DEMO_PASSWORD } from "@isonga/server/demo/accounts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Persona, signInAs } from "../../world/demo/demo-pages.ts";
import { type DemoWalk, startDemoWalk } from "../../world/demo/demo-walk.ts";
import { CLAIM } from "../../world/entries/entry-documents.ts";
import { ADD_LINK } from "../../world/entries/evidence.ts";
import { settled } from "../../world/page-checks.ts";
import type { World } from "../../world/world.ts";

const ROUND = "iga-sumsel-2026";
/** The entry that goes the whole way: sent back to its office when the story begins. */
const TITLE = "Arsip Terang";
const DRAFT = "Kartu Anak Satu Hari";

describe("an entry, from hand to hand through the pages", () => {
  let walk: DemoWalk;
  let world: World;
  let browser: Browser;
  let ids: Readonly<Record<string, string>>;
  const as = (persona: Persona, path: string) => walk.as(persona, path);
  const show = (page: Page, path: string) => walk.show(page, path);

  beforeAll(async () => {
    walk = await startDemoWalk();
    ({ world, browser } = walk);
    ids = await walk.entries(ROUND);
  });
  afterAll(() => walk?.stop());

  it("refuses who has no part in it", async () => {
    const visitor = await browser.newPage();
    await visitor.goto(`${world.url}/en/app/entries/${ids["Arsip Terang"]}`);
    await visitor.getByRole("button", { name: "Sign in" }).waitFor();
    expect(await visitor.getByText("Arsip Terang").count()).toBe(0);
    for (const persona of ["EXAMINER", "COORDINATOR"] as const) {
      const stranger = await as(persona, `entries/${ids["Kartu Anak Satu Hari"]}`);
      await stranger.getByRole("main").getByText("This does not exist, or you may not see it.").first().waitFor();
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
    await show(page, `entries/${id()}/rows-infrastructure`);
    await page.getByText("Sent back: Lampirkan halaman").waitFor();
    await show(page, `entries/${id()}`);
    await page.getByRole("link", { name: "Look it through and hand it in" }).click();
    await submit(page);
    await show(page, `entries/${id()}`);
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
    await submit(staff);
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
    await page.getByRole("group", { name: "Level that the evidence shows" }).getByRole("radio").nth(1).click();
    await page.getByText(/First verifier: you, level 1.*belum memuat/).waitFor();
    await page.getByRole("button", { name: "Accept all claimed levels" }).click();
    await page.getByRole("button", { name: "Complete verification" }).click();
    await page.getByText("This entry is verified.").waitFor();
    const author = await as("OFFICE", `entries/${id()}`);
    await author.getByText("Budi Santoso verified it").waitFor();
    expect(await author.getByRole("button", { name: "Submit entry" }).count()).toBe(0);
  });

  it("is copied from last year's, and must say what changed", async () => {
    const page = await as("OFFICE", `entries/new?round=${ROUND}`);
    const line = page.getByRole("listitem").filter({ hasText: "Lope Capil" });
    await line.getByRole("button", { name: "Copy it into this round" }).click();
    await page.getByRole("heading", { name: "Lope Capil", level: 1 }).waitFor();
    const entry = page.url();
    const missing = page.getByRole("link", { name: /^What has changed since last time/ });
    await page.getByRole("button", { name: "Submit entry" }).click();
    await missing.click();
    await page.getByText("0 words · 10 to 500").waitFor();
    await write(page, "What has changed since last time", "Kini juga melayani akta kematian, di semua desa dan kelurahan kabupaten ini.");
    await page.goto(entry);
    await settled(page);
    await page.locator("footer").getByRole("button", { name: "missing for submission" }).click();
    await page
      .getByRole("link", { name: /^Regulation of the innovation: / })
      .first()
      .waitFor();
    expect(await missing.count()).toBe(0);
  });

  it("is translated, and the translation is stale once the original has changed", async () => {
    const page = await as("OFFICE", `entries/${id(DRAFT)}`);
    await page.getByRole("link", { name: "Translate" }).click();
    const aim = page.getByRole("region", { name: "Aim" });
    await aim.getByText("Not translated yet").waitFor();
    await aim.getByLabel("Translation").fill("Every pupil has an identity card.");
    await aim.getByRole("button", { name: "Save translation" }).click();
    await aim.getByText("Made by a person").waitFor();
    await show(page, `entries/${id(DRAFT)}/results`);
    await write(page, "Aim", "Setiap anak memiliki kartu identitas sejak lahir.");
    await show(page, `entries/${id(DRAFT)}/translations`);
    await aim.getByText("The original has changed since").waitFor();
    await aim.getByText("sejak lahir").waitFor();
    await aim.getByRole("button", { name: "Save translation" }).click();
    await aim.getByText("Made by a person").waitFor();
  });

  it("loses nothing when the session ends while it is written", async () => {
    const page = await as("OFFICE", `entries/${id(DRAFT)}/results`);
    await walk.owner("delete from auth_session where user_id = (select id from person where email = 'staf@isonga.example')");
    await page.getByLabel("Benefit", { exact: true }).fill("Ditulis setelah sesi berakhir.");
    await page.getByLabel("Benefit", { exact: true }).press("Tab");
    const dialog = page.getByRole("dialog", { name: "Your session has ended" });
    await dialog.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
    await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.locator("footer").getByText("Saved", { exact: true }).waitFor();
    expect(await page.getByLabel("Benefit", { exact: true }).inputValue()).toBe("Ditulis setelah sesi berakhir.");
    const rows = await walk.owner(`select value from entry_answer where entry_id = '${id(DRAFT)}' and field = 'benefit'`);
    expect(rows).toEqual([{ value: "Ditulis setelah sesi berakhir." }]);
  });

  it("is begun and handed in for the region's own rows by its coordinator, and goes to the verifiers at once", async () => {
    const page = await as("REGION", `entries/new?round=${ROUND}`);
    await page.getByRole("button", { name: "Begin the draft" }).click();
    await page.getByRole("heading", { name: "Ogan Ilir Regency", level: 1 }).waitFor();
    await page.getByRole("button", { name: "Submit entry" }).click();
    await page
      .getByRole("link", { name: /^Vision and mission/ })
      .first()
      .click();
    const row = page.getByRole("group", { name: "Vision and mission" });
    await row.getByRole("radio").nth(2).check();
    await row.getByText("Add a link").click();
    await row.getByLabel("Address, beginning with https://").fill("https://oganilirkab.example/rpjmd");
    await row.getByRole("button", { name: "Add link" }).click();
    await row.getByRole("link", { name: /rpjmd/ }).waitFor();
    const entryId = /entries\/([\w-]+)/.exec(page.url())?.[1] ?? "";
    await claimTheRest(entryId);
    await show(page, `entries/${entryId}`);
    await submit(page);
    await page.getByText("Checked", { exact: true }).first().waitFor();
    const examiner = await as("EXAMINER", "verification");
    await examiner.getByRole("link", { name: "Ogan Ilir Regency" }).click();
    await examiner.getByRole("button", { name: "Accept all claimed levels" }).waitFor();
  });

  it("tells what a changed form asks, which is reached from the round", async () => {
    const page = await as("ADMINISTRATOR", `rounds/${ROUND}`);
    await page.getByRole("link", { name: "Form of entries" }).click();
    await page.locator("summary", { hasText: "Aim, benefit, result" }).click();
    const task = page.locator("details", { has: page.locator("#definition-tasks-4-code") });
    await task.getByRole("button", { name: "Add a question" }).click();
    for (const language of ["en", "rw", "id"])
      await page.locator(`#definition-tasks-4-fields-3-label-${language}`).fill(`Plan for next year ${language}`);
    await page.locator("#definition-tasks-4-fields-3-key").fill("plan");
    await page.getByLabel("Why the form changes").fill("Plans are asked for");
    await page.getByRole("button", { name: "Write a new version" }).click();
    await page.getByText("Plans are asked for").last().waitFor();
    const staff = await as("OFFICE", `entries/${id(DRAFT)}`);
    await staff.getByText("The form has changed since this entry was begun").waitFor();
    await staff.getByText("New questions: Plan for next year en").waitFor();
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

  async function submit(page: Page): Promise<void> {
    await page.getByRole("button", { name: "Submit entry" }).click();
    await page.getByRole("button", { name: "Submit entry" }).waitFor({ state: "detached" });
  }

  async function stands(page: Page, state: string): Promise<void> {
    await page.getByRole("region", { name: "Who holds this entry" }).getByText(state, { exact: true }).waitFor();
  }

  /** What else the region's rows need, past the pages. */
  async function claimTheRest(entryId: string): Promise<void> {
    const coordinator = await signInAs(world, "REGION");
    const { entry } = await coordinator.data<{ entry: { problems: readonly { field: string; code: string }[] } }>(PROBLEMS, { entryId });
    const rows = [...new Set(entry.problems.map(({ field }) => field))];
    const claims = rows.map((indicator) => ({ indicator, level: 1, version: 0 }));
    await coordinator.data(CLAIM, { input: { entryId, claims } });
    for (const indicator of rows)
      await coordinator.data(ADD_LINK, { input: { entryId, indicator, url: "https://oganilirkab.example/bukti" } });
  }
});

const PROBLEMS = "query ($entryId: ID!) { entry(id: $entryId) { problems { field code } } }";
