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

  /** More than a page of entries like the one that was endorsed first, handed in by nobody's hand. */
  const submitMany = async (count: number): Promise<void> => {
    await here.sql(
      `with ids as (select n, gen_random_uuid() as id, gen_random_uuid() as innovation from generate_series(1, $1::int) n),
         made as (insert into innovation (id, jurisdiction_id, agency_id, title, language)
           select ids.innovation, i.jurisdiction_id, i.agency_id, 'Massal ' || ids.n, 'id' from ids, innovation i where i.title = 'Jemput bola')
       insert into entry (id, round_id, kind, jurisdiction_id, agency_id, innovation_id, form_id, instrument_id, title, language, state, held_since,
         submitted_at, created_by)
       select ids.id, e.round_id, e.kind, e.jurisdiction_id, e.agency_id, ids.innovation, e.form_id, e.instrument_id, 'Massal ' || ids.n, 'id',
         'SUBMITTED', e.held_since, e.submitted_at, e.created_by from ids, entry e where e.title = 'Jemput bola'`,
      [count],
    );
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

  it("lets a head endorse all that match, also those not shown, and none that came after they looked", async () => {
    await submitMany(60);
    // Who must not see them finds nothing to choose; who sees them and must not endorse finds no such act.
    const muara = await openAs(here.people.muara);
    await go(muara, "en", "custody");
    expect(await muara.getByText("Massal").count()).toBe(0);
    expect(await muara.getByRole("button", { name: "Choose all" }).count()).toBe(0);
    await muara.context().close();
    const sari = await openAs(here.people.sari);
    await go(sari, "en", "custody");
    expect(await sari.getByRole("button", { name: "Endorse" }).count()).toBe(0);
    await sari.context().close();

    const page = await openAs(here.people.hadi);
    await go(page, "en", "custody");
    const shown = await page.getByRole("checkbox", { name: "Choose: " }).count();
    expect(shown).toBeLessThan(60);
    await page.getByRole("button", { name: "Choose all shown" }).click();
    await page.getByRole("button", { name: "Choose all that match, also those not shown" }).click();
    await page.getByText("All that match are chosen").waitFor();
    await page.getByRole("button", { name: "Endorse" }).click();
    const dialog = page.getByRole("dialog");
    const waiting = (await here.sql("select from entry where state = 'SUBMITTED'")).length;
    await dialog.getByText(`${waiting} entries can be done`).waitFor();
    await picture(page, "bulk-everything");
    expect(await here.sql("select from entry where state = 'ENDORSED' and title like 'Massal%'")).toEqual([]);
    here.world.clock.turnTo("2026-05-04T05:00:00Z");
    await here.entryIn("SUBMITTED", "Came later");
    await dialog.getByRole("button", { name: "Endorse" }).click();
    await page.getByText(`Done for ${waiting} entries.`).waitFor();
    const left = await here.sql<{ title: string }>("select title from entry where state = 'SUBMITTED'");
    expect(left).toEqual([{ title: "Came later" }]);
    await page.getByRole("link", { name: "Came later" }).waitFor();
    expect(
      await here.sql("select from entry_event where act = 'endorse' and entry_id in (select id from entry where title like 'Massal%')"),
    ).toHaveLength(60);
    await page.context().close();
  }, 120_000);
});
