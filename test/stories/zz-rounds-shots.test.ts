import { readFileSync, existsSync } from "node:fs";
import { test } from "vitest";
import { launchBrowser } from "/work/main/test/world/browser.ts";
import { addRoundCountry, roundFile } from "/work/main/test/world/round-country.ts";
import { createWorld } from "/work/main/test/world/world.ts";
const DIST = "/tmp/shots-rounds/dist";
test("shots", { timeout: 280_000 }, async () => {
  const world = await createWorld({});
  const places = await addRoundCountry(world);
  const admin = await world.person("Ada Uwase", [{ role: "ADMINISTRATOR" }, { role: "STAFF", jurisdictionId: places.sector }]);
  const imp = "mutation ($input: ImportRoundInput!) { importRound(input: $input) { refusals { code } round { id version } } }";
  const file = (code: string) => roundFile(() => ({ code })).replaceAll("(en)", "").replaceAll("(rw)", "").replaceAll("(id)", "")
    .replace("2026-11-10T18", new Date(Date.now() + 2 * 86400000).toISOString().slice(0, 10) + "T18");
  const a: any = await admin.data(imp, { input: { text: file("awards-2026") } });
  await admin.data(imp, { input: { text: file("awards-2027") } });
  const { id, version } = a.importRound.round;
  await admin.data("mutation ($input: StepRoundInput!) { openRound(input: $input) { refusals { code } } }", { input: { id, version } });
  const browser = await launchBrowser();
  const errors: string[] = [];
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.addCookies(admin.cookies.map((cookie) => ({ ...cookie, url: world.url })));
    const page = await context.newPage();
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.route(/\/assets\//, (route) => {
      const path = DIST + new URL(route.request().url()).pathname;
      return existsSync(path) ? route.fulfill({ path }) : route.abort();
    });
    await page.route(/\/(en|rw|id)\/app/, (route) => route.fulfill({ contentType: "text/html", body: readFileSync(`${DIST}/index.html`, "utf8") }));
    const pages = [["en", "home", ""], ["rw", "home", ""], ["id", "home", ""], ["en", "list", "/rounds"], ["rw", "list", "/rounds"], ["id", "round", "/rounds/awards-2026"], ["en", "round", "/rounds/awards-2026"], ["rw", "round", "/rounds/awards-2026"], ["en", "draft", "/rounds/awards-2027"],
      ["en", "edit", "/rounds/awards-2027/edit"], ["id", "instrument", "/rounds/awards-2027/instrument"], ["rw", "revise", "/rounds/awards-2026/instrument"], ["en", "copy", "/rounds/awards-2026/copy"], ["en", "new", "/rounds/new?programme=awards"], ["rw", "programme", "/rounds/programmes/awards"]];
    for (const [language, name, path] of pages) {
      await page.goto(`${world.url}/${language}/app${path}`, { waitUntil: "networkidle" });
      await page.waitForTimeout(300);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) errors.push(`${name} ${language} ${width}: ${wide} px too wide`);
      await page.screenshot({ path: `/tmp/shots-rounds/${name}-${language}-${width}.png`, fullPage: true });
    }
    await page.goto(`${world.url}/en/app/rounds/import`, { waitUntil: "networkidle" });
    await page.setInputFiles("input[type=file]", { name: "a.json", mimeType: "application/json", buffer: Buffer.from(file("awards-2027").replace('"minVolume":100', '"minVolume":80')) });
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `/tmp/shots-rounds/import-en-${width}.png`, fullPage: true });
    await page.setInputFiles("input[type=file]", { name: "a.json", mimeType: "application/json", buffer: Buffer.from(file("awards-2027").replace('"minVolume":100', '"colour":"x","minVolume":80')) });
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `/tmp/shots-rounds/import-bad-${width}.png`, fullPage: true });
    if (width === 1280) {
      await page.goto(`${world.url}/en/app/rounds/awards-2027`, { waitUntil: "networkidle" });
      await page.getByRole("button", { name: "Open round" }).click();
      await page.waitForTimeout(500);
      await page.screenshot({ path: "/tmp/shots-rounds/open-en-1280.png" });
      await page.getByRole("dialog").getByRole("textbox").fill("awards-2027");
      await page.getByRole("dialog").getByRole("button", { name: "Open round" }).click();
      await page.waitForTimeout(1500);
      await page.screenshot({ path: "/tmp/shots-rounds/opened-en-1280.png" });
      await page.goto(`${world.url}/en/app/rounds/awards-2027/instrument`, { waitUntil: "networkidle" });
      await page.getByRole("button", { name: "Save as a new version" }).click();
      await page.waitForTimeout(800);
      errors.push(`revise without reason: ${await page.getByRole("alert").innerText()}`);
      await page.locator("#definition-metrics-0-weight").fill("0");
      await page.getByLabel("Why it changes").fill("Mending");
      await page.getByRole("button", { name: "Save as a new version" }).click();
      await page.waitForTimeout(800);
      errors.push(`zero weight: ${await page.getByRole("alert").innerText()} -> ${await page.getByRole("alert").getByRole("link").getAttribute("href")}`);
    }
    await context.close();
  }
  await browser.close();
  await world.stop();
  console.log(errors.join("\n") || "no errors");
});
