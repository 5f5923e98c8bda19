import { mkdirSync } from "node:fs";
import pg from "pg";
import { it } from "vitest";
import { launchBrowser } from "../world/browser.ts";
import { openPostOffice, tokenIn } from "../world/post-office.ts";
import { createWorld, PASSWORD } from "../world/world.ts";

it("looks", { timeout: 240_000 }, async () => {
  const world = await createWorld({});
  const client = new pg.Client(world.database.ownerUrl);
  await client.connect();
  await client.query(`insert into area_level (country, code, position, names, key_system) values
    ('RW', 'COUNTRY', 0, '{"en":"Country"}', 'iso'), ('RW', 'DISTRICT', 2, '{"en":"District"}', 'nisr'), ('RW', 'SECTOR', 3, '{"en":"Sector"}', 'nisr') on conflict do nothing`);
  await client.query(`insert into jurisdiction (id, country, level, code, name, parent_id, path) values
    ('01900000-0000-7000-8000-000000000001', 'RW', 'COUNTRY', 'RW', 'Rwanda', null, 'RW'), ('01900000-0000-7000-8000-000000000002', 'RW', 'DISTRICT', '24', 'Huye', '01900000-0000-7000-8000-000000000001', 'RW.24'),
    ('01900000-0000-7000-8000-000000000003', 'RW', 'SECTOR', '2408', 'Ngoma', '01900000-0000-7000-8000-000000000002', 'RW.24.2408'), ('01900000-0000-7000-8000-000000000004', 'RW', 'SECTOR', '2409', 'Ngera', '01900000-0000-7000-8000-000000000002', 'RW.24.2409')`);
  await client.end();
  const admin = await world.person("Aline Uwase", [{ role: "ADMINISTRATOR" }]);
  await world.person("Claudine Mukamana", [{ role: "COORDINATOR", jurisdictionId: "01900000-0000-7000-8000-000000000002" }], "rw");
  await world.person("Samuel Habimana", [{ role: "STAFF", jurisdictionId: "01900000-0000-7000-8000-000000000003" }, { role: "VERIFIER", jurisdictionId: "01900000-0000-7000-8000-000000000004" }], "rw");
  const { invitePerson } = await admin.data<{ invitePerson: { person: { id: string } } }>(`mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { refusals { code } person { id } } }`, {
    input: { name: "Innocent Mugabo", email: "innocent.mugabo@huye.example.org", language: "rw", grants: [{ role: "STAFF", jurisdictionId: "01900000-0000-7000-8000-000000000003" }] },
  });
  const { letters } = await admin.data<{ letters: { nodes: { id: string; text: string }[] } }>(`{ letters { nodes { id text } } }`);
  const token = tokenIn(letters.nodes[0]?.text);
  const out = "/tmp/people-work/shots";
  mkdirSync(out, { recursive: true });
  const browser = await launchBrowser();
  const errors: string[] = [];
  for (const [width, height] of [[1280, 800], [360, 740]] as const) {
    const context = await browser.newContext({ viewport: { width, height } });
    const page = await context.newPage();
    page.on("console", (m) => { if (["error", "warning"].includes(m.type())) errors.push(`${m.type()} ${page.url()} ${m.text()}`); });
    page.on("pageerror", (e) => errors.push(`pageerror ${page.url()} ${e.message}`));
    const shot = async (path: string, name: string, act?: () => Promise<void>) => {
      await page.goto(`${world.url}${path}`, { waitUntil: "networkidle" });
      await page.waitForTimeout(300);
      await act?.().catch((e: Error) => errors.push(`${name}: ${e.message.slice(0, 300)}`));
      await page.screenshot({ path: `${out}/${width}-${name}.png`, fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) errors.push(`${name} at ${width} scrolls sideways by ${wide}`);
    };
    await shot(`/rw/app/accept-invitation?token=${token}`, "accept-rw", async () => { await page.getByRole("button").last().click(); await page.waitForTimeout(200); });
    await shot(`/en/app/accept-invitation?token=nope`, "accept-expired");
    await shot(`/id/app/reset-password?token=nope`, "reset-id", async () => { await page.locator("input[name=password]").fill("a long enough password"); await page.locator("form button[type=submit]").click(); await page.waitForTimeout(500); });
    await context.addCookies(admin.cookies.map(({ name, value }) => ({ name, value, url: world.url })));
    await shot("/en/app/people", "people");
    await shot("/rw/app/people", "people-rw");
    await shot("/en/app/people/invite", "invite", async () => {
      await page.locator("#grants-0-jurisdictionId").click();
      await page.keyboard.type("ng");
      await page.waitForTimeout(900);
    });
    await shot("/id/app/people/invite", "invite-refused", async () => { await page.locator("form button[type=submit]").click(); await page.waitForTimeout(600); });
    await shot(`/en/app/people/${invitePerson.person.id}`, "person");
    await shot(`/en/app/people/${invitePerson.person.id}/grant`, "grant");
    await shot("/en/app/letters", "letters");
    await shot(`/en/app/letters/${letters.nodes[0]?.id}`, "letter");
    await shot("/en/app/audit", "audit", async () => { await page.locator("summary").first().click(); });
    await shot("/en/app/account", "account");
    await shot("/rw/app/account", "account-rw", async () => { await page.locator("input[name=current]").fill("wrong wrong"); await page.locator("input[name=next]").fill("a new long password"); await page.locator("form:has(input[name=current]) button[type=submit]").click(); await page.waitForTimeout(800); });
    await context.close();
  }
  await browser.close();
  await world.stop();
  console.log([...new Set(errors)].join("\n"));
  void openPostOffice; void PASSWORD;
});
