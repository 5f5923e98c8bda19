import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { KEEPS_PAGES } from "../../world/browser.ts";
import { cell, createGrid, expectState, fill, type Grid, ownMonth } from "./grid.helper.ts";

describe("the monthly grid without a network", () => {
  let grid: Grid;

  beforeAll(async () => {
    grid = await createGrid();
  });
  afterEach(() => grid.leave());
  afterAll(() => grid.stop());

  it("keeps what was typed through a lost network and a closed tab, opens without a network, and saves it once", async ({ task }) => {
    const month = ownMonth("2024-01", task);
    const context = await grid.visitor(KEEPS_PAGES);
    const first = await grid.open(context, month);
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
    await second.goto(grid.address(month));
    await expectState(second, "Birth certificate", "Received", "waiting");
    expect(await cell(second, "Birth certificate", "Received").inputValue()).toBe("50");
    expect(await cell(second, "Land transfer", "Received").inputValue()).toBe("many");
    expect(await cell(second, "Land transfer", "Processed").inputValue()).toBe("7");
    expect(await grid.stored(month, "BIRTH")).toMatchObject({ received: 48 });

    await context.setOffline(false);
    await expectState(second, "Birth certificate", "Received", "saved");
    await expectState(second, "Land transfer", "Processed", "saved");
    expect(await grid.stored(month, "BIRTH")).toMatchObject({ received: 50, version: 2 });
    expect(await grid.stored(month, "LAND")).toMatchObject({ processed: 7, version: 1 });
  });

  it("asks before signing out throws away a figure that is none and one that somebody else changed", async ({ task }) => {
    const month = ownMonth("2022-05", task);
    const beata = await grid.world.person("Beata", [{ role: "STAFF", jurisdictionId: grid.places.remera }]);
    const context = await grid.visitor(undefined, beata);
    const page = await grid.open(context, month);
    const dialog = page.getByRole("dialog");
    const signOut = async () => {
      const leave = page.getByRole("button", { name: "Sign out", exact: true });
      if (!(await leave.isVisible())) await page.getByRole("button", { name: "Beata" }).click();
      await leave.click();
    };
    await fill(page, "Birth certificate", "Received", "48");
    await expectState(page, "Birth certificate", "Received", "saved");
    await fill(page, "Land transfer", "Received", "many");
    await expectState(page, "Land transfer", "Received", "invalid");
    await signOut();
    await dialog.getByText("1 change was not accepted; its page says why.").waitFor();
    expect(await dialog.getByText("for the network").count()).toBe(0);
    await dialog.getByRole("button", { name: "Cancel" }).click();

    await context.setOffline(true);
    await fill(page, "Birth certificate", "Received", "50");
    await expectState(page, "Birth certificate", "Received", "waiting");
    await signOut();
    await dialog.getByText("1 change waits for the network.").waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    const alice = await grid.world.person("Alice", [{ role: "STAFF", jurisdictionId: grid.places.remera }]);
    await grid.save(alice, month, grid.places.services.birth, { received: { from: "48", to: "49" } });
    await context.setOffline(false);
    await expectState(page, "Birth certificate", "Received", "conflict");
    await signOut();
    await dialog.getByText("1 change was not accepted; its page says why.").waitFor();
    await dialog.getByText("1 change waits for your choice: somebody else changed the same.").waitFor();
    expect(await dialog.getByText("for the network").count()).toBe(0);
    await dialog.getByRole("button", { name: "Cancel" }).click();

    // Once both are settled nothing would be lost, and nothing is asked.
    await fill(page, "Land transfer", "Received", "");
    await expectState(page, "Land transfer", "Received", "empty");
    await cell(page, "Birth certificate", "Received").focus();
    await page.getByRole("button", { name: "Use mine" }).click();
    await expectState(page, "Birth certificate", "Received", "saved");
    await signOut();
    await page.waitForURL("**/sign-in**");
    expect(await grid.stored(month, "BIRTH")).toMatchObject({ received: 50 });
  });

  it("shows what was saved although an older answer of the server arrives after it", async ({ task }) => {
    const month = ownMonth("2023-11", task);
    const context = await grid.visitor();
    const page = await grid.open(context, month);
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
        await expect.poll(() => asked, { timeout: 15_000 }).toBeGreaterThan(0);
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
    await expect.poll(() => late, { timeout: 20_000 }).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expectState(page, "Land transfer", "Processed", "saved");
    expect(await cell(page, "Land transfer", "Processed").inputValue()).toBe("7");
    expect(await grid.stored(month, "LAND")).toMatchObject({ processed: 7, version: 1 });
  });

  it("keeps what was being typed when the tab was closed in the middle of it", async ({ task }) => {
    const month = ownMonth("2024-07", task);
    const context = await grid.visitor(KEEPS_PAGES);
    const first = await grid.open(context, month);
    await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await cell(first, "Land transfer", "Processed").fill("7");
    await first.close();
    const second = await grid.open(context, month);
    await expectState(second, "Land transfer", "Processed", "saved");
    expect(await cell(second, "Land transfer", "Processed").inputValue()).toBe("7");
    expect(await grid.stored(month, "LAND")).toMatchObject({ processed: 7, version: 1 });
    expect(await second.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("isonga-typed ")))).toEqual([]);
  });

  it("keeps what is typed while the server itself is down, and sends it once when it is back", async () => {
    const context = await grid.visitor();
    const page = await grid.open(context, "2023-12");
    await fill(page, "Birth certificate", "Received", "48");
    await expectState(page, "Birth certificate", "Received", "saved");

    let sent = 0;
    context.on("response", (response) => {
      if (response.request().postData()?.includes("saveReportFigures")) sent += 1;
    });
    await grid.world.app.stop();
    try {
      await expect(fetch(grid.world.url)).rejects.toThrow();
      await fill(page, "Birth certificate", "Received", "50");
      await fill(page, "Land transfer", "Processed", "7");
      await expectState(page, "Birth certificate", "Received", "waiting");
      await expectState(page, "Land transfer", "Processed", "waiting");
    } finally {
      await grid.world.startAgain();
    }
    await expectState(page, "Birth certificate", "Received", "saved");
    await expectState(page, "Land transfer", "Processed", "saved");
    expect(sent).toBe(2);
    expect(await grid.stored("2023-12", "BIRTH")).toMatchObject({ received: 50, version: 2 });
    expect(await grid.stored("2023-12", "LAND")).toMatchObject({ processed: 7, version: 1 });
    await page.reload();
    await page.locator("table input").first().waitFor();
    expect(await cell(page, "Land transfer", "Processed").inputValue()).toBe("7");
  });
});
