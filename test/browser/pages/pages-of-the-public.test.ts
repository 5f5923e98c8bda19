import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import { DEMO_DAY } from "../../world/demo/demo.ts";
import { registeredRoutes } from "../../world/demo/demo-pages.ts";
import { axeProblems, problemsOf, settled } from "../../world/page-checks.ts";
import { createWorld, type World } from "../../world/world.ts";

/** Where to put a picture of each page in passing; none unless told. */
const PICTURES = process.env["ISONGA_PICTURES"];
const LANGUAGES = ["en", "rw", "id"] as const;
const WIDTHS = [1280, 360] as const;

/** Below `/<language>`; a page of the app waits for its words. */
const PUBLIC = [
  "",
  "/rounds/irembo-2022",
  "/rounds/irembo-2022?level=SECTOR",
  "/rounds/irembo-2022?level=PROVINCE",
  "/rounds/irembo-2022/publications/1",
  "/rounds/irembo-2022/ceremony",
  "/rounds/irembo-2022/ceremony?step=3",
  "/rounds/irembo-2026",
  "/rounds/iga-sumsel-2023?level=REGENCY_CITY",
  "/rounds/kipp-sumsel",
  "/areas/RW/1309",
  "/areas/RW/RW",
  "/areas/ID/16.10",
];
const MISSING = ["/nothing/of/the/kind", "/rounds/no-such-round", "/areas/RW/99999"];
const DOORS: Readonly<Record<string, string>> = {
  "sign-in": "/app/sign-in",
  "forgotten-password": "/app/forgotten-password",
  "reset-password": "/app/reset-password?token=no-such-token",
  "confirm-email": "/app/confirm-email?token=no-such-token",
  "accept-invitation": "/app/accept-invitation?token=no-such-token",
};

describe("every page that needs no account", () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([createWorld({ demo: true, now: DEMO_DAY }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it("has an example of each door that the app registers", async () => {
    const { open } = await registeredRoutes();
    expect(open.filter((route) => !(route in DOORS))).toEqual([]);
  });

  it.concurrent.each(LANGUAGES)(
    "stands well in %s, on a desk and on a phone",
    async (language) => {
      const found: string[] = [];
      const { page, problems } = await open("light");
      for (const path of [...PUBLIC, ...MISSING, ...Object.values(DOORS)]) found.push(...(await visit(page, path, language)));
      // A page that is not there is told by its status; the console repeats it.
      expect([...found, ...problems.filter((problem) => !/status of (404|400|401|410)/.test(problem))]).toEqual([]);
      await page.context().close();
    },
    200_000,
  );

  it("keeps its contrast in the dark", async () => {
    const found: string[] = [];
    const { page } = await open("dark");
    for (const path of ["", "/rounds/irembo-2022", "/rounds/irembo-2022/ceremony", "/areas/RW/1309", "/app/sign-in"]) {
      await page.goto(`${world.url}/en${path}`);
      if (path.startsWith("/app")) await settled(page);
      found.push(...(await axeProblems(page, ["color-contrast"])).map((problem) => `${path}: ${problem}`));
      await picture(page, `dark${path.replaceAll(/[^\w]+/g, "-")}`);
    }
    expect(found).toEqual([]);
    await page.context().close();
  });

  async function visit(page: Page, path: string, language: string): Promise<readonly string[]> {
    const found: string[] = [];
    const response = await page.goto(`${world.url}/${language}${path}`);
    if (path.startsWith("/app")) await settled(page);
    const status = MISSING.includes(path) ? 404 : 200;
    if (response?.status() !== status) found.push(`${path} ${language}: answers ${response?.status()}`);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 500 ? 780 : 900 });
      const problems = [...(await problemsOf(page, language)), ...(language === "en" ? await axeProblems(page) : [])];
      found.push(...problems.map((problem) => `${path} ${language} ${width}: ${problem}`));
      await picture(page, `public${path.replaceAll(/[^\w]+/g, "-")}-${language}-${width}`);
    }
    return found;
  }

  async function open(colorScheme: "light" | "dark"): Promise<{ readonly page: Page; readonly problems: readonly string[] }> {
    const context = await browser.newContext({ locale: "en", reducedMotion: "reduce", colorScheme, timezoneId: "Africa/Kigali" });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
    return { page, problems };
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }
});
