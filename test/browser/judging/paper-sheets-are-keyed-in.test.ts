import { sheetCode } from "@isonga/server/judging/paper/sheet-code";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { settled } from "../../world/page-checks.ts";
import { problemsOfViews } from "../../world/page-views.ts";

const PAPER = "rounds/kipp-2026/judging/paper";

let browser: Browser;
let judging: JudgingWorld;
let vina: Client;
let wati: Client;
const pages: Page[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  judging = await createJudgingWorld({ entries: 3, judges: 2 });
  vina = await judging.world.person("Vina", [{ role: "VERIFIER", roundId: judging.roundId }]);
  wati = await judging.world.person("Wati", [{ role: "VERIFIER", roundId: judging.roundId }]);
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await judging?.stop();
});

async function open(who: Client, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, url: judging.world.url })));
  const page = await context.newPage();
  pages.push(page);
  page.setDefaultTimeout(15_000);
  await page.goto(`${judging.world.url}/en/app/${path}`);
  return page;
}

const codeOf = async (judge: number, reference: string): Promise<string> =>
  sheetCode({ assignmentId: await judging.assignment(judge, reference), judge: `J0${judge}`, reference });

/** Types a sheet with the keyboard alone: its code, its marks and comments, each followed by Enter, and Enter on the button. */
async function keyIn(
  page: Page,
  code: string,
  marks: readonly [novelty: string, said: string, impact: string, summary: string],
): Promise<void> {
  const { keyboard } = page;
  await page.getByLabel("Code on the sheet").focus();
  await keyboard.type(code);
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: `Sheet ${code.toUpperCase()}` }).waitFor();
  await focusIsOn(page, "marks-novelty");
  const [novelty, said, impact, summary] = marks;
  for (const words of [novelty, said, impact, summary, "", "", "Worth a visit"]) {
    await keyboard.type(words);
    await keyboard.press("Enter");
  }
  await page.waitForFunction(() => document.activeElement?.textContent === "Keep sheet");
  await keyboard.press("Enter");
}

const focusIsOn = (page: Page, id: string) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);

describe("paper score sheets, through the pages", () => {
  it("are not there for a judge, and not led to", async () => {
    const page = await open(judging.judge(1).client, PAPER);
    await settled(page);
    expect(await page.getByLabel("Code on the sheet").count()).toBe(0);
    expect(await page.getByText(await codeOf(2, "E01")).count()).toBe(0);
    await page.goto(`${judging.world.url}/en/app/rounds/kipp-2026`);
    await settled(page);
    expect(await page.getByRole("link", { name: "Paper sheets" }).count()).toBe(0);
  });

  it("are found by who verifies the round, and a slip in the code is told", async () => {
    const page = await open(vina, "rounds/kipp-2026");
    await page.getByRole("link", { name: "Paper sheets" }).click();
    await page.getByRole("rowheader", { name: await codeOf(1, "E01") }).waitFor();
    expect(await page.getByRole("link", { name: "Judges" }).count()).toBe(0);
    await page.getByPlaceholder("Find in this list").fill("j02-e03");
    await page.getByRole("rowheader", { name: await codeOf(1, "E01") }).waitFor({ state: "detached" });
    await page.getByRole("rowheader", { name: await codeOf(2, "E03") }).waitFor();
    await page.getByLabel("Code on the sheet").fill("J01-E01-XXXX");
    await page.keyboard.press("Enter");
    await page.getByText("This is the code of no score sheet of this stage.").waitFor();
  });

  it("are keyed in by two with the keyboard alone, settled where they differ, and count as cards from paper", {
    timeout: 120_000,
  }, async () => {
    const code = await codeOf(1, "E02");
    const first = await open(vina, PAPER);
    await keyIn(first, code.toLowerCase(), ["7", "Fresh", "8", "3"]);
    await first.getByText(`Kept: ${code}`).waitFor();
    await focusIsOn(first, "code");
    await first.getByRole("row", { name: code }).getByText("Keyed in once").waitFor();

    // The second sees that it was keyed in, by whom, and nothing of what was read.
    const second = await open(wati, `${PAPER}?sheet=${code}`);
    await second.getByText("Vina has keyed this sheet in.").waitFor();
    expect(await second.getByLabel("novelty (en)", { exact: true }).inputValue()).toBe("");
    expect(await second.content()).not.toContain("Fresh");
    await second.getByRole("button", { name: "All sheets" }).click();
    // A mark that the scale does not have holds Enter back.
    await second.getByLabel("Code on the sheet").fill(code);
    await second.keyboard.press("Enter");
    await focusIsOn(second, "marks-novelty");
    await second.keyboard.type("11");
    await second.keyboard.press("Enter");
    await second.getByText("This is no mark here.").waitFor();
    await focusIsOn(second, "marks-novelty");
    await second.keyboard.press("Control+a");
    for (const words of ["1", "Fresh", "8", "3", "", "", "Worth a visit"]) {
      await second.keyboard.type(words);
      await second.keyboard.press("Enter");
    }
    await second.keyboard.press("Enter");
    await second.getByText("Read differently in 1 place").waitFor();

    // Nothing is chosen for them; who chooses says which reading the paper has.
    const choice = second.getByRole("radiogroup", { name: "novelty (en)" });
    expect(await choice.getByRole("radio", { checked: true }).count()).toBe(0);
    await choice.getByText("You: 1").waitFor();
    await second.getByRole("button", { name: "Keep what the paper says" }).click();
    await second.getByText("Choose what the paper says: novelty (en)").waitFor();
    await second.keyboard.press("Tab");
    await second.keyboard.press("Enter");
    await focusIsOn(second, "marks-novelty");
    await second.keyboard.press("Space");
    expect(await choice.getByLabel("Vina: 7").isChecked()).toBe(true);
    await second.keyboard.press("Tab");
    await second.keyboard.press("Enter");
    await second.getByText(`Signed from paper: ${code}`).waitFor();
    await second.getByText("Read alike: Vina and Wati. The scorecard counts now.").waitFor();

    const chair = await open(judging.chair, `judging/stages/${judging.stageId}/table/entries/E02?tab=progress`);
    const dialog = chair.getByRole("dialog");
    await dialog.getByText("From paper").waitFor();
    await dialog.getByText("Fresh").waitFor();
    const card = await open(judging.judge(1).client, `judging/cards/${await judging.assignment(1, "E02")}`);
    await card.getByText("Keyed in from your paper sheet.").waitFor();
    const counts = await judging.sql("select count(*)::int as signed from scorecard where state = 'SIGNED'");
    expect(counts).toEqual([{ signed: 1 }]);
  });

  it("keep what was typed when the page is left, say that a judge abstains, and are printed for who leads", async () => {
    const code = await codeOf(2, "E03");
    const page = await open(judging.chair, `judging/stages/${judging.stageId}/assignment`);
    await page.getByRole("link", { name: "Paper sheets" }).click();
    const sheets = (await page.getByRole("link", { name: "J02: 3 sheets" }).getAttribute("href")) ?? "";
    const printed = await judging.chair.fetch(sheets);
    expect([printed.status, printed.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    await page.getByRole("link", { name: code }).click();
    await page.getByLabel("The judge abstains").check();
    await page.getByLabel("Why the judge abstains").fill("Knows the team");
    await page.waitForTimeout(600);
    await page.reload();
    await page.getByText("We kept what you typed on").waitFor();
    expect(await page.getByLabel("Why the judge abstains").inputValue()).toBe("Knows the team");
    await page.getByLabel("Why the judge abstains").focus();
    await page.keyboard.press("Control+Enter");
    await page.getByText(`Kept: ${code}`).waitFor();
    const other = await open(wati, `${PAPER}?sheet=${code}`);
    await other.getByLabel("The judge abstains").check();
    await other.getByLabel("Why the judge abstains").fill("Knows the team");
    await other.getByRole("button", { name: "Keep sheet" }).click();
    await other.getByText(`Signed from paper: ${code}`).waitFor();
  });

  it("stand in three languages on a desk and on a phone", { timeout: 240_000 }, async () => {
    const [open1, differs] = [await codeOf(1, "E01"), await codeOf(2, "E01")];
    const KEY = "mutation ($input: KeySheetInput!) { keySheet(input: $input) { refusals { code } sheet { state } } }";
    const key = (who: Client, novelty: string, comment: string | null) =>
      who.data(KEY, {
        input: {
          ...{ stageId: judging.stageId, code: differs, outcome: "SCORED", commentToPanel: comment },
          marks: Object.entries({ novelty, impact: "6", summary: "3" }).map(([criterion, value]) => ({ criterion, value })),
        },
      });
    await key(vina, "7", "Their own words, at some length, so that two of them have to stand side by side");
    await key(wati, "1", null);
    const page = await open(judging.chair, PAPER);
    const paths = [
      `app/${PAPER}`,
      `app/${PAPER}?list=DONE`,
      `app/${PAPER}?sheet=${open1}`,
      `app/${PAPER}?sheet=${differs}`,
      `app/${PAPER}?sheet=J01`,
    ];
    expect(await problemsOfViews(page, { url: judging.world.url, paths, name: "paper" })).toEqual([]);
    const keyer = await open(vina, `${PAPER}?sheet=${differs}`);
    expect(await problemsOfViews(keyer, { url: judging.world.url, paths: [`app/${PAPER}?sheet=${differs}`], name: "paper-keyer" })).toEqual(
      [],
    );
  });
});
