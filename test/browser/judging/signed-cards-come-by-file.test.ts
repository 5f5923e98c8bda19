import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { axeProblems } from "../../world/page-checks.ts";

/** Where to put a picture of each page in passing; none unless told. */
const PICTURES = process.env["ISONGA_PICTURES"];
const FILE = "entry,judge,novelty,impact,summary\nE01,J01,7,8,3\nE02,J01,11,8,3\n";

let judging: JudgingWorld;
let browser: Browser;
beforeAll(async () => {
  judging = await createJudgingWorld({ entries: 2, judges: 1 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await judging?.stop();
});

it.each([
  ["en", 1280, ["What is in the file", "Signed scorecards"], "Judging stage", "Some rows have problems"],
  ["rw", 360, ["Ibiri muri fayili", "Impapuro z'amanota zasinywe"], "Intambwe y'isuzuma", "Imirongo imwe ifite ibibazo"],
  ["id", 360, ["Isi berkas", "Lembar penilaian yang ditandatangani"], "Tahapan penilaian juri", "Beberapa baris bermasalah"],
] as const)(
  "a chair chooses the stage, and is told in %s what is wrong with a file of scorecards",
  async (language, width, [what, cards], stage, told) => {
    const page = await open(language, width);
    await page.goto(`${judging.world.url}/${language}/app/imports`);
    await page.getByRole("combobox", { name: what }).click();
    await page.getByRole("option", { name: cards }).click();
    await page.locator("#round").click();
    await page.getByRole("option", { name: `Awards kipp-2026 (${language})` }).click();
    await page.getByRole("combobox", { name: stage }).click();
    await page.getByRole("option").first().click();
    await picture(page, "marks");
    expect(await axeProblems(page)).toEqual([]);
    await page.locator("input[type=file]").setInputFiles({ name: "marks.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
    await page.getByText(told).waitFor();
    await picture(page, "marks-problems");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await judging.sql("select from scorecard")).toEqual([]);
    await page.context().close();
  },
);

async function open(language: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language === "rw" ? "en-GB" : language });
  await context.addCookies(judging.chair.cookies.map((cookie) => ({ ...cookie, url: judging.world.url })));
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES)
    await page.screenshot({
      path: join(PICTURES, `${name}-${page.viewportSize()?.width}-${await page.locator("html").getAttribute("lang")}.png`),
    });
}
