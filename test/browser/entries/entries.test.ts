import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { KEEPS_PAGES } from "../../world/browser.ts";
import { createEditorWorld, type EditorWorld, fill, saving, taken } from "../../world/entries/entry-editor.ts";

describe("the editor of entries in a browser", { timeout: 120_000 }, () => {
  let editor: EditorWorld;

  beforeAll(async () => {
    editor = await createEditorWorld();
  });
  afterEach(() => editor.closePages());
  afterAll(() => editor.stop());

  it("begins a draft and writes in it without a network after one visit, through a reload, and sends it once", async () => {
    const context = await editor.visitor(editor.sari, KEEPS_PAGES);
    const page = await editor.open(context, "entries");
    await page.getByRole("link", { name: "Begin an entry" }).waitFor();
    // One of its own a try: what an earlier try began is still there.
    const title = `Lope Capil ${randomUUID().slice(0, 8)}`;
    const begun = async () => (await editor.entries()).filter((entry) => entry.title === title);
    await taken(page);
    await context.setOffline(true);

    await page.getByRole("link", { name: "Begin an entry" }).click();
    await page.getByText("It was applied or developed further between 1 January 2024 and 31 December 2025.").waitFor();
    await page.getByLabel("Title of the innovation").fill(title);
    await page.getByRole("button", { name: "Begin the draft" }).click();
    await page.getByText("This draft is on this device.").waitFor();
    await page.getByRole("link", { name: "Aim, benefit, result" }).click();
    await fill(page, "Aim", "Certificates at home");
    await saving(page, "Waiting for the network");
    await fill(page, "Aim", "Certificates at home, the same day");
    await fill(page, "Benefit", "Nobody travels");

    await page.reload();
    await page.waitForFunction(() => document.querySelector("textarea")?.value === "Certificates at home, the same day");
    await saving(page, "Waiting for the network");
    expect(await begun()).toEqual([]);

    await context.setOffline(false);
    await saving(page, "Saved");
    const [sent, ...others] = await begun();
    expect(others).toEqual([]);
    expect(sent).toMatchObject({ title, state: "DRAFT" });
    expect(page.url()).toContain(`/entries/${sent?.id}/`);
    await expect
      .poll(() => editor.answers(sent?.id))
      .toMatchObject({
        title: { value: title },
        aim: { value: "Certificates at home, the same day" },
        benefit: { value: "Nobody travels", version: 1 },
      });
  });

  it("keeps what was being written when the page dies in the midst of it", async () => {
    const id = await editor.begin("Struck down");
    const context = await editor.visitor(editor.sari);
    const page = await editor.open(context, `entries/${id}/results`);
    await fill(page, "Aim", "Kept before the pause");
    await saving(page, "Saved");
    const tools = await context.newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    await page.getByLabel("Aim", { exact: true }).fill("Kept at the last key");
    // No event tells a page that its process ends.
    tools.send("Page.crash").catch(() => undefined);
    await crashed;
    const again = await editor.open(context, `entries/${id}`);
    await expect.poll(() => editor.answers(id)).toMatchObject({ aim: { value: "Kept at the last key", version: 2 } });
    await again.goto(`${editor.world.url}/en/app/entries/${id}/results`);
    await expect.poll(() => again.getByLabel("Aim", { exact: true }).inputValue()).toBe("Kept at the last key");
  });

  it("opens the list and an entry of the device when the server is out of reach", async () => {
    const id = await editor.begin("Aku Mandiri");
    const context = await editor.visitor(editor.sari, KEEPS_PAGES);
    const page = await editor.open(context, "entries");
    await page.getByRole("link", { name: "Aku Mandiri" }).waitFor();
    await taken(page, id);
    await context.setOffline(true);
    await page.reload();
    await page.getByText("These are the entries kept on this device").waitFor();
    await page.getByRole("link", { name: "Aku Mandiri" }).click();
    await page.getByText("As kept on this device").waitFor();
    await page.getByRole("link", { name: "Means (en)" }).click();
    await page.getByLabel("REGULATION 2 (en)").check({ force: true });
    await page
      .getByText("2 things", { exact: false })
      .or(page.getByText("things are missing", { exact: false }))
      .first()
      .waitFor();
    await context.setOffline(false);
    await saving(page, "Saved");
    expect(await editor.claims(id)).toEqual([{ indicator: "REGULATION", claimed: 2, version: 1 }]);
  });

  it("keeps two tabs of one person from sending anything twice or quarrelling", async () => {
    const id = await editor.begin(`Two tabs ${randomUUID().slice(0, 8)}`);
    const context = await editor.visitor(editor.sari);
    const first = await editor.open(context, `entries/${id}/results`);
    const second = await editor.open(context, `entries/${id}/results`);
    await first.getByLabel("Aim", { exact: true }).waitFor();
    await second.getByLabel("Aim", { exact: true }).waitFor();
    let sent = 0;
    // Those that arrived: a try in the last moment without a network is none.
    context.on("requestfinished", (request) => {
      if (request.postData()?.includes("saveAnswers(")) sent += 1;
    });
    await context.setOffline(true);
    await fill(first, "Aim", "From the first tab");
    await second.waitForFunction(() => document.querySelector("textarea")?.value === "From the first tab");
    await fill(second, "Benefit", "From the second tab");
    await first.getByText("Waiting for the network").first().waitFor();
    sent = 0;
    await context.setOffline(false);
    for (const page of [first, second]) await saving(page, "Saved");
    expect(sent).toBe(2);
    expect(await editor.answers(id)).toMatchObject({
      aim: { value: "From the first tab", version: 1 },
      benefit: { value: "From the second tab", version: 1 },
    });
    await fill(first, "Aim", "Again from the first");
    await second.waitForFunction(() => document.querySelector("textarea")?.value === "Again from the first");
    await fill(second, "Aim", "Then from the second");
    await expect.poll(() => editor.answers(id)).toMatchObject({ aim: { value: "Then from the second", version: 3 } });
  });

  it("shows two authors each other, and gives them a choice field by field where they met", async () => {
    const id = await editor.begin(`Two authors ${randomUUID().slice(0, 8)}`);
    const mine = await editor.open(await editor.visitor(editor.sari), `entries/${id}/results`);
    await mine.getByLabel("Aim", { exact: true }).focus();
    const theirs = await editor.open(await editor.visitor(editor.budi), `entries/${id}/results`);
    await theirs.getByLabel("Aim", { exact: true }).focus();
    await theirs.getByText("Sari is here too").waitFor();
    await fill(theirs, "Aim", "Budi's aim");
    await saving(theirs, "Saved");
    await fill(mine, "Aim", "Sari's aim");
    await fill(mine, "Benefit", "Sari's benefit");
    const choice = mine.getByRole("group", { name: "Changed by someone else" });
    await choice.waitFor();
    await choice.getByText("Budi's aim").waitFor();
    await choice.getByText("Sari's aim").waitFor();
    await expect
      .poll(() => editor.answers(id))
      .toMatchObject({ aim: { value: "Budi's aim", version: 1 }, benefit: { value: "Sari's benefit" } });
    await mine.reload();
    await choice.getByRole("button", { name: "Use mine" }).click();
    await expect.poll(() => editor.answers(id)).toMatchObject({ aim: { value: "Sari's aim", version: 2 } });
    await choice.waitFor({ state: "detached" });
  });

  it("takes a draft away as a file and loads it again, and refuses what is no draft of it", async () => {
    const id = await editor.begin(`In a file ${randomUUID().slice(0, 8)}`);
    const page = await editor.open(await editor.visitor(editor.sari), `entries/${id}/results`);
    await fill(page, "Aim", "To be kept");
    await saving(page, "Saved");
    await page.goto(`${editor.world.url}/en/app/entries/${id}`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the draft as a file" }).click(),
    ]);
    const file = readFileSync(await download.path(), "utf8");
    await editor.save(id, "aim", "Written over", 1);
    await page.reload();
    await load(page, file.replace(id, "01900000-0000-7000-8000-000000000000"));
    await page.getByText("This file is the draft of another entry").waitFor();
    await load(page, "<html>");
    await page.getByText("This file is no draft of an entry").waitFor();
    await load(page, file);
    await page.getByText("The file changes 1 answer").waitFor();
    await page.getByRole("button", { name: "Load it" }).click();
    await page.getByText("1 answer was loaded").waitFor();
    await expect.poll(() => editor.answers(id)).toMatchObject({ aim: { value: "To be kept", version: 3 } });
  });

  it("edits the form of an open round as a new version with its reason, which drafts begun before do not follow", async () => {
    const before = await editor.begin("Begun before");
    const page = await editor.open(await editor.visitor(editor.administrator), "rounds/iga-2026/form");
    await page.locator("summary", { hasText: "Links and place" }).click();
    await page.locator("summary", { hasText: "Web addresses" }).click();
    await page.locator("#definition-tasks-5-fields-0-label-en").fill("Pages of the web");
    await page.getByRole("button", { name: "Write a new version" }).click();
    await page.getByRole("alert").getByText("reason", { exact: false }).first().waitFor();
    await page.getByLabel("Why the form changes").fill("Clearer words");
    await page.getByRole("button", { name: "Try the form out" }).click();
    await page.getByText("Pages of the web").waitFor();
    await page.getByRole("button", { name: "Write a new version" }).click();
    await page.getByText("Clearer words").waitFor();
    const draft = await editor.open(await editor.visitor(editor.sari), `entries/${before}/links`);
    await draft.getByText("Web addresses").waitFor();
    const later = await editor.open(await editor.visitor(editor.sari), `entries/${await editor.begin("Begun after")}/links`);
    await later.getByText("Pages of the web").waitFor();
  });

  it("edits the region's own tasks beside those of innovations, which only who leads the round may", async () => {
    const author = await editor.open(await editor.visitor(editor.sari), "rounds/iga-2026/form");
    await author.getByText("A region's own rows").first().waitFor();
    expect(await author.getByRole("button", { name: "Write a new version" }).count()).toBe(0);
    expect(await author.locator("[id^=definition-regional]").count()).toBe(0);

    const page = await editor.open(await editor.visitor(editor.administrator), "rounds/iga-2026/form");
    const title = page.locator("#definition-regional-0-title-en");
    await page.locator("details", { has: title }).last().locator("summary").first().click();
    await title.fill("");
    await page.getByLabel("Why the form changes").fill("The region's tasks have names of their own");
    await page.getByRole("button", { name: "Write a new version" }).click();
    await page.getByRole("alert").getByRole("link").first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^definition-regional-0-title/);
    await title.fill("What the region wants to reach");
    await page.getByRole("button", { name: "Try the form out" }).click();
    await page.getByText("What the region wants to reach").first().waitFor();
    await page.getByRole("button", { name: "Write a new version" }).click();
    await page.getByText("The region's tasks have names of their own").waitFor();
    await page.reload();
    await page.locator("summary", { hasText: "What the region wants to reach" }).first().waitFor();
    const definition = await editor.form();
    expect(definition.regional?.[0]?.title).toMatchObject({ en: "What the region wants to reach" });
    expect(definition.tasks.map(({ code }) => code)).toContain("links");
  });

  it("opens a kept entry and drafts in it although the server is down, and says that it waits", async () => {
    const id = await editor.begin("The server is down");
    const page = await editor.open(await editor.visitor(editor.sari, KEEPS_PAGES), `entries/${id}`);
    await page.getByText("tasks completed").waitFor();
    await page.goto(`${editor.world.url}/en/app/entries`);
    await taken(page, id);
    await editor.stopServer();
    await page.goto(`${editor.world.url}/en/app/entries/${id}/results`);
    await fill(page, "Aim", "Written while the server is down");
    await saving(page, "Waiting for the network");
    await page.reload();
    await page.waitForFunction(() => document.querySelector("textarea")?.value === "Written while the server is down");
  });

  async function load(page: Page, text: string): Promise<void> {
    const file = { name: "draft.json", mimeType: "application/json", buffer: Buffer.from(text) };
    await page.locator("input[type=file]").setInputFiles(file);
  }
});
