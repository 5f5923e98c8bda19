import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pairsOf } from "../../stories/judging/assignment.helper.ts";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { settled } from "../../world/page-checks.ts";

let browser: Browser;
let made: JudgingWorld;

beforeAll(async () => {
  browser = await launchBrowser();
  made = await createJudgingWorld({ entries: 12, judges: 5, perEntry: 0, rules: { judgesPerEntry: 3 } });
  await made.sql(
    `insert into conflict (id, judge_id, kind, origin, entry_id, at) select gen_random_uuid(), j.id, 'FAMILY', 'DECLARED', $1, now()
     from judge j where j.code in ('J01', 'J02', 'J03')`,
    [made.entry("E03").id],
  );
});
afterAll(async () => {
  await browser?.close();
  await made?.stop();
});

async function open(who: Client, query = ""): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, url: made.world.url })));
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${made.world.url}/en/app/judging/stages/${made.stageId}/assignment${query}`);
  return page;
}

describe("entries are assigned to judges, through the page", () => {
  it("which shows a judge nothing, and an auditor no way to assign", async () => {
    const judge = await open(made.judge(1).client);
    await settled(judge);
    expect(await judge.getByText("Inovasi nomor").count()).toBe(0);
    await judge.context().close();
    const page = await open(await made.world.person("Agus", [{ role: "AUDITOR" }]));
    await page.getByRole("rowheader", { name: /E01/ }).waitFor();
    expect(await page.getByRole("link", { name: "Assign", exact: true }).count()).toBe(0);
    expect(await page.getByRole("link", { name: "E01" }).count()).toBe(0);
    await page.context().close();
  });

  it("after a preview that says what lacks and what would help", async () => {
    const page = await open(made.chair);
    await page.getByText("12 entries have fewer judges than they should have").waitFor();
    await page.getByRole("link", { name: "Assign", exact: true }).click();
    await page.getByRole("button", { name: "Show the preview" }).click();
    await page.getByText("1 entry would lack judges").waitFor();
    await page.getByText("E03 Inovasi nomor 3: 1 judge short; 2 judges may judge it at all").waitFor();
    await page.getByText("These entries make do with fewer judges: E03 (−1).").waitFor();
    await page.getByText("New: 35 · stays: 0 · ends: 0").first().waitFor();
    expect(await pairsOf(made)).toEqual([]);
    await page.getByRole("button", { name: "Assign as previewed" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Assign", exact: true }).click();
    await page.getByText("35 pairs assigned").waitFor();
    expect(await pairsOf(made)).toHaveLength(35);
    await page.context().close();
  });

  it("not when something has changed since, which is said with a way to look again", async () => {
    const page = await open(made.chair, "?tab=preview&keep=SIGNED&per=2");
    await page.getByRole("button", { name: "Assign as previewed" }).waitFor();
    await made.sql("update judge set capacity = 50 where code = 'J01'");
    await page.getByRole("button", { name: "Assign as previewed" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Assign", exact: true }).click();
    await page.getByText("Something has changed since the preview.").waitFor();
    expect(await pairsOf(made)).toHaveLength(35);
    await page.getByRole("button", { name: "Look at the preview again" }).click();
    await page.getByText("Something has changed since the preview.").waitFor({ state: "hidden" });
    await page.context().close();
  });

  it("and by hand: a judge is taken away with a reason, a conflict is refused in words", async () => {
    const page = await open(made.chair);
    await page.getByRole("link", { name: "E03" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("J04 Judge AD").uncheck();
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByLabel("Reason").fill("Travels until August");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect((await pairsOf(made)).filter((name) => name.startsWith("E03"))).toEqual(["E03 J05"]);
    await page.getByRole("link", { name: "J01 Judge AA" }).click();
    await dialog.getByLabel("E03 Inovasi nomor 3").check();
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("J01 must not judge E03").waitFor();
    expect(await pairsOf(made)).not.toContain("E03 J01");
    await page.context().close();
  });

  it("or from a file, to which it leads with the round and the stage chosen", async () => {
    const page = await open(made.chair);
    await page.getByRole("link", { name: "Assign from a file" }).click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>("input#stage")?.value === "JUDGING (en)");
    expect(await page.locator("input#stage").inputValue()).toBe("JUDGING (en)");
    expect(await page.locator("input#round").inputValue()).not.toBe("");
    await page.context().close();
  });
});
