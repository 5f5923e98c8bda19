import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { addReportingCountry, type ReportingCountry } from "../../world/rounds/reporting-country.ts";
import { createWorld, type World } from "../../world/world.ts";

/** A year of submitted reports of both sectors, one month of which stands out. */
const YEAR = `insert into monthly_report (id, jurisdiction_id, service_id, month, carried_over, received, processed, processed_in_time,
    processing_hours, self_applications, state, submitted_at)
  select gen_random_uuid(), j.id, s.id, m::date, 5, 50 + extract(month from m)::int, 45, 40, 200, 20,
    case when m = date_trunc('month', now()) then 'SUBMITTED' else 'APPROVED' end, m + interval '1 month 5 days'
  from jurisdiction j cross join service s cross join generate_series(date_trunc('month', now()) - interval '11 months', date_trunc('month', now()), interval '1 month') m
  where j.level = 'sector'`;

describe("a coordinator's review in a browser", () => {
  let world: World;
  let places: ReportingCountry;
  let browser: Browser;
  let diane: Client;
  let ange: Client;
  const month = new Date().toISOString().slice(0, 7);

  beforeAll(async () => {
    world = await createWorld();
    places = await addReportingCountry(world);
    const owner = new pg.Client(world.database.ownerUrl);
    await owner.connect();
    await owner.query(YEAR);
    await owner.end();
    diane = await world.person("Diane", [{ role: "COORDINATOR", jurisdictionId: places.district }]);
    ange = await world.person("Ange", [{ role: "ADMINISTRATOR" }]);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await world.stop();
  });

  it("leads from the area to the month, returns one report with a reason and approves the others", async () => {
    const page = await visit(diane, "en/app/reports");
    await page.getByRole("heading", { name: "Kicukiro" }).waitFor();
    await page.getByRole("img", { name: "Applications a month, approved reports" }).waitFor();
    await shoot(page, "area-en");
    await page.locator(`a[href*="${month}/review"]`).click();
    await page
      .getByRole("row", { name: /Birth certificate/ })
      .first()
      .getByRole("button", { name: "Return" })
      .click();
    await page.getByRole("dialog").getByRole("button", { name: "Return" }).click();
    await page.getByRole("dialog").getByRole("alert").waitFor();
    await page.getByLabel("What has to be mended?").fill("Received looks like two months");
    await page.getByRole("dialog").getByRole("button", { name: "Return" }).click();
    await page.getByText("1 report is returned").waitFor();
    await page.getByRole("button", { name: "Approve all that wait" }).click();
    await page.getByText("5 reports are approved").waitFor();
    await shoot(page, "review-en");
    await page
      .getByRole("row", { name: /Birth certificate/ })
      .filter({ hasText: "Draft" })
      .getByRole("button", { name: "History" })
      .click();
    await page.getByText("Reason: Received looks like two months").waitFor();
    await shoot(page, "history-en");
    await page.context().close();
  });

  it("locks what is approved after saying what that means, and opens one report again with a reason", async () => {
    const page = await visit(ange, `en/app/reports/${places.district}/${month}/review`);
    await page.getByRole("button", { name: "Lock approved reports" }).click();
    await page.getByText(`5 reports of Kicukiro`).waitFor();
    await shoot(page, "lock-en");
    await page.getByRole("dialog").getByRole("button", { name: "Lock approved reports" }).click();
    await page.getByText("5 reports are locked").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Lock approved reports" }).count(), { timeout: 20_000 }).toBe(0);
    await page.getByRole("button", { name: "Reopen" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Reopen" }).click();
    await page.getByRole("dialog").getByRole("alert").waitFor();
    await page.getByLabel("Why does it have to be opened again?").fill("A court asks");
    await page.getByRole("dialog").getByRole("button", { name: "Reopen" }).click();
    await page.getByText("1 report is open again").waitFor();
    const coordinators = await visit(diane, `en/app/reports/${places.district}/${month}/review`);
    await coordinators.getByRole("button", { name: "History" }).first().waitFor();
    expect(await coordinators.getByRole("button", { name: /Lock|Reopen/ }).count()).toBe(0);
    for (const one of [page, coordinators]) await one.context().close();
  });

  it("lets an administrator set the country's calendar, which others read", async () => {
    const page = await visit(ange, "en/app/services/calendar");
    await page.getByRole("combobox", { name: "Last day in time, in the month after" }).click();
    await page.getByRole("option", { name: "15", exact: true }).click();
    await page.getByRole("button", { name: "Save calendar" }).click();
    await page.getByText("The calendar is saved").waitFor();
    await shoot(page, "calendar-en");
    const reader = await visit(diane, "en/app/services");
    await reader.getByRole("link", { name: "Reporting calendar" }).click();
    await reader.getByText("Kigali time; in time until day 15 of the next month.").waitFor();
    for (const one of [page, reader]) await one.context().close();
  });

  it("lets an administrator write a service in three languages and set its standard", async () => {
    const page = await visit(ange, "en/app/services");
    await page.getByRole("link", { name: "Add a service" }).click();
    await page.getByLabel("Code", { exact: true }).fill("DEATH");
    await page.locator("#names-en").fill("Death certificate");
    await page.getByRole("button", { name: "Save service" }).click();
    await page.getByRole("alert").waitFor();
    // The only country is chosen already; the level is chosen by name.
    await page.locator("#deliveredAt").click();
    await page.getByRole("option", { name: "sector" }).click();
    await page.getByRole("button", { name: "Save service" }).click();
    await page.getByRole("heading", { name: "Death certificate" }).waitFor();
    await page.locator("#names-rw").fill("Icyemezo cy'urupfu");
    await page.getByRole("button", { name: "Save service" }).click();
    await page.getByText("The service is saved").waitFor();
    await page.getByLabel("In force from").fill("2024-01-01");
    await page.getByLabel("Longest time").fill("3");
    await page.locator("#timeUnit").selectOption("WORKING_DAY");
    await page.locator("#fee").fill("500");
    await page.getByLabel("Currency (ISO 4217)").fill("RWF");
    await page.getByRole("button", { name: "Set standard" }).click();
    await page.getByText("3 working days · 500 RWF").waitFor();
    await shoot(page, "service-en");
    await page.goto(`${world.url}/rw/app/services`);
    await page.getByRole("link", { name: "Icyemezo cy'urupfu" }).waitFor();
    await shoot(page, "services-rw");
    const answer = await ange.data<{ services: { nodes: { code: string }[] } }>("{ services { nodes { code } } }");
    expect(answer.services.nodes.map(({ code }) => code)).toContain("DEATH");
    await page.context().close();
  });

  async function visit(client: Client, path: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies(client.cookies.map(({ name, value }) => ({ name, value, url: world.url })));
    const page = await context.newPage();
    await page.goto(`${world.url}/${path}`);
    return page;
  }

  /** Pictures for the eye, where a folder is named for them. */
  async function shoot(page: Page, name: string): Promise<void> {
    const folder = process.env["SCREENSHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  }
});
