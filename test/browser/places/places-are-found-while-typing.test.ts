import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { signInAs } from "../../world/demo/demo-pages.ts";
import { createWorld, type World } from "../../world/world.ts";

describe("places are found while typing", () => {
  let world: World;
  let browser: Browser;
  let administrator: Client;

  beforeAll(async () => {
    world = await createWorld({ demo: true, now: "2026-11-05T09:00:00+02:00" });
    administrator = await signInAs(world, "ADMINISTRATOR");
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await world.stop();
  });

  it("suggests places with where they lie, and the arrow keys and Enter open one", async () => {
    const page = await visit("en/app", 1280);
    const box = page.getByRole("combobox", { name: "Search places, entries and people" });
    await box.fill("Remera");
    await page.getByRole("option", { name: /Gasabo/ }).waitFor();
    const options = page.getByRole("option");
    expect(await options.count()).toBeGreaterThan(1);
    await shoot(page, "suggest-en-1280");
    const second = ((await options.nth(1).textContent()) ?? "").split("›").at(-1)?.trim() ?? "";
    for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown"]) await box.press(key);
    expect(await options.nth(1).getAttribute("aria-selected")).toBe("true");
    await box.press("Enter");
    await page.getByRole("heading", { name: "Remera", level: 1 }).waitFor();
    await page.getByRole("link", { name: second }).first().waitFor();
    await box.fill("Remera Gasabo");
    await page.getByRole("option", { name: /Gasabo/ }).waitFor();
    await expect.poll(() => options.count()).toBe(1);
    await box.press("Escape");
    await expect.poll(() => options.count()).toBe(0);
    await box.fill("Remera Gasabo ");
    await box.press("Enter");
    await page.waitForURL(/\/en\/app\/search\?q=/);
    await page.context().close();
  });

  it("opens a suggestion by a touch on a phone, in Kinyarwanda, as wide as the screen", async () => {
    const page = await visit("rw/app", 360);
    await page.getByRole("combobox").first().fill("Niboye");
    const option = page.getByRole("option", { name: /Kicukiro/ });
    await option.waitFor();
    await shoot(page, "suggest-rw-360");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect((await page.getByRole("listbox").first().boundingBox())?.width ?? 0).toBeGreaterThan(300);
    await option.click();
    await page.getByRole("heading", { name: "Niboye", level: 1 }).waitFor();
    await page.context().close();
  });

  it("makes a round for a district instead of the whole country", async () => {
    const page = await visit("en/app/rounds/new?programme=irembo-service-delivery", 1280);
    const place = page.locator("#jurisdictionId");
    expect(await place.inputValue()).toBe("Rwanda");
    await place.fill("Huye");
    await page
      .getByRole("option", { name: /Huye.*District/ })
      .first()
      .click();
    for (const language of ["en", "rw", "id"]) await page.locator(`#names-${language}`).fill("Huye 2027");
    await page.getByLabel("Code").fill("huye-2027");
    await shoot(page, "round-new-en-1280");
    await page.getByRole("button", { name: "Create round" }).click();
    await page.waitForURL(/rounds\/huye-2027\/edit/);
    expect(await place.inputValue()).toBe("Huye");
    await shoot(page, "round-edit-en-1280");
    const answer = await administrator.data('{ round(code: "huye-2027") { place { name } } }');
    expect(answer).toEqual({ round: { place: { name: "Huye" } } });
    await page.context().close();
  });

  it("moves a sector into another district of the country, after asking which", async () => {
    const page = await visit("en/app/places/RW/1309/move", 1280);
    const dialog = page.getByRole("dialog", { name: "Move Niboye" });
    await dialog.getByRole("button", { name: "Move area" }).click();
    await dialog.getByText("Choose the area it shall lie in.").first().waitFor();
    await dialog.locator("#parentId").fill("Gasabo");
    await page
      .getByRole("option", { name: /Gasabo.*District/ })
      .first()
      .click();
    await dialog.getByRole("button", { name: "Move area" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("main").getByRole("link", { name: "Gasabo" }).waitFor();
    const { place } = await administrator.data<{ place: { ancestors: { name: string }[] } }>(
      '{ place: jurisdiction(country: "RW", code: "1309") { ancestors { name } } }',
    );
    expect(place.ancestors.at(-1)).toEqual({ name: "Gasabo" });
    await page.context().close();
  });

  it("tells the record of changes in words and names", async () => {
    const page = await visit("en/app/audit?verb=createRound", 1280);
    await page.getByRole("cell", { name: "Make a round" }).first().waitFor();
    await page.getByText("Made", { exact: true }).first().click();
    await page.getByText("Africa/Kigali").first().waitFor();
    await page.getByText("After: Huye", { exact: true }).first().waitFor();
    await page.context().close();
  });

  async function visit(path: string, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: width > 500 ? 900 : 740 }, hasTouch: width < 500 });
    await context.addCookies(administrator.cookies.map(({ name, value }) => ({ name, value, url: world.url })));
    const page = await context.newPage();
    await page.goto(`${world.url}/${path}`);
    return page;
  }

  /** A picture for the eye, where a folder is named for it. */
  async function shoot(page: Page, name: string): Promise<void> {
    const folder = process.env["SCREENSHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  }
});
