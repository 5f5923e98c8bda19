import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";

const names = (word: string) => ({ en: word, rw: word, id: word });

let browser: Browser;
let judging: JudgingWorld;
beforeAll(async () => {
  browser = await launchBrowser();
  judging = await createJudgingWorld({
    entries: 4,
    judges: 3,
    perEntry: 2,
    state: "SET_UP",
    rules: {
      panels: [
        { code: "a", names: names("Panel A") },
        { code: "b", names: names("Panel B") },
      ],
      calibration: 1,
      blind: ["agency"],
    },
  });
});
afterAll(async () => {
  await browser.close();
  await judging.stop();
});

async function open(who: Client, path: string): Promise<Page> {
  const { url } = judging.world;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, url })));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${url}/en/app/${path}`);
  return page;
}

describe("the judging stages of a round in a browser", () => {
  it("are not shown to a judge of the round, nor the way to them", async () => {
    const page = await open(judging.judge(1).client, "rounds/kipp-2026");
    await page.getByRole("heading", { name: "How it is scored" }).waitFor();
    expect(await page.getByRole("link", { name: "Judging", exact: true }).and(page.locator("main a")).count()).toBe(0);
    await page.goto(`${judging.world.url}/en/app/rounds/kipp-2026/judging`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator("main").getByText("Your role does not allow this here.").waitFor();
    expect(await page.getByText("Inovasi nomor").count()).toBe(0);
    await page.context().close();
  });

  it("read on the round's page: weights, who goes on, what judges see, the rubric with its anchors", async () => {
    const page = await open(judging.chair, "rounds/kipp-2026");
    await page.getByRole("heading", { name: "JUDGING (en)" }).first().waitFor();
    await page.getByText("The best 2; the chair may move the line with a reason.").waitFor();
    await page.getByText(/Hidden from them: the office/).waitFor();
    const rubric = page.getByRole("table", { name: "Rubric: JUDGING (en)" }).first();
    await rubric.getByText("Outstanding (en)").first().waitFor();
    await rubric.getByText("marked, not counted").waitFor();
    await page.locator("main").getByRole("link", { name: "Judging", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Judging" }).waitFor();
    await page.context().close();
  });

  it("are set up by the chair: a panel, the calibration, then the calibration begins", async () => {
    const page = await open(judging.chair, "rounds/kipp-2026/judging");
    await page.getByRole("combobox", { name: "Panel of E02" }).click();
    await page.getByRole("option", { name: "Panel B" }).click();
    await expect.poll(() => panel("E02")).toBe("b");
    await page.getByRole("button", { name: "Begin the calibration" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Begin the calibration" }).click();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("checkbox", { name: "E03 is for calibration" }).click();
    await page.getByText("Chosen: 1.").waitFor();
    await page.getByRole("button", { name: "Begin the calibration" }).click();
    await dialog.getByRole("button", { name: "Begin the calibration" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Calibration", { exact: true }).first().waitFor();
    expect(await state()).toBe("CALIBRATING");
    await page.context().close();
  });

  it("move on with confirmation, take in what is due, and close only with the stage's code typed", async () => {
    const page = await open(judging.chair, "rounds/kipp-2026/judging");
    await page.getByRole("button", { name: "Take in entries that are due" }).first().click();
    await page.getByText("0 entries came in").waitFor();
    await page.getByRole("button", { name: "Begin the scoring" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/entries still have fewer judges/).waitFor();
    await dialog.getByRole("button", { name: "Begin the scoring" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await state()).toBe("SCORING");
    await page.getByRole("button", { name: "Close the stage" }).click();
    expect(await dialog.getByRole("button", { name: "Close the stage" }).isDisabled()).toBe(true);
    await dialog.getByRole("textbox").fill("desk");
    await dialog.getByRole("button", { name: "Close the stage" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Closed and frozen").waitFor();
    expect(await state()).toBe("CLOSED");
    await page.context().close();
  });
});

async function panel(reference: string): Promise<string | undefined> {
  const [row] = await judging.sql<{ panel: string }>(
    "select je.panel from judged_entry je join entry e on e.id = je.entry_id where je.judging_stage_id = $1 and e.reference = $2",
    [judging.stageId, reference],
  );
  return row?.panel;
}

async function state(): Promise<string | undefined> {
  const [row] = await judging.sql<{ state: string }>("select state from judging_stage where id = $1", [judging.stageId]);
  return row?.state;
}
