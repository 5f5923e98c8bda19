import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { KEEPS_PAGES, launchLasting } from "../../world/browser.ts";
import { pdfFile, pngFile } from "../../world/entries/document-files.ts";
import { chips, createDeskWorld, type DeskWorld, saving, takeAlong } from "../../world/judging/judge-desk.ts";

/** Gives a mark by keyboard. */
async function give(page: Page, criterion: string, mark: string): Promise<void> {
  await chips(page, criterion).getByRole("radio").first().focus();
  await page.keyboard.press(mark);
}

/** Gives all marks of the card in hand and signs it, by keyboard. */
async function judge(page: Page, marks: readonly [string, string, string]): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  for (const [index, criterion] of (["novelty (en)", "impact (en)", "summary (en)"] as const).entries()) {
    await give(page, criterion, marks[index] ?? "");
  }
  await page.keyboard.press("Control+Enter");
  const before = await heading.textContent();
  await page.getByRole("dialog").getByRole("button", { name: "Sign" }).click();
  await page.waitForFunction((words) => document.querySelector("h1")?.textContent !== words, before);
}

describe("a judge without a network", { timeout: 240_000 }, () => {
  let desk: DeskWorld;

  beforeAll(async () => {
    desk = await createDeskWorld({ entries: 4, judges: 4 });
    await desk.prove("E01", { name: "evidence-1.png", mediaType: "image/png", content: pngFile() });
    await desk.prove("E01", { name: "evidence-2.pdf", mediaType: "application/pdf", content: pdfFile() });
  });
  afterEach(() => desk.closePages());
  afterAll(() => desk.stop());

  it("scores, comments and signs from the entries taken along, through a reload, and sends each act once", async () => {
    const context = await desk.device(1, KEEPS_PAGES);
    const page = await desk.open(context, `judging/stages/${desk.stageId}`);
    await takeAlong(page);
    await page.getByText("Entries 4, files 2").waitFor();
    const acts: { readonly act: string; readonly key: string }[] = [];
    context.on("request", (request) => {
      const body = request.postData() ?? "";
      const act = /mutation (\w+)/.exec(body)?.[1];
      if (act) acts.push({ act, key: /"idempotencyKey":"([^"]+)"/.exec(body)?.[1] ?? "" });
    });
    await context.setOffline(true);
    await page.goto(`${desk.world.url}/en/app/${await desk.card(1, "E01")}`);
    await page.getByText("As kept on this device on").waitFor();
    await page.getByRole("button", { name: "Show evidence-1.png" }).click();
    const picture = page.getByRole("img", { name: "evidence-1.png" });
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
    await give(page, "novelty (en)", "7");
    await page.getByLabel("Private note").fill("Written on the bus");
    await saving(page, "Waiting for the network");
    await page.reload();
    await page.waitForFunction(() => document.querySelector("textarea")?.value === "Written on the bus");
    expect(await chips(page, "novelty (en)").getByRole("radio", { name: "7" }).isChecked()).toBe(true);
    await judge(page, ["8", "9", "3"]);
    for (const mark of ["2", "3", "4"]) await judge(page, [mark, mark, mark]);
    await page.getByText("All your scorecards are signed.").waitFor();
    expect(await desk.marks(1)).toEqual([]);
    acts.length = 0;

    await context.setOffline(false);
    await expect.poll(() => desk.signed(1), { timeout: 30_000 }).toEqual(["E01", "E02", "E03", "E04"]);
    // Each act once, each card's own in their order: the signature last.
    expect(new Set(acts.map(({ key }) => key)).size).toBe(acts.length);
    expect(acts.filter(({ act }) => act === "SignCard")).toHaveLength(4);
    expect(acts.at(-1)?.act).toBe("SignCard");
    const ofFirst = (await desk.marks(1)).filter(({ reference }) => reference === "E01");
    expect(ofFirst.map(({ criterion, value }) => `${criterion} ${value}`)).toEqual(["impact 9", "novelty 8", "summary 3"]);
    await page.getByText("Waiting for the network").first().waitFor({ state: "hidden" });
  });

  it("goes on after the browser was closed, with the server still away", async () => {
    const folder = await mkdtemp(join(tmpdir(), "isonga-desk-"));
    const cookies = desk.judge(2).client.cookies.map(({ name, value }) => ({ name, value, url: desk.world.url, expires: 4_000_000_000 }));
    const first = await launchLasting(folder);
    await first.addCookies(cookies);
    const page = await first.newPage();
    await page.goto(`${desk.world.url}/en/app/judging/stages/${desk.stageId}`);
    await takeAlong(page);
    const card = `${desk.world.url}/en/app/${await desk.card(2, "E02")}`;
    await first.setOffline(true);
    await page.goto(card);
    await give(page, "novelty (en)", "6");
    await saving(page, "Waiting for the network");
    await first.close();

    const second = await launchLasting(folder);
    await second.setOffline(true);
    const again = await second.newPage();
    await again.goto(card);
    await saving(again, "Waiting for the network");
    expect(await chips(again, "novelty (en)").getByRole("radio", { name: "6" }).isChecked()).toBe(true);
    await second.setOffline(false);
    await expect
      .poll(() => desk.marks(2), { timeout: 30_000 })
      .toEqual([{ reference: "E02", criterion: "novelty", value: "6", version: 1 }]);
    await second.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("is asked mark by mark where another device has written meanwhile, and signs only what was seen", async () => {
    const [bus, office] = [await desk.device(3, KEEPS_PAGES), await desk.device(3, KEEPS_PAGES)];
    const path = await desk.card(3, "E03");
    const away = await desk.open(bus, path);
    await chips(away, "novelty (en)").waitFor();
    await away.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await bus.setOffline(true);
    await give(away, "novelty (en)", "3");
    await give(away, "impact (en)", "4");
    await give(away, "summary (en)", "5");
    await saving(away, "Waiting for the network");
    await away.keyboard.press("Control+Enter");
    await away.getByRole("dialog").getByRole("button", { name: "Sign" }).click();

    const here = await desk.open(office, path);
    await give(here, "novelty (en)", "9");
    await saving(here, "Saved");
    await bus.setOffline(false);
    await away.goto(`${desk.world.url}/en/app/${path}`);
    const choice = away.getByRole("group", { name: "novelty (en): Changed on another device" });
    await choice.waitFor({ timeout: 30_000 });
    expect(await desk.signed(3)).toEqual([]);
    await away.getByText("Look at it and sign again.").waitFor();
    await choice.getByRole("button", { name: "Take what is there" }).click();
    await choice.waitFor({ state: "hidden" });
    await expect
      .poll(async () => (await desk.marks(3)).map(({ criterion, value }) => `${criterion} ${value}`))
      .toEqual(["impact 4", "novelty 9", "summary 5"]);
    await away.keyboard.press("Control+Enter");
    await away.getByRole("dialog").getByRole("button", { name: "Sign" }).click();
    await expect.poll(() => desk.signed(3), { timeout: 20_000 }).toEqual(["E03"]);
  });

  it("keeps what a closed stage does not take, gives it as a file, and discards it only when told", async () => {
    const context = await desk.device(4, KEEPS_PAGES);
    const page = await desk.open(context, await desk.card(4, "E04"));
    await chips(page, "novelty (en)").waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await give(page, "novelty (en)", "5");
    await saving(page, "Waiting for the network");
    await desk.stageState("CLOSED");
    await context.setOffline(false);
    await page.getByText("What you did here cannot be delivered").waitFor({ timeout: 30_000 });
    await page.getByText("This stage takes no more marks.").first().waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save a copy as a file" }).click();
    const file = await (await download).createReadStream();
    const text = (await file.toArray()).join("");
    expect(JSON.parse(text)).toMatchObject({ reference: "E04", marks: { novelty: { value: "5" } } });

    // Signing out asks first, since something would be lost.
    await page.getByRole("button", { name: "Judge AD" }).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.getByRole("dialog").getByText("1 change was not accepted; its page says why.").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();

    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
    await page.getByText("This stage takes no marks now.").waitFor();
    await desk.stageState("SCORING");
    expect(await desk.marks(4)).toEqual([]);
  });

  it("leaves nothing on the device after signing out", async () => {
    const context = await desk.device(4, KEEPS_PAGES);
    const page = await desk.open(context, `judging/stages/${desk.stageId}`);
    await takeAlong(page);
    await page.getByRole("button", { name: "Judge AD" }).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.waitForURL("**/sign-in**");
    const left = await page.evaluate(async () => ({
      evidence: (await caches.has("isonga-judging-1")) ? (await (await caches.open("isonga-judging-1")).keys()).length : 0,
      kept: await new Promise<number>((done) => {
        const opening = indexedDB.open("isonga-offline");
        opening.onsuccess = () => {
          const asking = opening.result.transaction("kept").objectStore("kept").getAllKeys();
          asking.onsuccess = () => done(asking.result.filter((key) => String(key).includes("judging")).length);
        };
      }),
    }));
    expect(left).toEqual({ evidence: 0, kept: 0 });
  });
});
