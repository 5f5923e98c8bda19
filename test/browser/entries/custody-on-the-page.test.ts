import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { type CustodyWorld, createCustodyWorld } from "../../world/entries/custody.ts";
import { settled } from "../../world/page-checks.ts";

/** Where to put a picture of each page in passing; none unless told. */
const PICTURES = process.env["ISONGA_PICTURES"];

describe("custody on the page", () => {
  let here: CustodyWorld;
  let browser: Browser;
  let entryId: string;
  beforeAll(async () => {
    [here, browser] = await Promise.all([createCustodyWorld(), launchBrowser()]);
    await here.entryIn("SUBMITTED", "Sanjo Barokah");
    await here.entryIn("SUBMITTED", "Aku Mandiri");
    entryId = await here.entryIn("SUBMITTED", "Lope Capil: pelayanan akta kelahiran langsung dari rumah sakit");
    await here.entryIn("ENDORSED", "Jemput bola");
    await here.entryIn("CHECKED", "Loket daring");
    await here.draft("Masih draf");
  });
  afterAll(async () => {
    await browser?.close();
    await here?.stop();
  });

  const openAs = async (who: Client): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    const { hostname } = new URL(here.world.url);
    await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, domain: hostname, path: "/" })));
    return context.newPage();
  };
  const go = async (page: Page, language: string, path: string): Promise<void> => {
    await page.goto(`${here.world.url}/${language}/app/${path}`);
    await settled(page);
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };

  it("lets a head endorse what they chose, after showing what would happen", async () => {
    const page = await openAs(here.people.hadi);
    await go(page, "en", "custody");
    await page.getByRole("checkbox", { name: "Choose: Sanjo Barokah" }).check();
    await page.getByRole("checkbox", { name: "Choose: Aku Mandiri" }).check();
    await page.getByRole("button", { name: "Endorse" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("2 entries can be done").waitFor();
    await picture(page, "bulk-dialog");
    await dialog.getByRole("button", { name: "Endorse" }).click();
    await page.getByText("Done for 2 entries.").waitFor();
    await page.getByRole("link", { name: "Sanjo Barokah" }).waitFor({ state: "detached" });
    expect(await here.sql("select from entry where state = 'ENDORSED'")).toHaveLength(3);
    await page.context().close();
  });

  it("lets a head return an entry with a reason, which its history shows", async () => {
    const page = await openAs(here.people.hadi);
    await go(page, "en", `entries/${entryId}`);
    await page.getByRole("button", { name: "Return", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Return", exact: true }).click();
    await dialog.getByText("Give a reason.").first().waitFor();
    await dialog.getByLabel("Reason for the whole entry").fill("Say what is new");
    await picture(page, "return-dialog");
    await dialog.getByRole("button", { name: "Return", exact: true }).click();
    await page.getByText("Done. The entry is now: Returned.").waitFor();
    await page.getByText("Hadi returned it").waitFor();
    await picture(page, "entry-returned");
    await page.context().close();
  });
});
