import type { Browser, Page } from "playwright-core";
import type { JudgingWorld } from "../../world/judging-world.ts";

/** Who looks at whose instrument. */
export type InstrumentPage = { readonly browser: Browser; readonly judging: JudgingWorld };

/** A jury's instrument, as far as tests look into it. */
export type JuryDefinition = {
  readonly judging: readonly {
    readonly stage: string;
    readonly panels: readonly { readonly code: string }[];
    readonly criteria: readonly { readonly code: string }[];
    readonly blind: readonly string[];
  }[];
  readonly objection: object;
  readonly tieBreaks: readonly { readonly rule: string }[];
  readonly prizes: readonly object[];
};

/** The instrument's page, as the chair or somebody else opens it. */
export async function openInstrument({ browser, judging }: InstrumentPage, who = judging.chair): Promise<Page> {
  const { url } = judging.world;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, url })));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${url}/en/app/rounds/${judging.roundCode}/instrument`);
  return page;
}

/** Opens the first thing of a list that is folded under a line that begins so. */
export async function unfold(page: Page, label: string): Promise<void> {
  await page.locator(`summary[aria-label^="${label}"]`).first().click();
}

/** Opens the group of fields whose line begins so: the first that is there to be seen. */
export async function openGroup(page: Page, line: string): Promise<void> {
  await page
    .locator("summary:visible", { hasText: new RegExp(`^${line}`) })
    .first()
    .click();
}

/** Chooses in a field that offers some words. */
export async function choose(page: Page, id: string, words: string): Promise<void> {
  await page.locator(id).click();
  await page.getByRole("option", { name: words, exact: true }).click();
}

/** The same words in three languages. */
export async function fillWords(page: Page, id: string, words: string): Promise<void> {
  for (const language of ["en", "rw", "id"]) await page.locator(`${id}-${language}`).fill(words);
}

/** A code, and it as the name in three languages. */
export async function fillNames(page: Page, id: string, code: string): Promise<void> {
  await fillWords(page, `${id}-names`, code);
  await page.locator(`${id}-code`).fill(code);
}

/** Saves, follows each refusal to its field, which must then be the one in hand, and mends it; at last it is saved. */
export async function saveMending(page: Page, mends: readonly (readonly [field: string, value: string])[]): Promise<void> {
  const save = page.getByRole("button", { name: "Save as a new version" });
  for (const [field, value] of mends) {
    await save.click();
    await page.locator(`main [role=alert] a[href="#definition-${field}"]`).click();
    await page.locator(`#definition-${field}:focus`).fill(value);
  }
  await save.click();
  await page.getByRole("heading", { name: "How it is scored" }).waitFor();
}

/** The instrument in the file that the round's page gives. */
export async function exportedInstrument(page: Page): Promise<JuryDefinition> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download file" }).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const file = JSON.parse(Buffer.concat(chunks).toString()) as { readonly round: { readonly instrument: JuryDefinition } };
  return file.round.instrument;
}

/** The newest version of the instrument. */
export async function newestInstrument(judging: JudgingWorld): Promise<JuryDefinition> {
  const [row] = await judging.sql<{ definition: JuryDefinition }>(
    "select definition from instrument where round_id = $1 order by number desc limit 1",
    [judging.roundId],
  );
  if (!row) throw new Error("The round has no instrument");
  return row.definition;
}

/** Novelty's weight, version by version. */
export async function noveltyWeights(judging: JudgingWorld): Promise<readonly number[]> {
  const rows = await judging.sql<{ weight: number }>(
    "select (definition #>> '{judging,0,criteria,0,weight}')::float8 as weight from instrument where round_id = $1 order by number",
    [judging.roundId],
  );
  return rows.map(({ weight }) => weight);
}
