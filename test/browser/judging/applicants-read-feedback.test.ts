import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fullMarks, sign } from "../../stories/judging/cards.helper.ts";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { problemsOfViews } from "../../world/page-views.ts";

let browser: Browser;
let judging: JudgingWorld;
let author: Client;
beforeAll(async () => {
  browser = await launchBrowser();
  judging = await createJudgingWorld({ entries: 2, judges: 2, rules: { feedback: "MARKS_AND_COMMENTS", cut: { kind: "NONE" } } });
  author = await judging.world.person("Sari", [{ role: "STAFF", agencyId: judging.country.registry }]);
  for (const judge of [1, 2]) await sign(judging.judge(judge).client, await judging.assignment(judge, "E01"), { marks: fullMarks() });
  await judging.sql("update scorecard set comment_to_applicant = 'Show more numbers.', language = 'en' where judge_id = $1", [
    judging.judge(1).id,
  ]);
  await judging.stageState("CLOSED");
});
afterAll(async () => {
  await browser.close();
  await judging.stop();
});

describe("feedback to applicants in a browser", () => {
  it("is not offered before results are public, and then stands in three languages on a desk and on a phone", async () => {
    const { url } = judging.world;
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies(author.cookies.map(({ name, value }) => ({ name, value, url })));
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const entry = `app/entries/${judging.entry("E01").id}`;
    await page.goto(`${url}/en/${entry}`);
    await page.getByRole("heading", { level: 1, name: "Inovasi nomor 1" }).waitFor();
    await page.goto(`${url}/en/${entry}/feedback`);
    await page.getByText("Feedback will be here once results are public.").waitFor();
    await judging.sql(
      `insert into publication (id, round_id, number, public_from, published_at, instrument_id, checksum, snapshot)
       select gen_random_uuid(), $1, 1, $2, $2, i.id, 'none', '{}' from instrument i where i.round_id = $1 limit 1`,
      [judging.roundId, judging.world.clock.now()],
    );
    await page.goto(`${url}/en/${entry}`);
    await page.getByRole("link", { name: "What judges said" }).click();
    await page.getByText("Show more numbers.").waitFor();
    await page.getByText("2 scorecards count.").waitFor();
    expect(await page.getByText("Judge A").count()).toBe(0);
    expect(await problemsOfViews(page, { url, paths: [`${entry}/feedback`], name: "feedback" })).toEqual([]);
    await context.close();
  }, 120_000);
});
