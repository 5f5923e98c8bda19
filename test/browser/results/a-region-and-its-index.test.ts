import { join } from "node:path";
import { publishNow } from "@isonga/server/results/publications/publish-now";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { connect } from "../../world/operator.ts";
import { addEditionBefore, IGA_2022, IGA_2023, type Iga2023, loadIga2023 } from "../../world/rounds/iga-2023.ts";
import { createWorld, type World } from "../../world/world.ts";

/** Where to put a picture of each page in passing; none unless told. */
const PICTURES = process.env["ISONGA_PICTURES"];

describe("a region and its index in a browser", () => {
  let world: World;
  let iga: Iga2023;
  let browser: Browser;
  let chair: Client;
  let coordinator: Client;
  beforeAll(async () => {
    world = await createWorld();
    iga = await loadIga2023(world.database.ownerUrl);
    await addEditionBefore(world.database.ownerUrl, iga);
    const connected = await connect(world.database.appUrl);
    await publishNow(connected.context(), { round: IGA_2022, acceptProposals: true });
    await connected.stop();
    chair = await world.person("Ratna", [{ role: "CHAIR", roundId: iga.roundId }]);
    coordinator = await world.person("Sari", [{ role: "COORDINATOR", jurisdictionId: iga.area("16.10") }]);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await world.stop();
  });

  it("shows the chair the standing with categories, why, and two beside each other", async () => {
    const page = await open(chair, "en", 1280);
    await page.goto(`${world.url}/en/app/standings/${IGA_2023}?level=REGENCY_CITY`);
    await page.getByRole("cell", { name: "Very innovative" }).first().waitFor();
    await page.getByRole("link", { name: "Kabupaten Ogan Ilir", exact: true }).click();
    await page.getByText("÷ 250 × 100 = 61.16").waitFor();
    await picture(page, "index-why");
    await page.keyboard.press("Escape");
    await page.getByRole("checkbox", { name: "Compare Kabupaten Ogan Ilir" }).check();
    await page.getByRole("checkbox", { name: "Compare Kabupaten Lahat" }).check();
    await page.getByRole("link", { name: "Compare the two" }).click();
    await page.getByText("points ahead of Kabupaten Lahat").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Index page of Kabupaten Ogan Ilir" }).click();
    await page.getByRole("heading", { name: "Kabupaten Ogan Ilir" }).waitFor();
    await page.getByText("Number 1 of 17 in the round").waitFor();
    await page.context().close();
  });

  it("recomputes what is tried out in the browser, and asks the server nothing", async () => {
    const page = await open(coordinator, "en", 1280);
    await page.goto(`${world.url}/en/app/regions/${IGA_2023}/ID/16.10`);
    const index = page.getByTestId("what-if-index");
    await index.waitFor();
    expect(await index.textContent()).toBe("61.16");
    await page.getByText("Ranks can be seen once the results are published.").waitFor();
    await page.waitForLoadState("networkidle");
    const asked: string[] = [];
    // Parts of the app's own code that it fetches once it has nothing to do ask nothing.
    page.on("request", (request) => request.resourceType() === "script" || asked.push(request.url()));
    await page.getByRole("textbox", { name: "Innovations", exact: true }).fill("100");
    await page.getByText("points more than the 61.16 of now").waitFor();
    // Ten more of the same mean maturity: 10 × 0.38 ÷ 250 × 100 = 1.52.
    expect(await index.textContent()).toBe("62.68");
    await page.getByText("The region's own rows (20)").click();
    await picture(page, "region-what-if");
    await page.getByRole("button", { name: "Back to the figures as they are" }).click();
    expect(await index.textContent()).toBe("61.16");
    expect(asked).toEqual([]);
    await page.context().close();
  });

  it("are read by everybody without a script once they are published, in three languages", async () => {
    await publishOnce();
    for (const [language, category] of Object.entries({ en: "Very innovative", id: "Sangat Inovatif", rw: "Bihanga udushya cyane" })) {
      const html = await (await fetch(`${world.url}/${language}/rounds/${IGA_2023}?level=REGENCY_CITY`)).text();
      expect(html).toContain(category);
      expect(html).not.toContain("<script");
    }
  });

  /** Also when this is tried again. */
  async function publishOnce(): Promise<void> {
    const { status } = await fetch(`${world.url}/results/${IGA_2023}/1/results.json`);
    if (status === 200) return;
    const connected = await connect(world.database.appUrl);
    await publishNow(connected.context(), { round: IGA_2023, acceptProposals: true });
    await connected.stop();
  }

  async function open(client: Client, language: string, width: number): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: width < 500 ? 780 : 900 },
      locale: language,
      reducedMotion: "reduce",
    });
    await context.addCookies(client.cookies.map((cookie) => ({ ...cookie, url: world.url })));
    return context.newPage();
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }
});
