import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import { DEMO_DAY } from "../../world/demo/demo.ts";
import { signInAs } from "../../world/demo/demo-pages.ts";
import { settled } from "../../world/page-checks.ts";
import { createWorld, type World } from "../../world/world.ts";

/** The promise to people with a slow phone: bytes of script, as they come over the wire, until a first page stands. */
const BUDGET = 200_000;

describe("the first page is light", () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([createWorld({ demo: true, now: DEMO_DAY }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it.each(["en", "rw", "id"])("at the door, in %s", async (language) => {
    const { page, scripts } = await open();
    await page.goto(`${world.url}/${language}/app/sign-in`);
    await settled(page);
    expect(await scripts()).toBeLessThan(BUDGET);
    await page.context().close();
  });

  it.each(["en", "rw", "id"])("at home for who is signed in, in %s", async (language) => {
    const { page, scripts } = await open();
    const client = await signInAs(world, "STAFF");
    await page.context().addCookies(client.cookies.map((cookie) => ({ ...cookie, url: world.url })));
    await page.goto(`${world.url}/${language}/app`);
    await settled(page);
    expect(await scripts()).toBeLessThan(BUDGET);
    await page.context().close();
  });

  it("of the public has no script at all", async () => {
    const { page, scripts } = await open();
    await page.goto(`${world.url}/en/rounds/irembo-2022`);
    await page.locator("h1").waitFor();
    expect(await scripts()).toBe(0);
    expect(await page.locator("script").count()).toBe(0);
    await page.context().close();
  });

  /** A page that has never been here, with what its scripts weighed on the wire. The worker that keeps files is left out: it fetches them again. */
  async function open(): Promise<{ readonly page: Page; scripts(): Promise<number> }> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const weights: Promise<number>[] = [];
    page.on("requestfinished", (request) => {
      if (/\.js(\?|$)/.test(request.url())) weights.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    return { page, scripts: async () => (await Promise.all(weights)).reduce((sum, bytes) => sum + bytes, 0) };
  }
});
