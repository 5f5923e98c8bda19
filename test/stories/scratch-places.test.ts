import { resolve } from "node:path";
import { fileSource } from "@isonga/server/kernel/imports/row-source";
import { runImport } from "@isonga/server/kernel/imports/run-import";
import { importPlaces } from "@isonga/server/places/import/import-places";
import { it } from "vitest";
import { launchBrowser } from "../world/browser.ts";
import { createWorld } from "../world/world.ts";

it("shots", async () => {
  const world = await createWorld();
  const who = await world.person("Agnes", [{ role: "ADMINISTRATOR" }]);
  for (const file of ["rw_sectors_clean.csv", "id_areas_level1-3.json"])
    await runImport(world.app.operatorContext(), { importer: importPlaces, options: {}, mode: "REJECT_EVERYTHING", dryRun: false, source: fileSource(resolve("../shared/data", file)) });
  const { jurisdiction } = await who.data<{ jurisdiction: { id: string } }>('{ jurisdiction(country: "RW", code: "24") { id } }');
  const m = "mutation ($input: CreateAgencyInput!) { createAgency(input: $input) { refusals { code } agency { id } } }";
  const made = await who.data<{ createAgency: { agency: { id: string } } }>(m, { input: { jurisdictionId: jurisdiction.id, facts: { code: "it", name: "District IT office", validFrom: "2020-07-01" } } });
  const agencyId = made.createAgency.agency.id;
  const browser = await launchBrowser();
  const errors: string[] = [];
  for (const [width, height] of [[360, 740], [1280, 900]] as const) {
    const context = await browser.newContext({ viewport: { width, height } });
    await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, url: world.url })));
    const page = await context.newPage();
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    for (const lang of ["en", "rw", "id"]) {
      for (const [name, path] of [["area", "places/RW/24"], ["prov", "places/RW/2"], ["kab", "places/ID/16.10?find=indra"], ["missing", "places/RW/zzz"]]) {
        await page.goto(`${world.url}/${lang}/app/${path}`);
        await page.waitForLoadState("networkidle");
        await page.waitForTimeout(300);
        const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (Number(over) > 0) errors.push(`${lang} ${path} ${width}: ${over}px too wide`);
        await page.screenshot({ path: `/tmp/places-shots/${name}-${lang}-${width}.png`, fullPage: true });
      }
    }
    await page.goto(`${world.url}/en/app/places/RW/24/add`);
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: "Save area" }).click();
    await page.waitForTimeout(600);
    await page.screenshot({ path: `/tmp/places-shots/refused-${width}.png` });
    await context.close();
  }
  console.info(JSON.stringify([...new Set(errors)], null, 1));
  await browser.close();
  await world.stop();
}, 300_000);
