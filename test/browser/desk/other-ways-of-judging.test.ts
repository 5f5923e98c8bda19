import { afterAll, afterEach, describe, expect, it } from "vitest";
import { chips, createDeskWorld, type DeskWorld } from "../../world/judging/judge-desk.ts";

const names = (word: string) => ({ en: word, rw: word, id: word });

describe("other ways of judging", { timeout: 240_000 }, () => {
  const worlds: DeskWorld[] = [];
  const make = async (options: Parameters<typeof createDeskWorld>[0]): Promise<DeskWorld> => {
    const desk = await createDeskWorld(options);
    worlds.push(desk);
    return desk;
  };
  afterEach(async () => {
    for (const desk of worlds) await desk.closePages();
  });
  afterAll(async () => {
    for (const desk of worlds) await desk.stop();
  });

  it("passes or fails an entry with reasons, and refuses to fail one without", async () => {
    const reasons = [
      { code: "late", names: names("Handed in late") },
      { code: "old", names: names("Not new") },
    ];
    const desk = await make({ entries: 2, judges: 1, rules: { mode: "PASS_FAIL", criteria: [], failReasons: reasons } });
    const page = await desk.open(await desk.device(1), await desk.card(1, "E01"));
    await page.getByRole("radio", { name: "Fail" }).check();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "Say why it fails" }).waitFor();
    await page.getByRole("checkbox", { name: "Not new" }).check();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("dialog").getByText("Fail: Not new").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Sign and open the next" }).click();
    await page.getByRole("heading", { level: 1, name: "E02" }).waitFor();
    await page.getByRole("radio", { name: "Pass" }).check();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Sign" }).click();
    await page.getByText("All your scorecards are signed.").waitFor();
    await expect
      .poll(() => desk.sql("select outcome, fail_reasons from scorecard order by outcome"), { timeout: 20_000 })
      .toEqual([
        { outcome: "FAIL", fail_reasons: ["old"] },
        { outcome: "PASS", fail_reasons: [] },
      ]);
  });

  it("compares two entries side by side with arrows, and takes an answer back", async () => {
    const desk = await make({ entries: 4, judges: 1, rules: { mode: "PAIRWISE", criteria: [] }, state: "SET_UP" });
    await desk.makeComparisons();
    const page = await desk.open(await desk.device(1), `judging/stages/${desk.stageId}`);
    await page.getByRole("link", { name: "Compare entries" }).click();
    await page.getByText("Which of the two is better?").waitFor();
    const [{ count }] = (await desk.sql<{ count: number }>("select count(*)::int as count from comparison")) as [{ count: number }];
    const keys = ["ArrowLeft", "ArrowRight", "="];
    for (let at = 0; at < count; at += 1) {
      await page.getByText(`${at + 1} of ${count}`).waitFor();
      await page.getByText("Rancangan Inovasi").first().waitFor();
      await page.keyboard.press(keys[at % 3] ?? "=");
    }
    await expect
      .poll(() => desk.sql<{ open: number }>("select count(*)::int as open from comparison where answered_at is null"), { timeout: 20_000 })
      .toEqual([{ open: 0 }]);
    await page.getByRole("button", { name: "Neither is better" }).click();
    await page.getByRole("button", { name: "Neither is better", pressed: true }).waitFor();
    await expect
      .poll(async () => (await desk.sql<{ ties: number }>("select count(*)::int as ties from comparison where winner_id is null"))[0]?.ties)
      .toBeGreaterThan(0);
  });

  it("leaves an entry for good when its judge steps back, and shows the panel's marks only after the own signature", async () => {
    const desk = await make({ entries: 2, judges: 2, rules: { others: { what: "MARKS_AND_COMMENTS", when: "AFTER_OWN" } } });
    const page = await desk.open(await desk.device(1), await desk.card(1, "E01"));
    await page.getByText("You see the other judges' marks once you have signed.").waitFor();
    await page.getByRole("button", { name: "Recuse myself" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Family or friendship" }).check();
    await dialog.getByLabel("Reason").fill("My sister works there");
    await dialog.getByRole("button", { name: "Recuse myself" }).click();
    await chips(page, "novelty (en)").waitFor();
    await page.getByRole("heading", { level: 1, name: "E02" }).waitFor();
    await expect.poll(() => desk.sql("select end_kind from assignment where end_kind is not null")).toEqual([{ end_kind: "RECUSED" }]);
    await page.goto(`${desk.world.url}/en/app/judging/stages/${desk.stageId}`);
    await page.getByText("You stepped back from it.").waitFor();
    expect(await page.getByText("Inovasi nomor 1").count()).toBe(0);
  });
});
