import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { loadRwanda2022, type Rwanda2022 } from "../../world/rounds/rwanda-2022.ts";
import { createWorld, type World } from "../../world/world.ts";

/** Where to put a picture of each page in passing; none unless told. */
const PICTURES = process.env["ISONGA_PICTURES"];
const ROUND = "service-awards-2022";

describe("the chair decides and publishes in a browser", () => {
  let world: World;
  let rwanda: Rwanda2022;
  let browser: Browser;
  let chair: Client;
  beforeAll(async () => {
    world = await createWorld();
    rwanda = await loadRwanda2022(world.database.ownerUrl, { only: (sector) => "12".includes(sector[0] ?? "") });
    chair = await world.person("Chantal", [{ role: "CHAIR", roundId: rwanda.roundId }]);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await world.stop();
  });

  it("reads the standing, asks why, and compares two", async () => {
    const page = await open("en", 1280);
    await page.goto(`${world.url}/en/app/standings/${ROUND}?level=DISTRICT`);
    await page.getByRole("link", { name: "Kicukiro" }).click();
    await page.getByText("Kicukiro is number 1 of").waitFor();
    await picture(page, "why");
    await page.keyboard.press("Escape");
    await page.getByRole("checkbox", { name: "Compare Kicukiro" }).check();
    await page.getByRole("checkbox", { name: "Compare Huye" }).check();
    await page.getByRole("link", { name: "Compare the two" }).click();
    await page.getByText("Kicukiro is 1").waitFor();
    await picture(page, "compare");
    await page.context().close();
  });

  it("stages, names an official, overrides with a reason, previews and publishes", async () => {
    const page = await open("en", 1280);
    await page.goto(`${world.url}/en/app/standings/${ROUND}/decisions`);
    await page.getByRole("button", { name: "Accept the proposals" }).click();
    await page.getByText("7 staged").waitFor();
    await page.getByRole("link", { name: "Name officials: Kicukiro" }).click();
    await page.getByLabel("District Executive Administrator").fill("Aline Uwase");
    await page.getByRole("button", { name: "Save officials" }).click();
    await page.getByText("Aline Uwase (District Executive Administrator)").waitFor();
    await page.getByRole("link", { name: "Change: Nyarugenge" }).click();
    await page.getByRole("combobox", { name: "Area" }).click();
    await page.getByRole("option", { name: /Gasabo/ }).click();
    await page.getByRole("button", { name: "Stage decision" }).click();
    await page.getByText("This differs from what the rule proposes. Give a reason.").waitFor();
    await page.getByRole("textbox", { name: "Reason" }).fill("Nyarugenge asked not to be considered.");
    await picture(page, "override");
    await page.getByRole("button", { name: "Stage decision" }).click();
    await page.getByText("Chosen by the chair").waitFor();
    await pictures(page, `standings/${ROUND}/decisions`, "decisions");
    await page.getByRole("link", { name: "Preview and publish" }).click();
    await page.getByRole("heading", { name: "Winners" }).waitFor();
    await pictures(page, `standings/${ROUND}/publish`, "publish");
    await page.getByRole("button", { name: "Publish results" }).click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByRole("button", { name: "Publish results" }).isDisabled()).toBe(true);
    await dialog.getByRole("textbox").fill(ROUND);
    await dialog.getByRole("button", { name: "Publish results" }).click();
    await page.getByText("Public", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Check number 1" }).click();
    await page.getByText("It is as it was published").waitFor();
    await picture(page, "published");
    await page.context().close();
  }, 120_000);

  async function open(language: string, width: number): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: width < 500 ? 780 : 900 },
      locale: language,
      reducedMotion: "reduce",
    });
    await context.addCookies(chair.cookies.map((cookie) => ({ ...cookie, url: world.url })));
    return context.newPage();
  }

  async function pictures(page: Page, path: string, name: string): Promise<void> {
    if (!PICTURES) return;
    await picture(page, name);
    const phone = await open("id", 360);
    await phone.goto(`${world.url}/id/app/${path}`);
    await phone.locator("h2").first().waitFor();
    await picture(phone, `${name}-id-phone`);
    await phone.context().close();
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }
});
