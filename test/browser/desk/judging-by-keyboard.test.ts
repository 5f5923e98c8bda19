import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createDeskWorld, type DeskWorld, saving } from "../../world/judging/judge-desk.ts";

describe("an evening of judging", { timeout: 240_000 }, () => {
  let desk: DeskWorld;

  beforeAll(async () => {
    desk = await createDeskWorld({ entries: 12, judges: 2 });
  });
  afterEach(() => desk.closePages());
  afterAll(() => desk.stop());

  it("goes with the keyboard alone: marks, comments, notes, skipping and signing of twelve cards", async () => {
    const context = await desk.device(1);
    const page = await desk.open(context, `judging/stages/${desk.stageId}`);
    await page.getByText("0 of 12 done").waitFor();
    await page.getByRole("link", { name: "Begin with" }).focus();
    await page.keyboard.press("Enter");
    const chosen = (criterion: string, mark: string) =>
      page.waitForFunction(
        ([name, value]) => document.querySelector(`[data-criterion="${name}"] input:checked`)?.getAttribute("value") === value,
        [criterion, mark],
      );
    const focused = (criterion: string) =>
      page.waitForFunction(
        (name) => document.activeElement?.closest("[data-criterion]")?.getAttribute("data-criterion") === name,
        criterion,
      );

    // The first is put off, and comes last.
    await page.getByText("1 of 12", { exact: true }).waitFor();
    const first = (await page.getByRole("heading", { level: 1 }).textContent())?.slice(0, 3) ?? "";
    await focused("novelty");
    await page.keyboard.press("s");
    await page.waitForFunction((reference) => !document.querySelector("h1")?.textContent?.startsWith(reference), first);

    for (let done = 1; done <= 12; done += 1) {
      await focused("novelty");
      await page.keyboard.press("0");
      await chosen("novelty", "10");
      await page.keyboard.press("ArrowLeft");
      await chosen("novelty", "9");
      await page.keyboard.press("c");
      await page.keyboard.type(`New here, ${done}`);
      await page.keyboard.press("Escape");
      await focused("novelty");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await focused("impact");
      await page.keyboard.press("1");
      await chosen("impact", "1");
      await page.keyboard.press("0");
      await chosen("impact", "10");
      await page.keyboard.press("Tab");
      await focused("summary");
      await page.keyboard.press("4");
      await chosen("summary", "4");
      await page.keyboard.press("n");
      await page.keyboard.type(`Note ${done}, with a j and a s`);
      await page.keyboard.press("Control+Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByText(`New here, ${done}`).waitFor();
      const heading = (await page.locator("h1").textContent()) ?? "";
      await page.keyboard.press("Control+Enter");
      await dialog.waitFor({ state: "hidden" });
      if (done < 12) await page.waitForFunction((before) => document.querySelector("h1")?.textContent !== before, heading);
    }
    await page.getByText("All your scorecards are signed. Thank you.").waitFor();
    await expect.poll(() => desk.signed(1), { timeout: 20_000 }).toHaveLength(12);
    const marks = await desk.marks(1);
    expect(marks).toHaveLength(36);
    expect(new Set(marks.map(({ criterion, value }) => `${criterion} ${value}`))).toEqual(new Set(["novelty 9", "impact 10", "summary 4"]));
    const notes = await desk.sql<{ private_note: string }>("select private_note from scorecard where judge_id = $1", [desk.judge(1).id]);
    expect(notes.map(({ private_note }) => private_note).sort()[0]).toBe("Note 1, with a j and a s");
    expect(await desk.signed(2)).toEqual([]);
  });

  it("says what is missing instead of signing, and leads there", async () => {
    const page = await desk.open(await desk.device(2), await desk.card(2, "E01"));
    await page.getByRole("radiogroup", { name: "novelty (en)" }).waitFor();
    await page.keyboard.press("Control+Enter");
    const missing = page.getByRole("alert").filter({ hasText: "Before you can sign" });
    await missing.waitFor();
    await missing.getByRole("button", { name: "impact (en): a mark is missing" }).press("Enter");
    await page.keyboard.press("7");
    await saving(page, "Saved");
    expect(await desk.marks(2)).toEqual([{ reference: "E01", criterion: "impact", value: "7", version: 1 }]);
    expect(await desk.signed(2)).toEqual([]);
  });

  it("abstains with a reason, and takes no mark after that", async () => {
    const page = await desk.open(await desk.device(2), await desk.card(2, "E02"));
    await page.getByRole("button", { name: "Abstain" }).click();
    await page.getByLabel("Reason").fill("I do not read this language well");
    await page.getByRole("button", { name: "Abstain and open the next" }).click();
    await page.getByRole("heading", { level: 1, name: "E02", exact: false }).waitFor({ state: "hidden" });
    await expect.poll(() => desk.signed(2), { timeout: 20_000 }).toEqual(["E02"]);
    const again = await desk.open(await desk.device(2), await desk.card(2, "E02"));
    await again.getByText("You abstained: I do not read this language well").waitFor();
    expect(await again.getByRole("radiogroup", { name: "novelty (en)" }).getByRole("radio").first().isDisabled()).toBe(true);
  });
});
