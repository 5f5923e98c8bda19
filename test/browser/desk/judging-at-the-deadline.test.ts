import { join } from "node:path";
import type { BrowserContext, Download, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { KEEPS_PAGES } from "../../world/browser.ts";
import { stepDocument } from "../../world/entries/custody.ts";
import { chips, createDeskWorld, type DeskWorld, saving } from "../../world/judging/judge-desk.ts";
import { axeProblems } from "../../world/page-checks.ts";

/** Where to put a picture of pages in passing; none unless told. */
const PICTURES = process.env["ISONGA_PICTURES"];
/** The stage ends at 10:00 in Jakarta; what was done until then and arrives by 11:00 still counts. */
const END = "2026-07-15T03:00:00Z";
const before = "2026-07-15T02:50:00Z";
const withinGrace = "2026-07-15T03:30:00Z";
const afterGrace = "2026-07-15T04:30:00Z";

/** A judge's device, away from the network, with a card open on it. */
type Away = { readonly context: BrowserContext; readonly page: Page };

describe("a card written without a network, at the deadline", { timeout: 240_000 }, () => {
  let desk: DeskWorld;

  beforeAll(async () => {
    desk = await createDeskWorld({ entries: 4, judges: 4 });
    await desk.sql("update stage set ends_at = $1, grace_minutes = 60 where code = 'desk'", [END]);
  });
  afterEach(() => desk.closePages());
  afterAll(() => desk.stop());

  /** Opens a card in time, goes away from the network, and writes and signs it there, at the device's own time. */
  async function signAway(judge: number, reference: string, at: string): Promise<Away> {
    desk.world.clock.turnTo(before);
    const context = await desk.device(judge, KEEPS_PAGES);
    await context.clock.setFixedTime(at);
    const page = await desk.open(context, await desk.card(judge, reference));
    await chips(page, "novelty (en)").waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    for (const [criterion, mark] of [
      ["novelty (en)", "7"],
      ["impact (en)", "8"],
      ["summary (en)", "3"],
    ] as const) {
      await chips(page, criterion).getByRole("radio").first().focus();
      await page.keyboard.press(mark);
    }
    await saving(page, "Waiting for the network");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Sign" }).click();
    await page.getByRole("status").getByText(`${reference} is signed.`).waitFor();
    return { context, page };
  }

  /** The network is back when the server's clock says so. */
  async function deliver({ context, page }: Away, judge: number, reference: string, at: string): Promise<void> {
    desk.world.clock.turnTo(at);
    await context.setOffline(false);
    await page.goto(`${desk.world.url}/en/app/${await desk.card(judge, reference)}`);
  }

  async function contentOf(download: Download): Promise<unknown> {
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return JSON.parse(Buffer.concat(chunks).toString());
  }

  /** What could not be delivered is all there, as a file and on the device. */
  async function isAllThere(page: Page, reference: string): Promise<void> {
    await page.getByText("What you did here cannot be delivered").waitFor({ timeout: 30_000 });
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save a copy as a file" }).click();
    expect(await contentOf(await download)).toMatchObject({
      reference,
      marks: { novelty: { value: "7" }, impact: { value: "8" }, summary: { value: "3" } },
    });
  }

  it("signed in time and delivered after the grace, is refused: all of it stays, and goes out when the chair gives more time", async () => {
    const away = await signAway(1, "E01", before);
    const { page } = away;
    await deliver(away, 1, "E01", afterGrace);
    await isAllThere(page, "E01");
    await page.getByText("This stage takes no more marks.").first().waitFor();
    expect(await desk.signed(1)).toEqual([]);
    await page.reload();
    await isAllThere(page, "E01");
    await desk.sql("update stage set ends_at = '2026-07-16T03:00:00Z' where code = 'desk'");
    await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => desk.signed(1), { timeout: 20_000 }).toEqual(["E01"]);
    await page.getByText("Signed on").waitFor();
    expect((await desk.marks(1)).map(({ criterion, value }) => `${criterion} ${value}`)).toEqual(["impact 8", "novelty 7", "summary 3"]);
    await desk.sql("update stage set ends_at = $1 where code = 'desk'", [END]);
  });

  it("signed after the end, is refused within the grace too, and discarded only when told", async () => {
    const away = await signAway(2, "E02", "2026-07-15T03:10:00Z");
    await deliver(away, 2, "E02", withinGrace);
    await isAllThere(away.page, "E02");
    expect(await desk.signed(2)).toEqual([]);
    await away.page.getByRole("button", { name: "Discard" }).click();
    await away.page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await isAllThere(away.page, "E02");
    await away.page.getByRole("button", { name: "Discard" }).click();
    await away.page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
    await away.page.getByText("This stage takes no marks now.").waitFor();
    expect(await desk.marks(2)).toEqual([]);
  });

  it("signed in time and delivered within the grace, counts, and is marked so for the judge and the chair", async () => {
    const away = await signAway(3, "E03", before);
    await deliver(away, 3, "E03", withinGrace);
    await away.page.getByText("Done in time and delivered within the grace period.").waitFor({ timeout: 30_000 });
    const cards = await desk.sql(
      "select c.in_grace, c.acted_at <= $2 as in_time from scorecard c where c.judge_id = $1 and c.state = 'SIGNED'",
      [desk.judge(3).id, END],
    );
    expect(cards).toEqual([{ in_grace: true, in_time: true }]);
    const context = await desk.device(3);
    await context.clearCookies();
    await context.addCookies(desk.chair.cookies.map(({ name, value }) => ({ name, value, url: desk.world.url })));
    const table = await desk.open(context, `judging/stages/${desk.stageId}/table/entries/E03?tab=progress`);
    await table.getByRole("dialog").getByText("Within the grace period").waitFor();
  });

  it("of an entry that was withdrawn meanwhile, is the judge's to keep as a file or discard; others' cards go on", async () => {
    const away = await signAway(4, "E04", before);
    const { page } = away;
    const { id } = desk.entry("E04");
    const head = await desk.world.person("Kepala", [{ role: "HEAD", agencyId: desk.country.muaraHealth }]);
    const { version } = (await desk.sql<{ version: number }>("select version from entry where id = $1", [id]))[0] ?? { version: 0 };
    expect(await head.refusal(stepDocument("withdraw"), { input: { id, version, reason: "The building burnt down" } })).toBeNull();
    await deliver(away, 4, "E04", before);
    await isAllThere(page, "E04");
    await page.getByText("E04 has left the round: it is no longer judged.").waitFor();
    await page.reload();
    await isAllThere(page, "E04");
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
    await page.getByText("Your entries").waitFor();
    await page.getByText("It has left the round.").waitFor();
    expect([await desk.signed(4), await desk.marks(4)]).toEqual([[], []]);
    // The rest of the queue is as it was.
    await page.getByRole("link", { name: /E01/ }).first().click();
    await chips(page, "novelty (en)").getByRole("radio").first().focus();
    await page.keyboard.press("5");
    await expect.poll(async () => (await desk.marks(4)).map(({ reference, value }) => `${reference} ${value}`)).toEqual(["E01 5"]);
  });

  it("under a code of conduct that changed meanwhile, is taken if it was done before, else waits until its judge has accepted the new one", async () => {
    const early = await signAway(1, "E02", "2026-07-15T02:30:00Z");
    const late = await signAway(1, "E03", before);
    await desk.sql(NEW_CODE, [desk.roundId, "2026-07-15T02:40:00Z", JSON.stringify(CONDUCT)]);
    await deliver(early, 1, "E02", before);
    await expect.poll(() => desk.signed(1), { timeout: 20_000 }).toEqual(["E01", "E02"]);
    await deliver(late, 1, "E03", before);
    for (const [language, width, asked] of [
      ["rw", 360, "Amahame ngengamyitwarire yahindutse"],
      ["id", 360, "Kode etik telah berubah"],
      ["en", 1280, "The code of conduct has changed"],
    ] as const) {
      await late.page.setViewportSize({ width, height: 900 });
      for (const path of [await desk.card(1, "E03"), `judging/stages/${desk.stageId}`]) {
        await late.page.goto(`${desk.world.url}/${language}/app/${path}`);
        await late.page.getByText(asked, { exact: true }).waitFor();
        expect(await late.page.getByText("Rancangan").count()).toBe(0);
        await looksWell(late.page, "conduct-asked");
      }
      await late.page.locator(`a[href*="/judging/accept/"]`).click();
      await late.page.locator("del").first().waitFor();
      expect((await late.page.locator("main ol li").allTextContents()).slice(-2)).toEqual(
        RULES[language].map((rule) => expect.stringContaining(rule)),
      );
      await looksWell(late.page, "conduct-new");
    }
    expect(await desk.signed(1)).toEqual(["E01", "E02"]);
    await late.page.getByLabel("I have read these rules and accept them").check();
    await late.page.getByRole("button", { name: "Accept", exact: true }).click();
    await expect.poll(() => desk.signed(1), { timeout: 20_000 }).toEqual(["E01", "E02", "E03"]);
    await late.page.goto(`${desk.world.url}/en/app/${await desk.card(1, "E03")}`);
    await late.page.getByText("Signed on").waitFor();
  });
});

const NEW_CODE = `insert into instrument (id, round_id, number, kind, definition, frozen_at, created_at)
  select gen_random_uuid(), round_id, number + 1, kind, definition || $3::jsonb, $2::timestamptz, $2::timestamptz
  from instrument where round_id = $1 order by number desc limit 1`;
const CONDUCT = { conduct: { en: "Be fair\nSay nothing", rw: "Ba umunyakuri\nNtugire icyo uvuga", id: "Adillah\nJangan bercerita" } };
const RULES = { rw: ["Ba umunyakuri", "Ntugire icyo uvuga"], id: ["Adillah", "Jangan bercerita"], en: ["Be fair", "Say nothing"] } as const;

async function looksWell(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  if (PICTURES)
    await page.screenshot({ path: join(PICTURES, `${name}-${new URL(page.url()).pathname.split("/")[1]}-${width}.png`), fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await axeProblems(page)).toEqual([]);
}
