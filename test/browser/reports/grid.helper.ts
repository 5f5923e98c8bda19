import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { addReportingCountry, type ReportingCountry } from "../../world/rounds/reporting-country.ts";
import { createWorld, type World } from "../../world/world.ts";

const FIGURES = "carriedOver received processed processedInTime processingHours selfApplications";

/** A sector's monthly grid in a browser, with what tests of it do again and again. */
export type Grid = {
  readonly world: World;
  readonly places: ReportingCountry;
  address(month: string, language?: string): string;
  /** Rose's browser, or somebody else's; {@link KEEPS_PAGES} for one that opens pages without a network. */
  visitor(options?: BrowserContextOptions, who?: Client): Promise<BrowserContext>;
  open(context: BrowserContext, month: string): Promise<Page>;
  stored(month: string, code: string): Promise<Record<string, unknown> | undefined>;
  save(client: Client, month: string, serviceId: string, changes: object): Promise<unknown>;
  /** Closes what visitors opened. */
  leave(): Promise<void>;
  stop(): Promise<void>;
};

/** Makes the world with Rose, who reports for her sector, and a browser. */
export async function createGrid(): Promise<Grid> {
  const world = await createWorld();
  const places = await addReportingCountry(world);
  const rose = await world.person("Rose", [{ role: "STAFF", jurisdictionId: places.remera }]);
  const browser: Browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  const address = (month: string, language = "en") => `${world.url}/${language}/app/reports/${places.remera}/${month}`;
  return {
    world,
    places,
    address,
    async visitor(options = {}, who = rose) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      contexts.push(context);
      await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, url: world.url })));
      return context;
    },
    async open(context, month) {
      const page = await context.newPage();
      await page.goto(address(month));
      await page.locator("table input").first().waitFor();
      return page;
    },
    async stored(month, code) {
      const { reports } = await rose.data<{
        reports: { nodes: { service: { code: string }; version: number; state: string; figures: object }[] };
      }>(
        `query ($month: YearMonth!) { reports(from: $month, to: $month) { nodes { version state service { code } figures { ${FIGURES} } } } }`,
        { month },
      );
      const found = reports.nodes.find(({ service }) => service.code === code);
      return found ? { ...found.figures, version: found.version, state: found.state } : undefined;
    },
    save: (client, month, serviceId, changes) =>
      client.data("mutation ($input: SaveReportFiguresInput!) { saveReportFigures(input: $input) { refusals { code } } }", {
        input: { jurisdictionId: places.remera, serviceId, month, changes },
      }),
    async leave() {
      for (const context of contexts.splice(0)) await context.close();
    },
    async stop() {
      await browser.close();
      await world.stop();
    },
  };
}

/** A month that no earlier try of the test has changed: two years earlier for each. */
export function ownMonth(month: string, task: { readonly result?: { readonly retryCount?: number } }): string {
  return `${Number(month.slice(0, 4)) - 2 * (task.result?.retryCount ?? 0)}${month.slice(4)}`;
}

export function cell(page: Page, service: string, figure: string): Locator {
  return page.getByLabel(`${service}: ${figure}`, { exact: true });
}

/** Types a figure and goes on. */
export async function fill(
  page: Page,
  ...[service, figure, text]: readonly [service: string, figure: string, text: string]
): Promise<void> {
  await cell(page, service, figure).fill(text);
  await cell(page, service, figure).press("Tab");
}

/** Waits until a cell is in a state. */
export async function expectState(
  page: Page,
  ...[service, figure, state]: readonly [service: string, figure: string, state: string]
): Promise<void> {
  await page.locator(`[data-state="${state}"]:has(> input[aria-label="${service}: ${figure}"])`).waitFor({ timeout: 20_000 });
}
