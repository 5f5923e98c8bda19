import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { axeProblems } from "../../world/page-checks.ts";
import { addRoundCountry, roundFile } from "../../world/rounds/round-country.ts";
import { IMPORT, ROUND } from "../../world/rounds/round-documents.ts";
import { createWorld, type World } from "../../world/world.ts";

/** How the end of reporting stands in its field, and how it is typed anew: 5 December 2026, 17:30. */
const WRITTEN = {
  en: ["10 Nov 2026, 18:00", "5 December 2026, 17:30", "5 Dec 2026, 17:30"],
  rw: ["10 Ugu. 2026, 18:00", "5 Ukuboza 2026 17:30", "5 Uku. 2026, 17:30"],
  id: ["10 Nov 2026 pukul 18.00", "5 Desember 2026 pukul 17.30", "5 Des 2026 pukul 17.30"],
} as const;
const END = "#stages-0-endsAt";

describe("a date in a form", () => {
  let world: World;
  let browser: Browser;
  let ange: Client;
  beforeAll(async () => {
    world = await createWorld();
    await addRoundCountry(world);
    ange = await world.person("Ange", [{ role: "ADMINISTRATOR" }]);
    expect(await ange.refusal(IMPORT, { input: { text: roundFile() } })).toBeNull();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it("is not sent as long as what stands there is none: the field says so and takes the focus", async () => {
    const page = await open("en", 1280);
    await page.locator(END).fill("the tenth");
    await page.locator(END).press("Enter");
    await page.getByText("This is no date with a time yet. Write it like this: 22 Dec 2026, 14:05.").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(END.slice(1));
    expect(await axeProblems(page)).toEqual([]);
    expect(await endOfReporting()).toBe("2026-11-10T18:00");
    await page.context().close();
  });

  it.each(["en", "rw", "id"] as const)("is shown and understood in %s, whatever the browser speaks", async (language) => {
    const [before, typed, after] = WRITTEN[language];
    const page = await open(language, 360);
    expect(await page.locator(END).inputValue()).toBe(before);
    await page.locator(END).fill(typed);
    await page.locator(END).press("Tab");
    expect(await page.locator(END).inputValue()).toBe(after);
    await page.context().close();
  });

  it("is picked by keyboard alone, and left alone by Escape", async () => {
    const page = await open("rw", 360);
    const pick = page.getByRole("button", { name: "Hitamo umunsi n'isaha" }).nth(1);
    await pick.press("Enter");
    await page.getByRole("grid").waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    expect(await page.locator(END).inputValue()).toBe(WRITTEN.rw[0]);
    await pick.press("Enter");
    await page.getByRole("button", { name: "10 Ugushyingo 2026" }).waitFor();
    for (const key of ["PageDown", "ArrowLeft", "Home", "Enter"]) await page.keyboard.press(key);
    await page.getByRole("dialog").getByRole("textbox").fill("9.15");
    await page.getByRole("dialog").getByRole("button", { name: "Bikoreshe" }).press("Enter");
    expect(await page.locator(END).inputValue()).toBe("7 Uku. 2026, 09:15");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(END.slice(1));
    await page
      .locator("form", { has: page.locator(END) })
      .locator("button[type=submit]")
      .click();
    await expect.poll(endOfReporting, { timeout: 10_000 }).toBe("2026-12-07T09:15");
    await page.context().close();
  });

  async function endOfReporting(): Promise<string | undefined> {
    const { round } = await ange.data<{ round: { stages: { endsAtLocal: string }[] } }>(ROUND, { code: "awards-2026" });
    return round.stages[0]?.endsAtLocal;
  }

  async function open(language: "en" | "rw" | "id", width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: "de-DE", reducedMotion: "reduce" });
    await context.addCookies(ange.cookies.map((cookie) => ({ ...cookie, url: world.url })));
    const page = await context.newPage();
    await page.goto(`${world.url}/${language}/app/rounds/awards-2026/edit`);
    await page.locator(END).waitFor();
    return page;
  }
});
