import { join } from "node:path";
import { recordsSource } from "@isonga/server/kernel/imports/row-source";
import { runImport } from "@isonga/server/kernel/imports/run-import";
import { importPlaces } from "@isonga/server/places/import/import-places";
import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertService } from "../../stories/reports/imports.helper.ts";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { axeProblems } from "../../world/page-checks.ts";
import { createWorld, type World } from "../../world/world.ts";

/** Where to put a picture of each page in passing; none unless told. */
const PICTURES = process.env["ISONGA_PICTURES"];
const HEADER = "jurisdiction,service,month,carriedOver,received,processed,processedInTime,processingHours,selfApplications";
const WRONG = `${HEADER}\n1101,birth,2022-01,0,10,8,7,40.5,3\n1101,birth,2022-02,0,10,12,7,40.5,3\n1102,birth,2022-02,2,30,x,7,40.5,3\n`;

describe("importing figures in a browser", () => {
  let world: World;
  let browser: Browser;
  let coordinator: Client;
  beforeAll(async () => {
    world = await createWorld({ now: "2022-12-05T08:00:00Z" });
    const places = [
      { country: "RW", level: "PROVINCE", code: "1", name: "City of Kigali" },
      { country: "RW", level: "DISTRICT", code: "11", name: "Nyarugenge", parent: "1" },
      { country: "RW", level: "SECTOR", code: "1101", name: "Gitega", parent: "11" },
      { country: "RW", level: "SECTOR", code: "1102", name: "Kanyinya", parent: "11" },
    ];
    const source = recordsSource(places);
    await runImport(world.app.operatorContext(), { importer: importPlaces, options: {}, mode: "REJECT_EVERYTHING", dryRun: false, source });
    const owner = new pg.Client(world.database.ownerUrl);
    await owner.connect();
    await insertService(owner, "birth");
    const { rows } = await owner.query<{ id: string }>("select id from jurisdiction where code = '11'");
    await owner.end();
    coordinator = await world.person("Chantal", [{ role: "COORDINATOR", jurisdictionId: rows[0]?.id ?? "" }]);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it("tries a file first, shows its problems with the rows' text, takes the good rows, and then changes what a corrected file says", async () => {
    const page = await open("en", 1280);
    await page.goto(`${world.url}/en/app/imports`);
    await page.getByText("The file to import").waitFor();
    await picture(page, "start");
    await page.getByLabel("The file to import").setInputFiles({ name: "january.csv", mimeType: "text/csv", buffer: Buffer.from(WRONG) });
    await page.getByText("Some rows have problems. Nothing has been written.").waitFor();
    await page.getByText("Processed cannot be more than carried over and received together").waitFor();
    await page.getByText("1101 · birth · 2022-02 · 0 · 10 · 12").waitFor();
    await picture(page, "problems");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download as CSV" }).click()]);
    expect(download.suggestedFilename()).toBe("january-refused.csv");
    await page.getByLabel("Import the 1 good row and leave the others out").check();
    await page.getByRole("button", { name: "Import 1 row" }).click();
    await page.getByText("The file was imported.").waitFor();

    await page.getByRole("link", { name: "Send another file" }).click();
    const corrected = `${HEADER}\n1101,birth,2022-01,0,10,9,7,41,3\n`;
    await page
      .getByLabel("The file to import")
      .setInputFiles({ name: "corrected.csv", mimeType: "text/csv", buffer: Buffer.from(corrected) });
    await page.getByText("8 → 9").waitFor();
    await picture(page, "changes");
    await page.getByRole("button", { name: "Import 1 row" }).click();
    await page.getByText("The file was imported.").waitFor();
    await page.goto(`${world.url}/en/app/imports`);
    await page.getByRole("link", { name: "corrected.csv" }).first().waitFor();
    await picture(page, "mine");
    await page.context().close();
  });

  it.each([
    ["rw", 360, "Imirongo imwe ifite ibibazo"],
    ["id", 360, "Beberapa baris bermasalah"],
  ] as const)("reads as well in %s at %i pixels, without scrolling sideways", async (language, width, words) => {
    const page = await open(language, width);
    await page.goto(`${world.url}/${language}/app/imports`);
    await page.locator("input[type=file]").setInputFiles({ name: "raporo.csv", mimeType: "text/csv", buffer: Buffer.from(WRONG) });
    await page.getByText(words).waitFor();
    await picture(page, "problems");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await axeProblems(page)).toEqual([]);
    await page.context().close();
  });

  it("says at once what is no such file, before and after sending it", async () => {
    const page = await open("en", 1280);
    await page.goto(`${world.url}/en/app/imports`);
    await page
      .getByLabel("The file to import")
      .setInputFiles({ name: "page.csv", mimeType: "text/csv", buffer: Buffer.from("<html></html>") });
    await page.getByText("This kind of file is not accepted. Use CSV, XLSX, JSON.").waitFor();
    await page.context().close();
  });

  async function open(language: string, width: number): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale: language === "rw" ? "en-GB" : language,
      acceptDownloads: true,
    });
    await context.addCookies(coordinator.cookies.map((cookie) => ({ ...cookie, url: world.url })));
    return context.newPage();
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (!PICTURES) return;
    const width = page.viewportSize()?.width ?? 0;
    const language = new URL(page.url()).pathname.split("/")[1] ?? "";
    await page.screenshot({ path: join(PICTURES, `imports-${name}-${language}-${width}.png`), fullPage: true });
  }
});
