import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../browser.ts";
import { settled } from "../page-checks.ts";
import { createWorld, type World } from "../world.ts";
import { DEMO_DAY } from "./demo.ts";
import { type Persona, signInAs } from "./demo-pages.ts";

/** People of the demo at the same work, each in a browser of their own. */
export type DemoWalk = {
  readonly world: World;
  readonly browser: Browser;
  /** A page of the app as this person, who stays signed in throughout. */
  as(persona: Persona, path: string): Promise<Page>;
  /** Another page of the app, in English. */
  show(page: Page, path: string): Promise<void>;
  /** Ids of a round's entries that the office of the demo sees, by title. */
  entries(round: string): Promise<Readonly<Record<string, string>>>;
  /** Rows of a statement as the owner of the tables. */
  owner(statement: string): Promise<readonly object[]>;
  stop(): Promise<void>;
};

/** Starts the demo with a browser; `stop()` removes everything. */
export async function startDemoWalk(): Promise<DemoWalk> {
  const [world, browser] = await Promise.all([createWorld({ demo: true, now: DEMO_DAY }), launchBrowser()]);
  const pages = new Map<Persona, Page>();
  const show = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${world.url}/en/app/${path}`);
    await settled(page);
  };
  const signedIn = async (persona: Persona): Promise<Page> => {
    const client = await signInAs(world, persona);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    await context.addCookies(client.cookies.map((cookie) => ({ ...cookie, url: world.url })));
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    await page.clock.setFixedTime(DEMO_DAY);
    return page;
  };
  return {
    world,
    browser,
    show,
    async as(persona, path) {
      const page = pages.get(persona) ?? (await signedIn(persona));
      pages.set(persona, page);
      await show(page, path);
      return page;
    },
    async entries(round) {
      const office = await signInAs(world, "OFFICE");
      const found = await office.data<{ round: { id: string } }>(`{ round(code: "${round}") { id } }`);
      const query = "query ($id: ID!) { entries(roundId: $id, first: 50) { nodes { id title } } }";
      const { entries } = await office.data<{ entries: { nodes: { id: string; title: string }[] } }>(query, { id: found.round.id });
      return Object.fromEntries(entries.nodes.map(({ id, title }) => [title, id]));
    },
    async owner(statement) {
      const client = new pg.Client(world.database.ownerUrl);
      await client.connect();
      return (await client.query(statement).finally(() => client.end())).rows;
    },
    async stop() {
      await browser.close();
      await world.stop();
    },
  };
}
