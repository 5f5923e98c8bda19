import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GOOD_FIGURES } from "../../world/rounds/reporting-country.ts";
import { PASSWORD } from "../../world/world.ts";
import { cell, createGrid, expectState, fill, type Grid } from "./grid.helper.ts";

describe("the monthly grid in a browser", () => {
  let grid: Grid;

  beforeAll(async () => {
    grid = await createGrid();
  });
  afterEach(() => grid.leave());
  afterAll(() => grid.stop());

  it("asks for sign-in in place when the session has run out, and saves what was typed", async () => {
    const context = await grid.visitor();
    const page = await grid.open(context, "2024-02");
    await fill(page, "Birth certificate", "Received", "1");
    await expectState(page, "Birth certificate", "Received", "saved");
    await context.clearCookies();
    await fill(page, "Birth certificate", "Processed", "1");
    await page.getByRole("dialog").getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("dialog").getByRole("button", { name: "Sign in", exact: true }).click();
    await expectState(page, "Birth certificate", "Processed", "saved");
    expect(await grid.stored("2024-02", "BIRTH")).toMatchObject({ received: 1, processed: 1 });
  });

  it("fills and submits a month with the keyboard alone, and leads from each problem to its cell", async () => {
    const page = await grid.open(await grid.visitor(), "2024-03");
    await cell(page, "Birth certificate", "Waiting at start").focus();
    for (const column of Object.values(GOOD_FIGURES)) {
      for (const row of [0, 1, 2]) {
        await page.keyboard.type(column);
        if (row < 2) await page.keyboard.press("Enter");
      }
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Tab");
    }
    await page.getByText("18 saved").waitFor();
    await cell(page, "Land transfer", "Processed").focus();
    await page.keyboard.type("99");
    await page.keyboard.press("Enter");
    await expectState(page, "Land transfer", "Processed", "invalid");
    await page.getByRole("button", { name: "Submit reports" }).focus();
    await page.keyboard.press("Enter");
    const summary = page.getByRole("alert").filter({ hasText: "Land transfer" });
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await cell(page, "Land transfer", "Processed").evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type("46");
    await page.keyboard.press("Enter");
    await page.getByText("18 saved").waitFor();
    await page.getByRole("button", { name: "Submit reports" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("3 reports are submitted").waitFor();
    expect(await grid.stored("2024-03", "LAND")).toMatchObject({ state: "SUBMITTED", processed: 46 });
    await expectState(page, "Land transfer", "Processed", "locked");
  });

  it("takes a paste from a spreadsheet", async () => {
    const page = await grid.open(await grid.visitor(), "2024-04");
    const target = cell(page, "Land transfer", "Waiting at start");
    await target.focus();
    await target.evaluate((element) => {
      const data = new DataTransfer();
      data.setData("text/plain", "7\t1,048\t46\t36\t387.5\t28\r\n3\t20\t20\t20\t100\t5\r\n");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.getByText("12 saved").waitFor();
    expect(await grid.stored("2024-04", "LAND")).toMatchObject({ received: 1048, processingHours: "387.50" });
    expect(await grid.stored("2024-04", "MARRIAGE")).toMatchObject({ carriedOver: 3, selfApplications: 5 });
  });

  it("offers a choice when somebody else wrote the same figure, and overwrites nothing silently", async () => {
    const page = await grid.open(await grid.visitor(), "2024-05");
    await fill(page, "Birth certificate", "Received", "10");
    await expectState(page, "Birth certificate", "Received", "saved");
    const other = await grid.world.person("Remy", [{ role: "STAFF", jurisdictionId: grid.places.remera }]);
    await grid.save(other, "2024-05", grid.places.services.birth, { received: { from: "10", to: "12" } });
    await fill(page, "Birth certificate", "Received", "11");
    await expectState(page, "Birth certificate", "Received", "conflict");
    expect(await grid.stored("2024-05", "BIRTH")).toMatchObject({ received: 12 });
    await cell(page, "Birth certificate", "Received").focus();
    await page.getByRole("button", { name: "Use mine" }).click();
    await expectState(page, "Birth certificate", "Received", "saved");
    expect(await grid.stored("2024-05", "BIRTH")).toMatchObject({ received: 11 });
  });

  it.each(["en", "rw", "id"])("shows one service a step on a phone 360 pixels wide, in %s", async (language) => {
    const context = await grid.visitor({ viewport: { width: 360, height: 720 } });
    const page = await context.newPage();
    await page.goto(grid.address("2024-06", language));
    await page.locator("select").first().waitFor();
    expect(await page.locator("input[inputmode]").count()).toBe(6);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.locator("input[inputmode]").first().fill("5");
    await page.locator("input[inputmode]").first().press("Enter");
    await page.waitForFunction(() => document.querySelector("[data-state=saved] input") !== null);
    await shoot(page, `phone-${language}`);
  });

  it("shows a table with room for it in three languages", async () => {
    const context = await grid.visitor();
    for (const language of ["en", "rw", "id"]) {
      const page = await context.newPage();
      await page.goto(grid.address("2024-03", language));
      await page.locator("table input").first().waitFor();
      await shoot(page, `grid-${language}`);
    }
  });

  /** Pictures for the eye, where a folder is named for them. */
  async function shoot(page: Page, name: string): Promise<void> {
    const folder = process.env["SCREENSHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  }
});
