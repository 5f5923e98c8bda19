import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { axeProblems, problemsOf } from "../../world/page-checks.ts";
import { IGA_2023, loadIga2023 } from "../../world/rounds/iga-2023.ts";
import { createWorld, type World } from "../../world/world.ts";

/** Where to put a picture of each page in passing; none unless told. */
const PICTURES = process.env["ISONGA_PICTURES"];
const VIEWS = [
  ["en", 1280],
  ["rw", 360],
  ["id", 360],
] as const;

describe("an index instrument in a browser", () => {
  let world: World;
  let browser: Browser;
  let admin: Client;
  let owner: pg.Client;
  let folder: string;
  beforeAll(async () => {
    world = await createWorld();
    folder = await mkdtemp(join(tmpdir(), "isonga-index-page-"));
    const { programmeId, area } = await loadIga2023(world.database.ownerUrl, { state: "OPEN" });
    owner = new pg.Client(world.database.ownerUrl);
    await owner.connect();
    await owner.query(
      `insert into round (id, programme_id, code, names, jurisdiction_id, time_zone, state)
       values (gen_random_uuid(), $1, 'iga-2026', '{"en": "IGA 2026", "rw": "IGA 2026", "id": "IGA 2026"}', $2, 'Asia/Jakarta', 'DRAFT')`,
      [programmeId, area("16")],
    );
    admin = await world.person("Ratna", [{ role: "ADMINISTRATOR" }]);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await owner.end();
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("says the formula, categories and rows in plain words, in each language and on a phone", async () => {
    for (const [language, width] of VIEWS) {
      const page = await open(language, width);
      await page.goto(`${world.url}/${language}/app/rounds/${IGA_2023}`);
      await page.getByText(VERY_INNOVATIVE[language]).first().waitFor();
      await page.locator("td", { hasText: "PDF" }).first().waitFor({ state: "attached" });
      expect(await problemsOf(page, language)).toEqual([]);
      await picture(page, `index-method-${language}-${width}`);
      await page.context().close();
    }
  });

  it("starts a draft from a shipped instrument, changes a number, refuses a wrong one at its field, and saves", async () => {
    const page = await open("en", 1280);
    await page.goto(`${world.url}/en/app/rounds/iga-2026/instrument`);
    await page.getByRole("combobox", { name: "Start from" }).click();
    await page.getByRole("option", { name: "Innovation index 2026" }).click();
    await page.getByLabel("Divisor").fill("14");
    await page.getByLabel("Points of one innovation counted").fill("much");
    expect(await axeProblems(page)).toEqual([]);
    await picture(page, "index-instrument-en-1280");
    await page.getByRole("button", { name: "Save instrument" }).click();
    await page.getByRole("alert").getByRole("link").first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("definition-parameters-perInnovation");
    await page.getByLabel("Points of one innovation counted").fill("0,5");
    await page.getByRole("button", { name: "Save instrument" }).click();
    await page.getByText("but by 14 at least").waitFor();
    const { rows } = await owner.query(
      "select i.definition->'parameters' as p from instrument i join round r on r.id = i.round_id where r.code = 'iga-2026'",
    );
    expect(rows[0].p).toMatchObject({ divisor: 14, perInnovation: "0.5", affairs: { atLeast: 5 } });
    await page.context().close();
  });

  it("tries a file of innovations for a round before anything is written", async () => {
    const file = join(folder, "innovations.csv");
    const levels = "01230123012301230123";
    await writeFile(
      file,
      `region,agency,innovation,claimed,verified\n16.10,Dinas Baru,Satu,${levels},\n16.10,Dinas Baru,Dua,${levels}9,\n`,
    );
    const page = await open("en", 1280);
    await page.goto(`${world.url}/en/app/imports`);
    await page.getByRole("combobox", { name: "What is in the file" }).click();
    await page.getByRole("option", { name: "Innovations", exact: true }).click();
    await page.getByRole("combobox", { name: "Round", exact: true }).click();
    await page.getByRole("option", { name: "2023" }).first().click();
    await picture(page, "index-imports-en-1280");
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText("Write 20 digits from 0 to 3").waitFor();
    await page.getByText("1 agency is not known yet and is added").waitFor();
    await picture(page, "index-import-run-en-1280");
    expect((await owner.query("select from entry where title in ('Satu', 'Dua')")).rowCount).toBe(0);
    await page.context().close();
  });

  async function open(language: "en" | "rw" | "id", width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language, reducedMotion: "reduce" });
    await context.addCookies(admin.cookies.map((cookie) => ({ ...cookie, url: world.url })));
    return context.newPage();
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }
});

const VERY_INNOVATIVE = { en: "Very innovative", rw: "Bihanga udushya cyane", id: "Sangat Inovatif" } as const;
