import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { problemsOfViews } from "../../world/page-views.ts";
import {
  choose,
  exportedInstrument,
  fillNames,
  fillWords,
  type InstrumentPage,
  newestInstrument,
  noveltyWeights,
  openGroup,
  openInstrument,
  saveMending,
  unfold,
} from "./instrument-page.ts";

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
let instrument: InstrumentPage;
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
  instrument = { browser, judging };
});
afterAll(async () => {
  await browser.close();
  await judging.stop();
});

describe("a jury's instrument in a browser", () => {
  it("is not edited by a judge of the round", async () => {
    const page = await openInstrument(instrument, judging.judge(1).client);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator("main").getByText("Your role does not allow this here.").waitFor();
    expect(await page.getByRole("button", { name: /^Save/ }).count()).toBe(0);
    await page.context().close();
  });

  it("is edited in three languages on a desk and on a phone", async () => {
    const page = await openInstrument(instrument);
    const paths = ["app/rounds/kipp-2026/instrument"];
    expect(await problemsOfViews(page, { url: judging.world.url, paths, name: "jury-instrument" })).toEqual([]);
    await page.context().close();
  }, 120_000);

  it("has a rubric that is edited without a file: an anchor, a weight and a cut make a new version with its reason", async () => {
    const page = await openInstrument(instrument);
    await unfold(page, "JUDGING (en): Weight");
    const desk = page.locator('summary[aria-label^="JUDGING (en)"]').first();
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
    expect(await noveltyWeights(judging)).toEqual([40]);
    await page.locator("#definition-judging-0-criteria-1-max").fill("10");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await page.getByText("The best 3; the chair may move the line with a reason.").waitFor();
    await page.getByText("Nothing new").waitFor();
    expect(await noveltyWeights(judging)).toEqual([40, 50]);
    await page.context().close();
  });

  it("says of a number that is not typed to its end what stands there, and neither 0 nor nothing at all", async () => {
    const page = await openInstrument(instrument);
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
    expect(await page.locator('summary[aria-label^="JUDGING (en)"]').first().textContent()).toMatch(/^Weight –, \d criteria$/);
    await page.context().close();
  });

  it("hides more from judges: a part that every entry has, and a field of the form, whose key must be one", async () => {
    const page = await openInstrument(instrument);
    await unfold(page, "JUDGING (en): Weight");
    await openGroup(page, "What judges see of each other");
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
    expect((await newestInstrument(judging)).judging[0]?.blind).toEqual(["title", "agency", "initiator"]);
    await page.context().close();
  });

  it("gets another stage, a panel, grounds for objections, a rule for equal scores and a prize without a file", async () => {
    const page = await openInstrument(instrument);
    await page.getByRole("button", { name: "Add judging stage" }).click();
    const stage = "#definition-judging-2";
    await fillNames(page, `${stage}-panels-0`, "everybody");
    await fillNames(page, `${stage}-criteria-0`, "answers");
    await page.getByRole("button", { name: "Move up: hearing" }).click();
    await page.getByRole("checkbox", { name: "The public may object" }).check();
    await fillNames(page, "#definition-objection-grounds-0", "untrue");
    await page.getByRole("button", { name: "Add rule" }).click();
    await page.getByRole("button", { name: "Add prize" }).click();
    const prizes = await page.locator("[id^=definition-prizes][id$=-code]").count();
    await fillNames(page, `#definition-prizes-${prizes - 1}`, "runners-up");
    await page.getByRole("textbox", { name: "Why it changes" }).fill("The best are heard.");
    await page.locator("#definition-objection-grounds-0-code").fill("Not a code");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await page.locator('main [role=alert] a[href="#definition-objection-grounds-0-code"]').waitFor();
    await page.locator("#definition-objection-grounds-0-code").fill("untrue");
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await page.getByRole("heading", { name: "How it is scored" }).waitFor();
    const saved = await newestInstrument(judging);
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

  it("says what judges look at, how many they are, how their marks are taken together and what they see of each other", async () => {
    const page = await openInstrument(instrument);
    const desk = "#definition-judging-0";
    await unfold(page, "JUDGING (en): Weight");
    await unfold(page, "impact (en)");
    await openGroup(page, "Description");
    await fillWords(page, `${desk}-criteria-1-descriptions`, "Who is better off");
    await openGroup(page, "Judges: ");
    await page.locator(`${desk}-capacity`).fill("");
    await page.getByText(/^Judges: \d for each entry, at most – entries each$/).waitFor();
    await openGroup(page, "Score of an entry");
    await choose(page, `${desk}-mean`, "the mean without the highest and the lowest");
    await page.locator(`${desk}-shrink`).fill("");
    await openGroup(page, "What judges see of each other");
    await choose(page, `${desk}-others-when`, "after signing their own");
    await choose(page, `${desk}-others-what`, "marks and comments");
    await page.getByRole("textbox", { name: "Why it changes" }).fill("Five judges came.");
    await page.locator("summary").first().click();
    await saveMending(page, [
      ["judging-0-capacity", "12"],
      ["judging-0-shrink", "3,5"],
    ]);
    await page.getByText("Of five scorecards or more, the highest and the lowest do not count.").waitFor();
    const { judging: stages } = await exportedInstrument(page);
    expect(stages[0]).toMatchObject({ capacity: 12, mean: "TRIMMED", shrink: "3.5" });
    expect(stages[0]).toMatchObject({ others: { when: "AFTER_OWN", what: "MARKS_AND_COMMENTS" } });
    const words = "Who is better off";
    expect(stages[0]?.criteria[1]).toMatchObject({ code: "impact", descriptions: { en: words, rw: words, id: words } });
    await page.context().close();
  });

  it("says who may enter and which rules judges accept, in three languages; a code that says nothing is left out again", async () => {
    const page = await openInstrument(instrument);
    await page.locator("#definition-eligibility-minDesignWords").fill("300");
    await page.getByRole("checkbox", { name: "trial" }).check();
    await openGroup(page, "Affairs that may enter: all");
    await page.getByRole("checkbox", { name: "Health (en)" }).check();
    await openGroup(page, "Winners that may not enter again: none");
    await page.getByRole("button", { name: "Add prize" }).first().click();
    await page.locator("#definition-eligibility-barredPrizes-0-prize").fill("Not a code");
    await openGroup(page, "Winners that may not enter again: of 1 prize");
    await page.locator("#definition-conduct-en").fill("Judge what is written.");
    await page.getByRole("textbox", { name: "Why it changes" }).fill("Judges asked for it.");
    await saveMending(page, [
      ["eligibility-barredPrizes-0-prize", "top-45"],
      ["conduct-rw", "Suzuma ibyanditse."],
      ["conduct-id", "Nilailah yang tertulis."],
    ]);
    expect(await exportedInstrument(page)).toMatchObject({
      conduct: { en: "Judge what is written.", rw: "Suzuma ibyanditse.", id: "Nilailah yang tertulis." },
      eligibility: { minDesignWords: 300, stages: ["TRIAL"], affairs: ["HEALTH"], barredPrizes: [{ prize: "top-45", places: 1 }] },
    });
    await page.goto(`${judging.world.url}/en/app/rounds/${judging.roundCode}/instrument`);
    await fillWords(page, "#definition-conduct", " ");
    await page.getByRole("textbox", { name: "Why it changes" }).fill("The platform's is enough.");
    await saveMending(page, []);
    expect(await exportedInstrument(page)).not.toHaveProperty("conduct");
    await page.context().close();
  });
});
