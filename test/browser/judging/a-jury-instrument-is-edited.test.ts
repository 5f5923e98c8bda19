import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { problemsOfViews } from "../../world/page-views.ts";

const names = (word: string) => ({ en: word, rw: word, id: word });

/** A stage of the round that its instrument does not use yet. */
const dated = (code: string, kind: string, day: string) => ({
  code,
  kind,
  names: names(code),
  startsAt: `${day}T00:00:00+07:00`,
  endsAt: `${day}T20:00:00+07:00`,
});

let browser: Browser;
let judging: JudgingWorld;
beforeAll(async () => {
  browser = await launchBrowser();
  judging = await createJudgingWorld({
    entries: 1,
    judges: 1,
    perEntry: 1,
    state: "SET_UP",
    rules: {
      panels: [
        { code: "a", names: names("Panel A") },
        { code: "b", names: names("Panel B") },
      ],
      blind: ["agency"],
    },
    stages: [dated("hearing", "JUDGING", "2026-08-05"), dated("objections", "OBJECTION", "2026-08-12")],
  });
});
afterAll(async () => {
  await browser.close();
  await judging.stop();
});

/** The instrument's page, as the chair or a judge opens it. */
async function open(who = judging.chair): Promise<Page> {
  const { url } = judging.world;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, url })));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${url}/en/app/rounds/kipp-2026/instrument`);
  return page;
}

describe("a jury's instrument in a browser", () => {
  it("is not edited by a judge of the round", async () => {
    const page = await open(judging.judge(1).client);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator("main").getByText("Your role does not allow this here.").waitFor();
    expect(await page.getByRole("button", { name: /^Save/ }).count()).toBe(0);
    await page.context().close();
  });

  it("is edited in three languages on a desk and on a phone", async () => {
    const page = await open();
    const paths = ["app/rounds/kipp-2026/instrument"];
    expect(await problemsOfViews(page, { url: judging.world.url, paths, name: "jury-instrument" })).toEqual([]);
    await page.context().close();
  }, 120_000);

  it("has a rubric that is edited without a file: an anchor, a weight and a cut make a new version with its reason", async () => {
    const page = await open();
    await unfold(page, "JUDGING (en): Weight");
    const desk = page.locator("summary").first();
    await unfold(page, "novelty (en): Weight 40, marks 1 to 10");
    await page.locator("#definition-judging-0-criteria-0-weight").fill("50");
    await page.locator("#definition-judging-0-criteria-0-anchors-0-texts-en").fill("Nothing new");
    await page.locator("#definition-judging-0-cut-places").fill("3");
    await unfold(page, "impact (en)");
    await page.locator("#definition-judging-0-criteria-1-max").fill("0");
    await desk.click();
    await page.getByRole("textbox", { name: "Why it changes" }).fill("Novelty counts for more.");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    // What is wrong lies in a fold: its link opens what holds it.
    await page.locator('main [role=alert] a[href="#definition-judging-0-criteria-1-max"]').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("definition-judging-0-criteria-1-max");
    expect(await versions()).toEqual([40]);
    await page.locator("#definition-judging-0-criteria-1-max").fill("10");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await page.getByText("The best 3; the chair may move the line with a reason.").waitFor();
    await page.getByText("Nothing new").waitFor();
    expect(await versions()).toEqual([40, 50]);
    await page.context().close();
  });

  it("says of a number that is not typed to its end what stands there, and neither 0 nor nothing at all", async () => {
    const page = await open();
    await unfold(page, "JUDGING (en): Weight");
    await unfold(page, "impact (en)");
    const criterion = page.locator('summary[aria-label^="impact (en)"]');
    for (const [field, typed, line] of [
      ["weight", "", "Weight –, marks 1 to 10"],
      ["min", "abc", "Weight –, marks abc to 10"],
      ["max", "9,5", "Weight –, marks abc to 9.5"],
      ["step", "", "Weight –, marks abc to 9.5"],
    ] as const) {
      await page.locator(`#definition-judging-0-criteria-1-${field}`).fill(typed);
      expect(await criterion.textContent()).toBe(line);
    }
    await page.locator("#definition-judging-0-weight").fill("");
    expect(await page.locator("summary").first().textContent()).toMatch(/^Weight –, \d criteria$/);
    await page.context().close();
  });

  it("hides more from judges: a part that every entry has, and a field of the form, whose key must be one", async () => {
    const page = await open();
    await unfold(page, "JUDGING (en): Weight");
    const stage = page.locator("main").getByRole("group", { name: "Hidden from judges" }).first();
    expect(await stage.getByRole("checkbox", { name: "the office" }).isChecked()).toBe(true);
    await stage.getByRole("checkbox", { name: "the title" }).check();
    await page.getByRole("button", { name: "Hide a field of the form" }).first().click();
    await page.locator("#definition-judging-0-blind-2").fill("not a key");
    await page.getByRole("textbox", { name: "Why it changes" }).fill("A title names its author.");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await page.locator('main [role=alert] a[href="#definition-judging-0-blind-2"]').waitFor();
    await page.locator("#definition-judging-0-blind-2").fill("initiator");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await page.getByText(/Hidden from them: the title, the office,? and initiator\./).waitFor();
    expect(await blind()).toEqual(["title", "agency", "initiator"]);
    await page.context().close();
  });

  it("gets another stage, a panel, grounds for objections, a rule for equal scores and a prize without a file", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Add judging stage" }).click();
    const stage = "#definition-judging-2";
    await write(page, `${stage}-panels-0`, "everybody");
    await write(page, `${stage}-criteria-0`, "answers");
    await page.getByRole("button", { name: "Move up: hearing" }).click();
    await page.getByRole("checkbox", { name: "The public may object" }).check();
    await write(page, "#definition-objection-grounds-0", "untrue");
    await page.getByRole("button", { name: "Add rule" }).click();
    await page.getByRole("button", { name: "Add prize" }).click();
    const prizes = await page.locator("[id^=definition-prizes][id$=-code]").count();
    await write(page, `#definition-prizes-${prizes - 1}`, "runners-up");
    await page.getByRole("textbox", { name: "Why it changes" }).fill("The best are heard.");
    await page.locator("#definition-objection-grounds-0-code").fill("Not a code");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await page.locator('main [role=alert] a[href="#definition-objection-grounds-0-code"]').waitFor();
    await page.locator("#definition-objection-grounds-0-code").fill("untrue");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await page.getByRole("heading", { name: "How it is scored" }).waitFor();
    const saved = await newest();
    expect(saved.judging.map(({ stage, panels, criteria }) => [stage, panels.at(-1)?.code, criteria.at(-1)?.code])).toEqual([
      ["desk", "b", "summary"],
      ["hearing", "everybody", "answers"],
      ["interview", expect.any(String), expect.any(String)],
    ]);
    expect(saved.objection).toMatchObject({ stage: "objections", after: "desk", grounds: [{ code: "untrue" }] });
    expect(saved.tieBreaks.map(({ rule }) => rule)).toEqual(["HEAVIEST_CRITERIA", "HEAVIEST_CRITERIA", "CHAIR_DECISION"]);
    expect(saved.prizes.at(-1)).toMatchObject({ code: "runners-up", places: 3, level: "ENTRY" });
    await page.context().close();
  });
});

/** Opens what is folded under a line that begins so. */
async function unfold(page: Page, label: string): Promise<void> {
  await page.locator(`summary[aria-label^="${label}"]`).first().click();
}

/** A code, and it as the name in three languages. */
async function write(page: Page, id: string, code: string): Promise<void> {
  for (const language of ["en", "rw", "id"]) await page.locator(`${id}-names-${language}`).fill(code);
  await page.locator(`${id}-code`).fill(code);
}

type Instrument = {
  readonly judging: readonly {
    readonly stage: string;
    readonly panels: readonly { readonly code: string }[];
    readonly criteria: readonly { readonly code: string }[];
  }[];
  readonly objection: object;
  readonly tieBreaks: readonly { readonly rule: string }[];
  readonly prizes: readonly object[];
};

/** The newest version of the instrument. */
async function newest(): Promise<Instrument> {
  const [row] = await judging.sql<{ definition: Instrument }>(
    "select definition from instrument where round_id = $1 order by number desc limit 1",
    [judging.roundId],
  );
  if (!row) throw new Error("The round has no instrument");
  return row.definition;
}

/** Novelty's weight, version by version. */
async function versions(): Promise<readonly number[]> {
  const rows = await judging.sql<{ weight: number }>(
    "select (definition #>> '{judging,0,criteria,0,weight}')::float8 as weight from instrument where round_id = $1 order by number",
    [judging.roundId],
  );
  return rows.map(({ weight }) => weight);
}

/** What the newest version hides from the desk's judges. */
async function blind(): Promise<readonly string[]> {
  const [row] = await judging.sql<{ blind: string[] }>(
    "select definition #> '{judging,0,blind}' as blind from instrument where round_id = $1 order by number desc limit 1",
    [judging.roundId],
  );
  return row?.blind ?? [];
}
