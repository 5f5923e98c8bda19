import { createHash } from "node:crypto";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { pdfFile, pngFile } from "../../world/entries/document-files.ts";
import { prove } from "../../world/entries/evidence.ts";
import { type BreakableLine, openLine } from "../../world/outside/breakable-line.ts";
import { axeProblems, settled } from "../../world/page-checks.ts";

const SIZE = 3_000_000;

/** No two entries of a round may have one title, nor may a test that is tried again. */
let count = 0;
const title = (words: string): string =>
  `${words} ${["Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan"][count++]}`;

describe("evidence in a browser", () => {
  let made: CustodyWorld;
  let browser: Browser;
  let line: BreakableLine;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    made = await createCustodyWorld();
    browser = await launchBrowser();
    line = await openLine();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await line.stop();
    await made.stop();
  });

  it("goes on from where it stopped when the line was cut in the middle of a file and the page was loaded anew", async () => {
    const entryId = await made.draft(title("Sanjo Barokah"));
    const content = pdfFile("Peraturan Bupati", `%${"a".repeat(SIZE)}\n`);
    const context = await visitor(made.people.sari, { through: line });
    const first = await context.newPage();
    await first.goto(`${made.world.url}/en/app/entries/${entryId}/rows-means`);
    const chooser = first.getByLabel("Add a file").first();
    await chooser.waitFor({ state: "attached" });
    const cut = line.cut(1_000_000);
    await chooser.setInputFiles({ name: "peraturan.pdf", mimeType: "application/pdf", buffer: content });
    await cut;
    await first.getByText(/peraturan\.pdf: waits for the network/).waitFor();
    expect(await pieces(entryId, "peraturan.pdf")).toEqual([]);
    const before = line.sent();
    expect(before).toBeLessThan(SIZE);
    await first.close();

    line.mend();
    const second = await context.newPage();
    await second.goto(`${made.world.url}/en/app/entries/${entryId}/rows-means`);
    await second.getByRole("link", { name: "peraturan.pdf" }).waitFor({ timeout: 30_000 });
    const sha256 = createHash("sha256").update(content).digest("hex");
    expect(await pieces(entryId, "peraturan.pdf")).toEqual([{ name: "peraturan.pdf", sha256, size: String(content.length) }]);
    // what had arrived was not sent again: at most the pieces that were on their way when the line was cut
    expect(line.sent()).toBeLessThan(content.length + 600_000);
  });

  it("waits on the device without a network, can be paused and given up, and refuses in words", async () => {
    const entryId = await made.draft(title("Aku Mandiri"));
    const context = await visitor(made.people.sari, { through: line });
    const page = await context.newPage();
    await page.goto(`${made.world.url}/en/app/entries/${entryId}/rows-means`);
    const chooser = page.getByLabel("Add a file").first();
    await chooser.waitFor({ state: "attached" });
    await chooser.setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("<html><script>steal()</script>") });
    await page.getByText("photo.png was not added.").waitFor();
    await page.getByText(/This kind of file is not accepted/).waitFor();
    await page.getByRole("button", { name: "Give up photo.png" }).click();
    await page.getByText("photo.png was not added.").waitFor({ state: "detached" });

    await line.cut();
    await chooser.setInputFiles({ name: "later.pdf", mimeType: "application/pdf", buffer: pdfFile() });
    await page.getByText(/later\.pdf: waits for the network/).waitFor();
    line.mend();
    await page.getByRole("link", { name: "later.pdf" }).waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "Remove later.pdf" }).click();
    await page.getByRole("dialog").getByLabel("Reason").fill("The wrong one");
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await page.getByText("1 piece removed").waitFor();
  });

  it("is verified with the keyboard alone, from the queue to the end", async () => {
    const name = title("Lope Capil");
    const entryId = await made.entryIn("CHECKED", name);
    await prove(made.people.sari, pdfFile("SK Kepala Dinas"), { entryId, indicator: "STAFF" });
    await prove(made.people.sari, pngFile(), { entryId, indicator: "STAFF" });
    const page = await (await visitor(made.people.vina)).newPage();
    await page.goto(`${made.world.url}/en/app/verification`);
    await page.getByRole("link", { name }).focus();
    await page.keyboard.press("Enter");
    const row = (name: string) => page.getByRole("button", { name: new RegExp(name) });
    await row("REGULATION").waitFor();
    await page.locator("[data-row='0']").focus();
    await page.keyboard.press("2");
    await page.getByText("First verifier: you, level 2").waitFor();
    await page.keyboard.press("j");
    await page.locator("iframe").waitFor();
    await page.keyboard.press("n");
    await page.keyboard.type("Signed in 2024, level 3 is not reached");
    await page.keyboard.press("Escape");
    await page.keyboard.press("1");
    await page.getByText(/First verifier: you, level 1.*Signed in 2024/).waitFor();
    await page.keyboard.press("j");
    await page.getByText("There is no evidence for this row.").first().waitFor();
    await page.keyboard.press("3");
    await page.getByText("Add evidence, a file or a link.").first().waitFor();
    await page.keyboard.press("k");
    await page.keyboard.press("k");
    await page.getByText("First verifier: you, level 2").waitFor();
    await page.getByRole("button", { name: "Complete verification" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("This entry is verified.").waitFor();
    const rows = await made.sql("select indicator, verified, note from entry_claim where entry_id = $1 order by indicator", [entryId]);
    expect(rows).toEqual([
      { indicator: "REGULATION", verified: 2, note: null },
      { indicator: "STAFF", verified: 1, note: "Signed in 2024, level 3 is not reached" },
    ]);
  });

  it.each([
    ["en", 360],
    ["rw", 1280],
    ["id", 360],
  ])("is fit to be read by everybody: %s at %d", async (language, width) => {
    const entryId = await made.entryIn("CHECKED", title(`Pelayanan ${language} ${width}`));
    await prove(made.people.sari, pdfFile("Peraturan Bupati Ogan Ilir"), { entryId, indicator: "REGULATION" });
    const page = await (await visitor(made.people.vina, { width })).newPage();
    for (const path of ["verification", `verification/${entryId}`]) {
      await page.goto(`${made.world.url}/${language}/app/${path}`);
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axeProblems(page)).toEqual([]);
      const folder = process.env["SCREENSHOTS"];
      if (folder) await page.screenshot({ path: `${folder}/${path.split("/").length}-${language}-${width}.png`, fullPage: true });
    }
  });

  async function visitor(
    who: Client,
    options: { readonly through?: BreakableLine; readonly width?: number } = {},
  ): Promise<BrowserContext> {
    const { through, width = 1280 } = options;
    const proxy = through ? { proxy: { server: through.url, bypass: "<-loopback>" } } : {};
    const context = await browser.newContext({ viewport: { width, height: 800 }, ...proxy });
    contexts.push(context);
    await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, url: made.world.url })));
    return context;
  }

  function pieces(entryId: string, name: string): Promise<readonly object[]> {
    return made.sql("select name, sha256, size from evidence where entry_id = $1 and name = $2 and removed_at is null", [entryId, name]);
  }
});
