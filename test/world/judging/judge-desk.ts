import { createHash, randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makePairs } from "@isonga/server/judging/comparisons/make-comparisons";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../browser.ts";
import { createJudgingWorld, type JudgingOptions, type JudgingWorld } from "../judging-world.ts";

/** A mark as the database has it. */
export type StoredMark = {
  readonly reference: string;
  readonly criterion: string;
  readonly value: string | null;
  readonly version: number;
};

/** A jury round, and browsers in which its judges judge. */
export type DeskWorld = JudgingWorld & {
  /** A browser's context with the judge of this number signed in; {@link KEEPS_PAGES} for one that opens pages without a network. */
  device(judge: number, options?: BrowserContextOptions): Promise<BrowserContext>;
  open(context: BrowserContext, path: string, language?: string): Promise<Page>;
  /** A judge's card on an entry. */
  card(judge: number, reference: string): Promise<string>;
  /** Adds a file of evidence to an entry. */
  prove(reference: string, file: { readonly name: string; readonly mediaType: string; readonly content: Buffer }): Promise<void>;
  /** Makes the pairs of a stage of pairs, and begins it. */
  makeComparisons(): Promise<void>;
  /** What the server has of a judge's marks and cards, whoever looks. */
  marks(judge: number): Promise<readonly StoredMark[]>;
  signed(judge: number): Promise<readonly string[]>;
  closePages(): Promise<void>;
};

/** Makes it; the desk stage lasts until long after the machine's own time. */
export async function createDeskWorld(options: JudgingOptions = {}): Promise<DeskWorld> {
  const judging = await createJudgingWorld(options);
  await judging.sql("update stage set ends_at = '2097-12-01' where code = 'desk'");
  const browser: Browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  const { world } = judging;
  return {
    ...judging,
    async device(judge, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      contexts.push(context);
      await context.addCookies(judging.judge(judge).client.cookies.map(({ name, value }) => ({ name, value, url: world.url })));
      return context;
    },
    async open(context, path, language = "en") {
      const page = await context.newPage();
      await page.goto(`${world.url}/${language}/app/${path}`);
      return page;
    },
    card: async (judge, reference) => `judging/cards/${await judging.assignment(judge, reference)}`,
    async prove(reference, { name, mediaType, content }) {
      const [key, path] = [randomUUID().replaceAll("-", ""), join(world.dataFolder, name)];
      await writeFile(path, content);
      const sha256 = createHash("sha256").update(content).digest("hex");
      await world.app.operatorContext().files.kept.put(path, { key, size: content.length, sha256, mediaType });
      await judging.sql(
        `insert into evidence (id, entry_id, field, kind, name, neutral_name, file_key, media_type, size, sha256, scan, added_at)
         values (gen_random_uuid(), $1, 'design', 'FILE', $2, $2, $3, $4, $5, $6, 'CLEAN', now())`,
        [judging.entry(reference).id, name, key, mediaType, content.length, sha256],
      );
    },
    async makeComparisons() {
      await judging.stageState("SCORING");
      const moved = { stageId: judging.stageId, roundId: judging.roundId, to: "SCORING" };
      await makePairs.handle(world.app.operatorContext(), moved as never, "1");
    },
    marks: (judge) =>
      judging.sql<StoredMark>(
        `select e.reference, m.criterion, trim_scale(m.value)::text as value, m.version from mark m join scorecard c on c.id = m.scorecard_id
         join entry e on e.id = c.entry_id where c.judge_id = $1 order by e.reference, m.criterion`,
        [judging.judge(judge).id],
      ),
    async signed(judge) {
      const rows = await judging.sql<{ reference: string }>(
        `select e.reference from scorecard c join entry e on e.id = c.entry_id where c.judge_id = $1 and c.state = 'SIGNED' order by 1`,
        [judging.judge(judge).id],
      );
      return rows.map(({ reference }) => reference);
    },
    async closePages() {
      for (const context of contexts.splice(0)) await context.close();
    },
    async stop() {
      await browser.close();
      await judging.stop();
    },
  };
}

/** Takes the whole queue along through the page, and waits until it is there. */
export async function takeAlong(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.getByRole("button", { name: "Take my queue along" }).click();
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await page.getByText("on this device since").first().waitFor({ timeout: 60_000 });
}

/** Waits for what the card's footer says of saving. */
export async function saving(page: Page, words: string): Promise<void> {
  await page.locator("footer").getByText(words, { exact: true }).waitFor({ timeout: 30_000 });
}

/** The mark chips of a criterion. */
export const chips = (page: Page, criterion: string) => page.getByRole("radiogroup", { name: criterion });
