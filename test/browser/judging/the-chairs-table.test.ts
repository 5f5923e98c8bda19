import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fullMarks, sign } from "../../stories/judging/cards.helper.ts";
import { importMarks, KNOWN, RUBRIC } from "../../stories/judging/table.helper.ts";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { problemsOfViews } from "../../world/page-views.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open({ world, stageId }: JudgingWorld, who: Client, query = ""): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, url: world.url })));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${world.url}/en/app/judging/stages/${stageId}/table${query}`);
  return page;
}

describe("the chair's table of forty entries in a browser", () => {
  let judging: JudgingWorld;
  beforeAll(async () => {
    judging = await createJudgingWorld({
      entries: 40,
      judges: 12,
      perEntry: 0,
      rules: { criteria: RUBRIC, shrink: KNOWN.shrink, cut: { kind: "TOP", places: 10 } },
    });
    await importMarks(judging);
  });
  afterAll(() => judging.stop());

  it("shows its adjusted standing and what opens from it in three languages, on a desk and on a phone", async () => {
    const page = await open(judging, judging.chair);
    const table = `app/judging/stages/${judging.stageId}/table`;
    const paths = [
      `${table}?tab=agreement`,
      `${table}?tab=standing&weights=significance:5`,
      `${table}/entries/E25?tab=standing`,
      `${table}/judges/J03?tab=agreement`,
    ];
    expect(await problemsOfViews(page, { url: judging.world.url, paths, name: "table" })).toEqual([]);
    await page.context().close();
  }, 240_000);

  it("is walked through by keyboard alone, and each cell opens what it is made of", async () => {
    const page = await open(judging, judging.chair, "?tab=marks&order=reference");
    const first = page.locator('[data-place="0.0"]');
    await first.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-place"))).toBe("1.12");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: /^E02/ }).getByText("Why the adjusted score differs").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.context().close();
  });

  it("tries other weights, keeps them in the address, and leaves the record as it is", async () => {
    const page = await open(judging, judging.chair, "?tab=standing");
    await page.getByRole("slider", { name: /significance/ }).fill("0");
    await page.getByText("these weights are tried here and stored nowhere").waitFor();
    expect(page.url()).toContain("weights=significance%3A0");
    const moved = await page.getByRole("columnheader", { name: "What-if score" }).count();
    expect(moved).toBe(1);
    await page.reload();
    await page.getByText("these weights are tried here and stored nowhere").waitFor();
    await page.getByRole("button", { name: "Back to the weights of the rules" }).click();
    await page.getByText("these weights are tried here").waitFor({ state: "detached" });
    await page.context().close();
  });

  it("moves the line with a reason, which stands in the minutes", async () => {
    const page = await open(judging, judging.chair, "?tab=standing");
    await page.getByRole("link", { name: "Move the line" }).click();
    const dialog = page.getByRole("dialog", { name: "Move the line" });
    await dialog.getByLabel("Goes on up to rank").fill("11");
    await dialog.getByText("1 entry is decided otherwise").waitFor();
    await dialog.getByRole("button", { name: "Move the line" }).click();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("The eleventh is as good as the tenth.");
    await dialog.getByRole("button", { name: "Move the line" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("The eleventh is as good as the tenth.").waitFor();
    await page.getByText(/^Line moved/).waitFor();
    await page.getByText(/^Goes on up to rank 11\./).waitFor();
    await page.getByRole("row", { name: /E01/ }).getByText("Dinas Kependudukan dan Pencatatan Sipil").waitFor();
    await page.context().close();
  });
});

describe("the chair's table of a stage at work in a browser", () => {
  let judging: JudgingWorld;
  beforeAll(async () => {
    judging = await createJudgingWorld({ entries: 2, judges: 2 });
  });
  afterAll(() => judging.stop());

  it("counts live, and shows new numbers only when asked", async () => {
    const page = await open(judging, judging.chair);
    await page.getByText("0 of 4 signed").waitFor();
    await page.getByText("Live", { exact: true }).waitFor();
    await sign(judging.judge(1).client, await judging.assignment(1, "E01"), { marks: fullMarks() });
    await page.getByText("1 of 4 signed").waitFor();
    await page.getByRole("link", { name: "Standing", exact: true }).click();
    await page.getByRole("button", { name: "Show the new numbers" }).click();
    await page.getByRole("link", { name: "E01", exact: true }).waitFor();
    await page.context().close();
  });

  it("reminds judges after saying whom, discusses, and closes the stage only when its word is typed", async () => {
    for (const [judge, reference] of [
      [1, "E02"],
      [2, "E01"],
    ] as const)
      await sign(judging.judge(judge).client, await judging.assignment(judge, reference), { marks: fullMarks(5, judge) });
    const page = await open(judging, judging.chair);
    await page.getByRole("button", { name: "Remind judges" }).click();
    await page.getByText("J02 Judge AB: 1 scorecard left").waitFor();
    await page.getByRole("button", { name: "Send 1 letter" }).click();
    await page.getByText("1 letter sent").waitFor();
    await sign(judging.judge(2).client, await judging.assignment(2, "E02"), { marks: fullMarks(3, 3) });
    await page.goto(`${page.url().split("?")[0]}?tab=standing`);
    await page.getByRole("button", { name: "Begin the discussion" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Begin the discussion" }).click();
    await page.getByText("Discussion", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Close the stage" }).click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByRole("button", { name: "Close the stage" }).isDisabled()).toBe(true);
    await dialog.getByRole("textbox").fill("desk");
    await dialog.getByRole("button", { name: "Close the stage" }).click();
    await page.getByText("Closed and frozen").waitFor();
    expect(await page.getByRole("button", { name: "Begin the discussion" }).count()).toBe(0);
    await page.context().close();
  });

  it("is not there for a judge", async () => {
    const page = await open(judging, judging.judge(1).client);
    await page.getByRole("alert").waitFor();
    expect(await page.getByText("signed").count()).toBe(0);
    await page.context().close();
  });
});
