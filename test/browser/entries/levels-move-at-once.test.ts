import { randomUUID } from "node:crypto";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { rowOf } from "../../world/entries/verifying.ts";
import { settled } from "../../world/page-checks.ts";

describe("a verifier's keys", () => {
  let made: CustodyWorld;
  let browser: Browser;
  let entryId: string;
  beforeAll(async () => {
    made = await createCustodyWorld();
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    entryId = await made.entryIn("CHECKED", `Sanjo Barokah ${randomUUID().slice(0, 8)}`);
  });
  afterAll(async () => {
    await browser?.close();
    await made?.stop();
  });

  it("show a level that is refused, and take it back with the reason", async () => {
    const page = await open();
    await holdSaying(page, async (route) => {
      await route.fulfill({
        contentType: "application/json",
        body: JSON.stringify({ data: { setVerifiedLevel: { __typename: "x", refusals: [STALE], verification: null } } }),
      });
    });
    await page.keyboard.press("2");
    expect(await chosen(page)).toEqual(["2"]);
    await page.getByRole("alert").waitFor();
    expect(await chosen(page)).toEqual([]);
    expect((await rowOf(made.people.vina, entryId)).opinions).toEqual([]);
    await page.context().close();
  });

  it("show a level before the server has it, and send what is pressed meanwhile after it", async () => {
    const page = await open();
    const sent: number[] = [];
    await holdSaying(page, async (route) => {
      sent.push(route.request().postDataJSON().variables.input.level);
      await route.continue();
    });
    await page.keyboard.press("3");
    expect(await chosen(page)).toEqual(["3"]);
    await page.keyboard.press("1");
    await page.keyboard.press("2");
    expect(await chosen(page)).toEqual(["2"]);
    await page.getByText(/level 2/).waitFor();
    expect(sent).toEqual([3, 2]);
    expect(await chosen(page)).toEqual(["2"]);
    expect((await rowOf(made.people.vina, entryId)).opinions.filter(({ mine }) => mine).at(-1)?.level).toBe(2);
    await page.context().close();
  });

  const STALE = { __typename: "Refusal", code: "STALE_VERSION", field: null, values: {} };

  /** Lets each saying wait half a second before it is answered. */
  async function holdSaying(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
    await page.route("**/graphql", async (route) => {
      if (route.request().postData()?.includes("SetVerifiedLevel") !== true) return route.fallback();
      await new Promise((resolve) => setTimeout(resolve, 500));
      await answer(route);
    });
  }

  function chosen(page: Page): Promise<readonly string[]> {
    return page.locator("fieldset input[type=radio]:checked").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  }

  async function open(): Promise<Page> {
    const context = await browser.newContext({ locale: "en", reducedMotion: "reduce" });
    await context.addCookies(made.people.vina.cookies.map((cookie) => ({ ...cookie, url: made.world.url })));
    const page = await context.newPage();
    await page.goto(`${made.world.url}/en/app/verification/${entryId}`);
    const row = page.locator("li", { has: page.locator("fieldset input[type=radio]") }).locator("[data-row]");
    await row.waitFor();
    await settled(page);
    await row.focus();
    return page;
  }
});
