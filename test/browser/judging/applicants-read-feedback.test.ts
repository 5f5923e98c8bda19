import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fullMarks, sign } from "../../stories/judging/cards.helper.ts";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { BackwardsTranslator } from "../../world/outside/backwards-translator.ts";
import { problemsOfViews } from "../../world/page-views.ts";

const machine = new BackwardsTranslator();
let browser: Browser;
let judging: JudgingWorld;
let author: Client;
beforeAll(async () => {
  browser = await launchBrowser();
  judging = await createJudgingWorld({
    env: { TRANSLATE_URL: await machine.start(), TRANSLATE_KEY: "key" },
    entries: 2,
    judges: 2,
    rules: { feedback: "MARKS_AND_COMMENTS", cut: { kind: "NONE" } },
  });
  author = await judging.world.person("Sari", [{ role: "STAFF", agencyId: judging.country.registry }]);
  for (const judge of [1, 2]) await sign(judging.judge(judge).client, await judging.assignment(judge, "E01"), { marks: fullMarks() });
  await says(1, "Show more numbers.", "en");
  await says(2, "Jelaskan biayanya.", "id");
  await judging.stageState("CLOSED");
});
afterAll(async () => {
  await browser.close();
  await judging.stop();
  await machine.stop();
});

async function says(judge: number, text: string, language: string): Promise<void> {
  await judging.sql("update scorecard set comment_to_applicant = $2, applicant_version = 1, language = $3 where judge_id = $1", [
    judging.judge(judge).id,
    text,
    language,
  ]);
}

async function open(who: Client): Promise<Page> {
  const { url } = judging.world;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, url })));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

async function publish(): Promise<void> {
  await judging.sql(
    `insert into publication (id, round_id, number, public_from, published_at, instrument_id, checksum, snapshot)
     select gen_random_uuid(), $1, 1, $2, $2, i.id, 'none', '{}' from instrument i where i.round_id = $1 limit 1`,
    [judging.roundId, judging.world.clock.now()],
  );
}

describe("feedback to applicants in a browser", () => {
  it("is translated by the chair, by hand and by machine, with the original beside it", async () => {
    const { url } = judging.world;
    const page = await open(judging.chair);
    const comments = `app/rounds/${judging.roundCode}/judging/comments`;
    await page.goto(`${url}/en/app/rounds/${judging.roundCode}/judging`);
    await page.getByRole("link", { name: "Comments to applicants" }).click();
    await page.getByRole("heading", { level: 1, name: "Comments to applicants" }).waitFor();
    await page.getByLabel("Into").selectOption("id");
    const row = page.getByRole("region", { name: /^E01 .*, comment 1$/ });
    await row.getByText("Show more numbers.").waitFor();
    expect(await page.getByRole("region").count()).toBe(1);
    await row.getByLabel("Translation").fill("Tunjukkan lebih banyak angka.");
    await row.getByRole("button", { name: "Save translation" }).click();
    await row.getByText("Made by a person").waitFor();
    await page.getByLabel("Into").selectOption("rw");
    await page.getByText("Jelaskan biayanya.").waitFor();
    await page.getByRole("button", { name: "Have the machine translate" }).click();
    await page.getByText("Nothing is left to translate into this language.").waitFor();
    await page.getByLabel("Show", { exact: true }).selectOption("all");
    await page.getByText("Made by a machine; correct it where needed").first().waitFor();
    expect(await page.getByText(/Judge A|J01/).count()).toBe(0);
    const paths = [`${comments}?into=rw&show=all`, comments];
    expect(await problemsOfViews(page, { url, paths, name: "comments" })).toEqual([]);
    await page.context().close();
  }, 120_000);

  it("is not offered before results are public, and then stands in three languages on a desk and on a phone", async () => {
    const { url } = judging.world;
    const page = await open(author);
    const entry = `app/entries/${judging.entry("E01").id}`;
    await page.goto(`${url}/en/${entry}`);
    await page.getByRole("heading", { level: 1, name: "Inovasi nomor 1" }).waitFor();
    await page.goto(`${url}/en/${entry}/feedback`);
    await page.getByText("Feedback will be here once results are public.").waitFor();
    await publish();
    await page.goto(`${url}/en/${entry}`);
    await page.getByRole("link", { name: "What judges said" }).click();
    await page.getByText("Show more numbers.").waitFor();
    await page.getByText("2 scorecards count.").waitFor();
    await page.getByText("Not translated; shown as written, in Bahasa Indonesia.").waitFor();
    expect(await page.getByText(/Judge A|Chandra/).count()).toBe(0);
    expect(await page.getByRole("link", { name: "Translate comments" }).count()).toBe(0);
    expect(await problemsOfViews(page, { url, paths: [`${entry}/feedback`], name: "feedback" })).toEqual([]);
    await page.context().close();
  }, 120_000);

  it("is told to applicants in their language, as a person's or a machine's translation, and as it was written when they ask", async () => {
    const { url } = judging.world;
    const page = await open(author);
    const feedback = `app/entries/${judging.entry("E01").id}/feedback`;
    await page.goto(`${url}/id/${feedback}`);
    await page.getByText("Tunjukkan lebih banyak angka.").waitFor();
    await page.getByText("Diterjemahkan orang dari English. Naskah asli yang mengikat.").waitFor();
    expect(await page.getByText("Show more numbers.").count()).toBe(0);
    await page.getByRole("button", { name: "Tampilkan aslinya" }).click();
    expect(await page.getByText("Show more numbers.").getAttribute("lang")).toBe("en");
    await page.goto(`${url}/rw/${feedback}`);
    await page.getByText(".srebmun erom wohS").waitFor();
    await page.getByText("Byahinduwe n'imashini bivuye mu rurimi Bahasa Indonesia.").waitFor();
    await page.context().close();
  }, 60_000);

  it("may then be translated by the coordinator of the entry's region, from the page that tells it", async () => {
    const coordinator = await judging.world.person("Kurnia", [{ role: "COORDINATOR", jurisdictionId: judging.country.ogan }]);
    const page = await open(coordinator);
    await page.goto(`${judging.world.url}/en/app/entries/${judging.entry("E01").id}/feedback`);
    await page.getByRole("link", { name: "Translate comments" }).click();
    const row = page.getByRole("region", { name: /^E01 .*, comment 1$/ });
    await row.getByText("Jelaskan biayanya.").waitFor();
    await row.getByLabel("Translation").fill("Tell what it costs.");
    await row.getByRole("button", { name: "Save translation" }).click();
    await row.getByText("Made by a person").waitFor();
    await page.context().close();
  }, 60_000);
});
