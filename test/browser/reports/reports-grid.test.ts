import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { addReportingCountry, GOOD_FIGURES, type ReportingCountry } from "../../world/rounds/reporting-country.ts";
import { createWorld, PASSWORD, type World } from "../../world/world.ts";

const FIGURES = "carriedOver received processed processedInTime processingHours selfApplications";

describe("the monthly grid in a browser", () => {
  let world: World;
  let places: ReportingCountry;
  let browser: Browser;
  let rose: Client;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    world = await createWorld();
    places = await addReportingCountry(world);
    rose = await world.person("Rose", [{ role: "STAFF", jurisdictionId: places.remera }]);
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await world.stop();
  });

  it("keeps what was typed through a lost network and a closed tab, opens without a network, and saves it once", async ({ task }) => {
    const month = ownMonth("2024-01", task);
    const context = await visitor();
    const first = await open(context, month);
    await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await first.waitForFunction(async () => (await (await caches.open("isonga-shell-1")).keys()).length > 10);
    await fill(first, "Birth certificate", "Received", "48");
    await expectState(first, "Birth certificate", "Received", "saved");

    await context.setOffline(true);
    await fill(first, "Birth certificate", "Received", "50");
    await fill(first, "Land transfer", "Processed", "7");
    await fill(first, "Land transfer", "Received", "many");
    await expectState(first, "Birth certificate", "Received", "waiting");
    await expectState(first, "Land transfer", "Processed", "waiting");
    await expectState(first, "Land transfer", "Received", "invalid");
    await first.close();

    const second = await context.newPage();
    await second.goto(address(month));
    await expectState(second, "Birth certificate", "Received", "waiting");
    expect(await cell(second, "Birth certificate", "Received").inputValue()).toBe("50");
    expect(await cell(second, "Land transfer", "Received").inputValue()).toBe("many");
    expect(await cell(second, "Land transfer", "Processed").inputValue()).toBe("7");
    expect(await stored(month, "BIRTH")).toMatchObject({ received: 48 });

    await context.setOffline(false);
    await expectState(second, "Birth certificate", "Received", "saved");
    await expectState(second, "Land transfer", "Processed", "saved");
    expect(await stored(month, "BIRTH")).toMatchObject({ received: 50, version: 2 });
    expect(await stored(month, "LAND")).toMatchObject({ processed: 7, version: 1 });
  });

  it("shows what was saved although an older answer of the server arrives after it", async ({ task }) => {
    const month = ownMonth("2023-11", task);
    const context = await visitor();
    const page = await open(context, month);
    await context.setOffline(true);
    await fill(page, "Land transfer", "Processed", "7");
    await expectState(page, "Land transfer", "Processed", "waiting");
    let answered: () => void = () => undefined;
    const saved = new Promise<void>((resolve) => {
      answered = resolve;
    });
    let asked = 0;
    let late = 0;
    await page.route("**/graphql", async (route) => {
      const body = route.request().postData() ?? "";
      if (body.includes("saveReportFigures")) {
        await expect.poll(() => asked, { timeout: 15_000 }).toBe(1);
        await route.fulfill({ response: await route.fetch() });
        answered();
      } else if (body.includes("reportGrid")) {
        const older = await route.fetch();
        asked += 1;
        await saved;
        await new Promise((resolve) => setTimeout(resolve, 500));
        await route.fulfill({ response: older });
        late += 1;
      } else await route.continue();
    });
    await context.setOffline(false);
    await expect.poll(() => late, { timeout: 20_000 }).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expectState(page, "Land transfer", "Processed", "saved");
    expect(await cell(page, "Land transfer", "Processed").inputValue()).toBe("7");
    expect(await stored(month, "LAND")).toMatchObject({ processed: 7, version: 1 });
  });

  it("keeps what was being typed when the tab was closed in the middle of it", async ({ task }) => {
    const month = ownMonth("2024-07", task);
    const context = await visitor();
    const first = await open(context, month);
    await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await cell(first, "Land transfer", "Processed").fill("7");
    await first.close();
    const second = await open(context, month);
    await expectState(second, "Land transfer", "Processed", "saved");
    expect(await cell(second, "Land transfer", "Processed").inputValue()).toBe("7");
    expect(await stored(month, "LAND")).toMatchObject({ processed: 7, version: 1 });
    expect(await second.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("isonga-typed ")))).toEqual([]);
  });

  it("keeps what is typed while the server itself is down, and sends it once when it is back", async () => {
    const context = await visitor();
    const page = await open(context, "2023-12");
    await fill(page, "Birth certificate", "Received", "48");
    await expectState(page, "Birth certificate", "Received", "saved");

    let sent = 0;
    context.on("response", (response) => {
      if (response.request().postData()?.includes("saveReportFigures")) sent += 1;
    });
    await world.app.stop();
    try {
      await expect(fetch(world.url)).rejects.toThrow();
      await fill(page, "Birth certificate", "Received", "50");
      await fill(page, "Land transfer", "Processed", "7");
      await expectState(page, "Birth certificate", "Received", "waiting");
      await expectState(page, "Land transfer", "Processed", "waiting");
    } finally {
      await world.startAgain();
    }
    await expectState(page, "Birth certificate", "Received", "saved");
    await expectState(page, "Land transfer", "Processed", "saved");
    expect(sent).toBe(2);
    expect(await stored("2023-12", "BIRTH")).toMatchObject({ received: 50, version: 2 });
    expect(await stored("2023-12", "LAND")).toMatchObject({ processed: 7, version: 1 });
    await page.reload();
    await page.locator("table input").first().waitFor();
    expect(await cell(page, "Land transfer", "Processed").inputValue()).toBe("7");
  });

  it("asks for sign-in in place when the session has run out, and saves what was typed", async () => {
    const context = await visitor();
    const page = await open(context, "2024-02");
    await fill(page, "Birth certificate", "Received", "1");
    await expectState(page, "Birth certificate", "Received", "saved");
    await context.clearCookies();
    await fill(page, "Birth certificate", "Processed", "1");
    await page.getByRole("dialog").getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("dialog").getByRole("button", { name: "Sign in", exact: true }).click();
    await expectState(page, "Birth certificate", "Processed", "saved");
    expect(await stored("2024-02", "BIRTH")).toMatchObject({ received: 1, processed: 1 });
  });

  it("fills and submits a month with the keyboard alone, and leads from each problem to its cell", async () => {
    const page = await open(await visitor(), "2024-03");
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
    expect(await stored("2024-03", "LAND")).toMatchObject({ state: "SUBMITTED", processed: 46 });
    await expectState(page, "Land transfer", "Processed", "locked");
  });

  it("takes a paste from a spreadsheet", async () => {
    const page = await open(await visitor(), "2024-04");
    const target = cell(page, "Land transfer", "Waiting at start");
    await target.focus();
    await target.evaluate((element) => {
      const data = new DataTransfer();
      data.setData("text/plain", "7\t1,048\t46\t36\t387.5\t28\r\n3\t20\t20\t20\t100\t5\r\n");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.getByText("12 saved").waitFor();
    expect(await stored("2024-04", "LAND")).toMatchObject({ received: 1048, processingHours: "387.50" });
    expect(await stored("2024-04", "MARRIAGE")).toMatchObject({ carriedOver: 3, selfApplications: 5 });
  });

  it("offers a choice when somebody else wrote the same figure, and overwrites nothing silently", async () => {
    const page = await open(await visitor(), "2024-05");
    await fill(page, "Birth certificate", "Received", "10");
    await expectState(page, "Birth certificate", "Received", "saved");
    const other = await world.person("Remy", [{ role: "STAFF", jurisdictionId: places.remera }]);
    await save(other, "2024-05", places.services.birth, { received: { from: "10", to: "12" } });
    await fill(page, "Birth certificate", "Received", "11");
    await expectState(page, "Birth certificate", "Received", "conflict");
    expect(await stored("2024-05", "BIRTH")).toMatchObject({ received: 12 });
    await cell(page, "Birth certificate", "Received").focus();
    await page.getByRole("button", { name: "Use mine" }).click();
    await expectState(page, "Birth certificate", "Received", "saved");
    expect(await stored("2024-05", "BIRTH")).toMatchObject({ received: 11 });
  });

  it.each(["en", "rw", "id"])("shows one service a step on a phone 360 pixels wide, in %s", async (language) => {
    const context = await visitor({ width: 360, height: 720 });
    const page = await context.newPage();
    await page.goto(address("2024-06", language));
    await page.locator("select").first().waitFor();
    expect(await page.locator("input[inputmode]").count()).toBe(6);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.locator("input[inputmode]").first().fill("5");
    await page.locator("input[inputmode]").first().press("Enter");
    await page.waitForFunction(() => document.querySelector("[data-state=saved] input") !== null);
    await shoot(page, `phone-${language}`);
  });

  it("shows a table with room for it in three languages", async () => {
    const context = await visitor();
    for (const language of ["en", "rw", "id"]) {
      const page = await context.newPage();
      await page.goto(address("2024-03", language));
      await page.locator("table input").first().waitFor();
      await shoot(page, `grid-${language}`);
    }
  });

  /** A month that no earlier try of the test has changed: two years earlier for each. */
  function ownMonth(month: string, task: { readonly result?: { readonly retryCount?: number } }): string {
    return `${Number(month.slice(0, 4)) - 2 * (task.result?.retryCount ?? 0)}${month.slice(4)}`;
  }

  function address(month: string, language = "en"): string {
    return `${world.url}/${language}/app/reports/${places.remera}/${month}`;
  }

  async function visitor(viewport = { width: 1280, height: 800 }): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport });
    contexts.push(context);
    await context.addCookies(rose.cookies.map(({ name, value }) => ({ name, value, url: world.url })));
    return context;
  }

  async function open(context: BrowserContext, month: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(address(month));
    await page.locator("table input").first().waitFor();
    return page;
  }

  function cell(page: Page, service: string, figure: string) {
    return page.getByLabel(`${service}: ${figure}`, { exact: true });
  }

  async function fill(page: Page, service: string, figure: string, text: string): Promise<void> {
    await cell(page, service, figure).fill(text);
    await cell(page, service, figure).press("Tab");
  }

  async function expectState(page: Page, service: string, figure: string, state: string): Promise<void> {
    await page.locator(`[data-state="${state}"]:has(> input[aria-label="${service}: ${figure}"])`).waitFor({ timeout: 20_000 });
  }

  /** What the server has, whoever looks. */
  async function stored(month: string, code: string): Promise<Record<string, unknown> | undefined> {
    const { reports } = await rose.data<{
      reports: { nodes: { service: { code: string }; version: number; state: string; figures: object }[] };
    }>(
      `query ($month: YearMonth!) { reports(from: $month, to: $month) { nodes { version state service { code } figures { ${FIGURES} } } } }`,
      { month },
    );
    const found = reports.nodes.find(({ service }) => service.code === code);
    return found ? { ...found.figures, version: found.version, state: found.state } : undefined;
  }

  function save(client: Client, month: string, serviceId: string, changes: object): Promise<unknown> {
    return client.data("mutation ($input: SaveReportFiguresInput!) { saveReportFigures(input: $input) { refusals { code } } }", {
      input: { jurisdictionId: places.remera, serviceId, month, changes },
    });
  }

  /** Pictures for the eye, where a folder is named for them. */
  async function shoot(page: Page, name: string): Promise<void> {
    const folder = process.env["SCREENSHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  }
});
