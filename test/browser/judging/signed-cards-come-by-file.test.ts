import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
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

it.each([
  ["en", 1280, "What is in the file", ["Regions' own rows", "Innovations"], ["Some rows have problems", "The file was imported."]],
  ["rw", 360, "Ibiri muri fayili", ["Ingingo z'uturere ubwatwo", "Udushya"], ["Imirongo imwe ifite ibibazo", "Fayili yinjijwe."]],
  ["id", 360, "Isi berkas", ["Satuan pemerintah daerah", "Inovasi"], ["Beberapa baris bermasalah", "Berkas telah diimpor."]],
] as const)(
  "an administrator finds a jury's round for a file of innovations, though for no other kind, and its entries come in, in %s",
  async (language, width, what, [regional, innovations], [problems, done]) => {
    const title = `Jemput bola ${language}`;
    const page = await open(language, width, judging.admin);
    await page.goto(`${judging.world.url}/${language}/app/imports`);
    const choose = async (kind: string): Promise<void> => {
      await page.getByRole("combobox", { name: what }).click();
      await page.getByRole("option", { name: kind, exact: true }).click();
      await page.locator("#round").click();
    };
    await choose(regional);
    await page.getByText(NONE[language]).waitFor();
    expect(await page.getByRole("option", { name: `Awards kipp-2026 (${language})` }).count()).toBe(0);
    await page.keyboard.press("Escape");
    await choose(innovations);
    await page.getByRole("option", { name: `Awards kipp-2026 (${language})` }).click();
    await picture(page, "innovations");
    expect(await axeProblems(page)).toEqual([]);

    const send = (...rows: readonly string[]) =>
      page
        .locator("input[type=file]")
        .setInputFiles({ name: "entries.csv", mimeType: "text/csv", buffer: Buffer.from(`${rows.join("\n")}\n`) });
    await send("region,agency,innovation,claimed", `16.10,DINKES,${title},0123`);
    await page.getByText(problems).waitFor();
    await picture(page, "innovations-problems");
    await page.locator(`a[href$="/app/imports"]`, { hasText: NEXT[language] }).click();
    await choose(innovations);
    await page.getByRole("option", { name: `Awards kipp-2026 (${language})` }).click();
    await send("region,agency,innovation,affair", `16.10,DINKES,${title},HEALTH`);
    await page.getByRole("button", { name: IMPORT[language] }).click();
    await page.getByText(done).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await judging.sql("select e.state, r.code from entry e join round r on r.id = e.round_id where e.title = $1", [title])).toEqual([
      { state: "SUBMITTED", code: "kipp-2026" },
    ]);
    await page.context().close();
  },
);

const NONE = {
  en: "No round takes innovations now.",
  rw: "Nta cyiciro cyakira udushya ubu.",
  id: "Saat ini tidak ada putaran yang menerima inovasi.",
} as const;
const NEXT = { en: "Send another file", rw: "Ohereza indi fayili", id: "Kirim berkas lain" } as const;
const IMPORT = { en: "Import 1 row", rw: "Injiza umurongo 1", id: "Impor 1 baris" } as const;

async function open(language: string, width: number, who: Client = judging.chair): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language === "rw" ? "en-GB" : language });
  await context.addCookies(who.cookies.map((cookie) => ({ ...cookie, url: judging.world.url })));
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
