import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { DEMO_DAY } from "../../world/demo/demo.ts";
import { type DemoPage, demoPages, PERSONAS, type Persona, registeredRoutes, signInAs } from "../../world/demo/demo-pages.ts";
import { axeProblems, goWithin, problemsOf, settled } from "../../world/page-checks.ts";
import { createWorld, type World } from "../../world/world.ts";

/** Whoever has many pages has them looked through on several tabs at once: none waits for the longest. */
const PAGES_A_TAB = 12;

type Opened = { readonly page: Page; readonly problems: readonly string[] };

/** Where to put a picture of each page in passing; none unless told. */
const PICTURES = process.env["ISONGA_PICTURES"];
const LANGUAGES = ["en", "rw", "id"] as const;
const WIDTHS = [1280, 360] as const;

describe("every page behind sign-in", () => {
  let world: World;
  let browser: Browser;
  let pages: readonly DemoPage[];

  beforeAll(async () => {
    [world, browser] = await Promise.all([createWorld({ demo: true, now: DEMO_DAY }), launchBrowser()]);
    pages = await demoPages(world);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it("has an example of each address that the app registers", async () => {
    const shown = new Set(pages.map(({ route }) => route));
    const { signedIn } = await registeredRoutes();
    expect(signedIn.filter((route) => !shown.has(route))).toEqual([]);
  });

  it.concurrent.each(PERSONAS)(
    "stands well for the %s, on a desk and on a phone, in three languages",
    async (persona) => {
      const client = await signInAs(world, persona);
      const own = pages.filter(({ as }) => as === persona);
      const tabs = Array.from({ length: Math.max(1, Math.ceil(own.length / PAGES_A_TAB)) }, async (_none, tab) => {
        const { page, problems } = await open(persona, client);
        const links = tab === 0 ? await linksOf(page) : [];
        const found: string[] = [];
        const shownHere = own.slice(tab * PAGES_A_TAB, (tab + 1) * PAGES_A_TAB);
        for (const shown of shownHere) for (const language of LANGUAGES) found.push(...(await visit(page, shown, language)));
        // Whatever else the person is led to from home, in one language.
        for (const path of links.filter((link) => !own.some((shown) => shown.path === link)))
          found.push(...(await visit(page, { route: path, path, as: persona }, "en", WIDTHS.slice(0, 1))));
        await page.context().close();
        return [...found, ...problems];
      });
      expect((await Promise.all(tabs)).flat()).toEqual([]);
    },
    600_000,
  );

  /** One page a tab, kept: the app is loaded once, as people do. */
  async function open(persona: Persona, client: Client): Promise<Opened> {
    const problems: string[] = [];
    const context = await browser.newContext({ locale: "en", reducedMotion: "reduce", colorScheme: "light", timezoneId: "Africa/Kigali" });
    await context.addCookies(client.cookies.map((cookie) => ({ ...cookie, url: world.url })));
    const page = await context.newPage();
    await page.clock.setFixedTime(DEMO_DAY);
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(`${persona} ${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => problems.push(`${persona} ${page.url()}: ${error.message}`));
    await page.goto(`${world.url}/en/app`);
    await settled(page);
    return { page, problems };
  }

  /**
   * At both widths, first at the one that the page before was left in: to lay a page out anew takes long. Axe in one language, since it reads
   * structure and colours.
   */
  async function visit(page: Page, shown: DemoPage, language: string, widths: readonly number[] = WIDTHS): Promise<readonly string[]> {
    const found: string[] = [];
    const say = (width: number, list: readonly string[]): unknown =>
      found.push(...list.map((problem) => `${shown.path} ${language} ${width} (${shown.as}): ${problem}`));
    const first = page.viewportSize()?.width ?? WIDTHS[0];
    await resize(page, first);
    const address = shown.path === "" ? `/${language}/app` : `/${language}/app/${shown.path}`;
    await goWithin(page, address).catch((error: Error) => say(first, [`never stood still: ${error.message}`]));
    if ((await page.locator("main [class*=errorTitle]").count()) > 0)
      say(0, [`shows an error: ${await page.locator("main").textContent()}`]);
    for (const width of widths.toSorted((a, b) => Number(b === first) - Number(a === first))) {
      await resize(page, width);
      say(width, await problemsOf(page, language));
      if (language === "en" && widths === WIDTHS) say(width, await axeProblems(page));
      await picture(page, `${shown.path.replaceAll(/[^\w-]+/g, "-") || `home-${shown.as}`}-${language}-${width}`);
    }
    return found;
  }

  async function resize(page: Page, width: number): Promise<void> {
    await page.setViewportSize({ width, height: width < 500 ? 780 : 900 });
  }

  /** Where home and the navigation lead, below `/en/app/`. */
  async function linksOf(page: Page): Promise<readonly string[]> {
    const links = await page.locator("nav a[href], main a[href]").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    return [...new Set(links)].filter((link) => link.startsWith("/en/app/")).map((link) => link.slice("/en/app/".length));
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }
});
