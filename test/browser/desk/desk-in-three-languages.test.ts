import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { pdfFile, pngFile } from "../../world/entries/document-files.ts";
import { createDeskWorld, type DeskWorld } from "../../world/judging/judge-desk.ts";
import { axeProblems, problemsOf, settled } from "../../world/page-checks.ts";

const PICTURES = process.env["ISONGA_PICTURES"];

describe("the judge's desk", { timeout: 240_000 }, () => {
  let desk: DeskWorld;

  beforeAll(async () => {
    desk = await createDeskWorld({ entries: 5, judges: 2, calibration: ["E02"] });
    await desk.prove("E01", { name: "evidence-1.png", mediaType: "image/png", content: pngFile(600, 300) });
    await desk.prove("E01", { name: "evidence-2.pdf", mediaType: "application/pdf", content: pdfFile() });
    await desk.sql(
      `insert into entry_translation (id, entry_id, field, language, text, origin, of_version, made_at)
       select gen_random_uuid(), $1, f, l, t, 'MACHINE', 1, now() from (values ('aim', 'en', 'The aim'), ('benefit', 'rw', 'Inyungu')) as x(f, l, t)`,
      [desk.entry("E01").id],
    );
  });
  afterEach(() => desk.closePages());
  afterAll(() => desk.stop());

  async function look(page: Page, name: string, language: string): Promise<readonly string[]> {
    await settled(page);
    const width = page.viewportSize()?.width;
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `desk-${name}-${language}-${width}.png`), fullPage: true });
    const found = [...(await problemsOf(page, language)), ...(await axeProblems(page))];
    return found.map((problem) => `${name} ${language} ${width}: ${problem}`);
  }

  it.each(["en", "rw", "id"] as const)("reads well in %s, on a phone and on a screen", async (language) => {
    const problems: string[] = [];
    const sizes = [
      { width: 1280, height: 900 },
      { width: 360, height: 740 },
    ];
    for (const viewport of sizes) {
      const context = await desk.device(1, { viewport });
      const queue = await desk.open(context, `judging/stages/${desk.stageId}`, language);
      problems.push(...(await look(queue, "queue", language)));
      const card = await desk.open(context, await desk.card(1, "E01"), language);
      const mark = (criterion: string, at: number) => card.locator(`[data-criterion="${criterion}"]`).getByRole("radio").nth(at);
      await mark("novelty", 6).check({ force: true });
      await card.getByRole("button", { name: "evidence-1.png" }).click();
      problems.push(...(await look(card, "card", language)));
      for (const criterion of ["impact", "summary"]) await mark(criterion, 3).check({ force: true });
      await card.keyboard.press("Control+Enter");
      await card.getByRole("dialog").waitFor();
      problems.push(...(await look(card, "sign", language)));
      await card.keyboard.press("Escape");
      await card.getByRole("dialog").waitFor({ state: "hidden" });
      await card.locator("h1").click();
      await card.keyboard.press("?");
      await card.getByRole("dialog").waitFor();
      problems.push(...(await look(card, "keys", language)));
    }
    expect(problems).toEqual([]);
  });
});
