import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import { DEMO_DAY } from "../../world/demo/demo.ts";
import { type Persona, signInAs } from "../../world/demo/demo-pages.ts";
import { axeProblems, goWithin, settled } from "../../world/page-checks.ts";
import { createWorld, type World } from "../../world/world.ts";

const PASSWORD = "isonga-demo-2026";

describe("the frame around every page", () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([createWorld({ demo: true, now: DEMO_DAY }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  afterEach(() => world.clock.turnTo(DEMO_DAY));

  it("keeps a change of language in the account, for every other device", async () => {
    const page = await open("JUDGE");
    await page.getByRole("button", { name: "Language: English" }).click();
    await Promise.all([
      page.waitForResponse((response) => response.request().postData()?.includes("SetMyLanguage") === true),
      page.getByRole("link", { name: "Ikinyarwanda" }).click(),
    ]);
    await page.getByRole("heading", { level: 1, name: /Patrick Mugisha/ }).waitFor();
    await page.waitForURL(/\/rw\/app$/);
    const client = await signInAs(world, "JUDGE");
    await expect.poll(() => client.data("{ me { language } }")).toEqual({ me: { language: "rw" } });
    await page.context().close();

    const elsewhere = await (await browser.newContext({ locale: "en" })).newPage();
    await elsewhere.goto(`${world.url}/en/app`);
    await elsewhere.getByLabel("Email").fill("judge@isonga.example");
    await elsewhere.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await elsewhere.getByRole("button", { name: "Sign in" }).click();
    await elsewhere.waitForURL(/\/rw\/app$/);
    await elsewhere.context().close();
  });

  it("takes the language chosen at the door over that of the account, and keeps it", async () => {
    const page = await (await browser.newContext({ locale: "en" })).newPage();
    await page.goto(`${world.url}/en/app/sign-in`);
    await page.getByRole("link", { name: "Bahasa Indonesia" }).click();
    await page.locator("input[type=email]").fill("verifier@isonga.example");
    await page.locator("input[type=password]").fill(PASSWORD);
    await Promise.all([
      page.waitForResponse((response) => response.request().postData()?.includes("SetMyLanguage") === true),
      page.locator("form button[type=submit]").click(),
    ]);
    await page.waitForURL(/\/id\/app$/);
    const client = await signInAs(world, "VERIFIER");
    await expect.poll(() => client.data("{ me { language } }")).toEqual({ me: { language: "id" } });
    await page.context().close();
  });

  it("says where one works, and what ends within three days", async () => {
    const page = await open("STAFF");
    const navigation = page.getByRole("navigation", { name: "Main navigation" }).first();
    await navigation.getByText("Niboye").waitFor();
    expect(await page.getByText(/Reporting.*Until 1 December 2026/).count()).toBe(0);
    world.clock.turnTo("2026-11-29T09:00:00+02:00");
    await page.clock.setFixedTime("2026-11-29T09:00:00+02:00");
    await page.reload();
    await page
      .getByRole("listitem")
      .filter({ hasText: /Reporting.*Until 1 December 2026/ })
      .first()
      .waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.context().close();
  });

  it("is gone through with the keyboard alone: past the frame, along the navigation, to the search", async () => {
    const page = await open("ADMINISTRATOR");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to the page");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("page");
    await page.reload();
    await settled(page);
    const order: string[] = [];
    for (let step = 0; step < 10; step += 1) {
      await page.keyboard.press("Tab");
      order.push(await focused(page));
    }
    expect(order.slice(0, 8)).toEqual([
      "Skip to the page",
      "Isonga",
      "Search places, entries and people",
      "Language: English",
      "Help",
      "Your account: Aline Uwase",
      "Home",
      "Monthly reports",
    ]);
    await page.locator("h1").click();
    await page.keyboard.press("/");
    await page.keyboard.type("Kicukro");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\?q=Kicukro/);
    await page.locator("main").getByRole("link", { name: "Kicukiro" }).first().waitFor();
    await page.context().close();
  });

  it("opens and closes menus and dialogs by keys, and gives the focus back", async () => {
    const page = await open("ADMINISTRATOR");
    const account = page.getByRole("button", { name: "Your account: Aline Uwase" });
    await account.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "My jobs" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("Your account: Aline Uwase");
    await goWithin(page, "/en/app/people");
    const invite = page.getByRole("link", { name: /Invite/ }).first();
    const name = (await invite.textContent())?.trim() ?? "";
    await invite.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await page.waitForFunction(() => document.activeElement?.closest("[role=dialog]") !== null);
    for (let step = 0; step < 15; step += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null)).toBe(true);
    }
    // One of them may close an open list of the field that has the focus; one too many leads no further than to the page.
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(new URL(page.url()).pathname).toBe("/en/app/people");
    await page.waitForFunction((words) => document.activeElement?.textContent?.trim() === words, name);
    await page.context().close();
  });

  it("keeps its contrast in the dark and moves nothing for who asked for stillness", async () => {
    const found: string[] = [];
    for (const [persona, paths] of DARK) {
      const page = await open(persona, { colorScheme: "dark" });
      for (const path of paths) {
        await goWithin(page, `/en/app${path}`);
        found.push(...(await axeProblems(page, ["color-contrast"])).map((problem) => `${path}: ${problem}`));
      }
      const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
      expect(moving).toBe(0);
      await page.context().close();
    }
    expect(found).toEqual([]);
  });

  const DARK: readonly (readonly [Persona, readonly string[]])[] = [
    ["STAFF", ["", "/reports", "/help"]],
    ["ADMINISTRATOR", ["/people", "/people/invite", "/rounds/irembo-2026", "/places/RW/13", "/audit", "/imports"]],
    ["CHAIR", ["/standings/irembo-2022", "/standings/irembo-2022/decisions"]],
  ];

  async function open(persona: Persona, options: BrowserContextOptions = {}): Promise<Page> {
    const client = await signInAs(world, persona);
    const context = await browser.newContext({ locale: "en", reducedMotion: "reduce", viewport: { width: 1280, height: 900 }, ...options });
    await context.addCookies(client.cookies.map((cookie) => ({ ...cookie, url: world.url })));
    const page = await context.newPage();
    await page.clock.setFixedTime(DEMO_DAY);
    await page.goto(`${world.url}/en/app`);
    await settled(page);
    return page;
  }

  function focused(page: Page): Promise<string> {
    return page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "";
    });
  }
});
