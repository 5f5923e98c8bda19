import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { axeProblems, settled } from "../../world/page-checks.ts";
import { addRoundCountry, roundFile } from "../../world/rounds/round-country.ts";
import { IMPORT } from "../../world/rounds/round-documents.ts";
import { createWorld, type World } from "../../world/world.ts";

describe("a form left without saving", () => {
  let world: World;
  let browser: Browser;
  let ange: Client;
  let other: Client;
  beforeAll(async () => {
    world = await createWorld();
    await addRoundCountry(world);
    ange = await world.person("Ange", [{ role: "ADMINISTRATOR" }]);
    other = await world.person("Benoit", [{ role: "ADMINISTRATOR" }]);
    const { importRound } = await ange.data<{ importRound: { refusals: unknown[] } }>(IMPORT, { input: { text: roundFile() } });
    expect(importRound.refusals).toEqual([]);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it("shows nothing of it to somebody else on the same device, and holds it again for its author when the tab was closed", async () => {
    const context = await signedIn(ange);
    const page = await open(context, "rounds/awards-2026/edit");
    await typed(page, "#names-en", "Awards of all the country");
    await page.close();

    await signedIn(other, context);
    const theirs = await open(context, "rounds/awards-2026/edit");
    expect(await heldIn(theirs, "#names-en")).toBe("Awards 2026 (en)");
    expect(await theirs.getByText("We kept what you typed").count()).toBe(0);
    await theirs.close();

    await signedIn(ange, context);
    const again = await open(context, "rounds/awards-2026/edit");
    await again.getByText("We kept what you typed").waitFor();
    expect(await again.locator("#names-en").inputValue()).toBe("Awards of all the country");
    expect(await axeProblems(again)).toEqual([]);
    await again.getByRole("button", { name: "Discard it" }).click();
    expect(await again.locator("#names-en").inputValue()).toBe("Awards 2026 (en)");
    await again.reload();
    expect(await heldIn(again, "#names-en")).toBe("Awards 2026 (en)");
    expect(await again.getByText("We kept what you typed").count()).toBe(0);
    await context.close();
  });

  it("says when somebody has saved other changes since, and is forgotten once it is saved", async () => {
    const context = await signedIn(ange);
    const page = await open(context, "rounds/awards-2026/edit");
    await typed(page, "#names-rw", "Ibihembo");
    await page.close();

    const elsewhere = await signedIn(other);
    const theirs = await open(elsewhere, "rounds/awards-2026/edit");
    await theirs.locator("#names-id").fill("Penghargaan");
    await theirs.getByRole("button", { name: "Save round" }).click();
    await theirs
      .getByRole("status")
      .filter({ hasText: /^Saved$/ })
      .or(theirs.getByRole("alert"))
      .waitFor();
    expect(await theirs.getByRole("alert").allInnerTexts()).toEqual([]);
    await elsewhere.close();

    const again = await open(context, "rounds/awards-2026/edit");
    await again.getByText("Somebody has saved other changes since").waitFor();
    await again.getByRole("button", { name: "Save round" }).click();
    await again
      .getByRole("status")
      .filter({ hasText: /^Saved$/ })
      .or(again.getByRole("alert"))
      .waitFor();
    expect(await again.getByRole("alert").allInnerTexts()).toEqual([]);
    expect(await again.getByText("We kept what you typed").count()).toBe(0);
    await again.reload();
    expect(await heldIn(again, "#names-rw")).toBe("Ibihembo");
    expect(await again.getByText("We kept what you typed").count()).toBe(0);
    await context.close();
  });

  it("is held for stages, an instrument, a new service and a new programme too", async () => {
    const context = await signedIn(ange);
    await heldAgain(context, { path: "rounds/awards-2026/edit", control: "#stages-0-code", words: "reports-due" });
    await heldAgain(context, { path: "rounds/awards-2026/instrument", control: "#definition-minVolume", words: "250" });
    await heldAgain(context, { path: "services/new", control: "#code", words: "PASSPORT" });
    await heldAgain(context, { path: "rounds/programmes/new", control: "#names-en", words: "Schools" });
    await heldAgain(context, { path: "places/RW/12/change", control: "#facts-name", words: "Kicukiro y'umujyi" });
    await context.close();
  });

  it("is wiped from the device by signing out", async () => {
    const context = await signedIn(ange);
    const page = await open(context, "services/new");
    await typed(page, "#code", "VISA");
    await page.getByRole("button", { name: /Ange/ }).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.waitForURL(/sign-in/);
    await expect.poll(() => page.evaluate(keptNames)).toEqual([]);
    await context.close();
  });

  async function heldAgain(
    context: BrowserContext,
    form: { readonly path: string; readonly control: string; readonly words: string },
  ): Promise<void> {
    const page = await open(context, form.path);
    await typed(page, form.control, form.words);
    await page.close();
    const again = await open(context, form.path);
    await again.getByText("We kept what you typed").waitFor();
    expect(await again.locator(form.control).inputValue()).toBe(form.words);
    await again.getByRole("button", { name: "Discard it" }).click();
    expect(await again.locator(form.control).inputValue()).not.toBe(form.words);
    await again.close();
  }

  /** Types, and waits until the device has it. */
  async function typed(page: Page, control: string, words: string): Promise<void> {
    await page.locator(control).fill(words);
    await expect.poll(() => page.evaluate(keptNames)).toContainEqual(expect.stringMatching(/^form /));
  }

  /** What a control holds once the page has come to rest. */
  async function heldIn(page: Page, control: string): Promise<string> {
    await page.locator(control).waitFor();
    await settled(page);
    return page.locator(control).inputValue();
  }

  async function signedIn(client: Client, before?: BrowserContext): Promise<BrowserContext> {
    const context = before ?? (await browser.newContext({ locale: "en", reducedMotion: "reduce" }));
    await context.clearCookies();
    await context.addCookies(client.cookies.map((cookie) => ({ ...cookie, url: world.url })));
    return context;
  }

  async function open(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${world.url}/en/app/${path}`);
    await page.getByRole("heading").first().waitFor();
    return page;
  }
});

/** What the page's own database keeps of forms. */
async function keptNames(): Promise<readonly string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("isonga-offline");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const keys = await new Promise<readonly IDBValidKey[]>((resolve) => {
    const asking = database.transaction("kept").objectStore("kept").getAllKeys();
    asking.onsuccess = () => resolve(asking.result);
  });
  database.close();
  return keys.flatMap((key) => (Array.isArray(key) && String(key[1]).startsWith("form ") ? [String(key[1])] : []));
}
