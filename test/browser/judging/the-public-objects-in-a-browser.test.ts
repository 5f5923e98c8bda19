import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { letters } from "../../stories/judging/judges.helper.ts";
import { BEFORE, createObjectionWorld, DURING, object } from "../../stories/judging/objections.helper.ts";
import { launchBrowser } from "../../world/browser.ts";
import type { JudgingWorld } from "../../world/judging-world.ts";
import { problemsOfViews } from "../../world/page-views.ts";

let browser: Browser;
let judging: JudgingWorld;
beforeAll(async () => {
  browser = await launchBrowser();
  judging = await createObjectionWorld({ perEntry: 0 });
});
afterAll(async () => {
  await browser.close();
  await judging.stop();
});

async function visit(path: string, more: { readonly javaScriptEnabled?: boolean; readonly chair?: boolean } = {}): Promise<Page> {
  const { url } = judging.world;
  const { chair = false, javaScriptEnabled = true } = more;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled });
  if (chair) await context.addCookies(judging.chair.cookies.map(({ name, value }) => ({ name, value, url })));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${url}/${path}`);
  return page;
}

describe("the public objection in a browser", () => {
  it("shows nothing before its first day", async () => {
    judging.world.clock.turnTo(BEFORE);
    const page = await visit("en/objections/kipp-2026", { javaScriptEnabled: false });
    await page.getByText("The shortlist is not public yet").waitFor();
    expect(await page.getByText("Inovasi nomor").count()).toBe(0);
    await page.context().close();
  });

  it("is made without script: what is wrong is said, nothing typed is lost, and then it is received", async () => {
    judging.world.clock.turnTo(DURING);
    const page = await visit("id/objections/kipp-2026", { javaScriptEnabled: false });
    await page.locator("#entry").selectOption("E01");
    await page.locator("#ground").selectOption("not-own");
    await page.locator("#text").fill("Kabupaten tetangga sudah melakukannya pada 2019.");
    await page.locator("#name").fill("Rahmawati");
    await page.locator("#email").fill("rahmawati@salah");
    await page.locator("form.form button[type=submit]").click();
    await page.locator("[role=alert] a[href='#email']").waitFor();
    expect(await page.locator("#text").inputValue()).toBe("Kabupaten tetangga sudah melakukannya pada 2019.");
    expect(await page.locator("#entry").inputValue()).toBe("E01");
    expect(await page.locator("#ground").inputValue()).toBe("not-own");
    await page.locator("#email").fill("rahmawati@example.org");
    await page.locator("form.form button[type=submit]").click();
    await page.getByText("Sanggahan Anda telah diterima").waitFor();
    expect(await letters(judging, "OBJECTION_RECEIVED")).toMatchObject([{ recipient: "rahmawati@example.org", language: "id" }]);
    await page.context().close();
  });

  it("stands in three languages on a desk and on a phone: the public's page, the chair's and its dialog", async () => {
    await object(judging, { entry: "E02", ground: "untrue", text: "The office was closed all year." });
    const [open] = await judging.sql<{ id: string }>("select id from objection where text like 'The office%'");
    const page = await visit("en/app/rounds/kipp-2026/objections", { chair: true });
    const base = "app/rounds/kipp-2026/objections";
    const paths = [base, `${base}/${open?.id}`, "objections/kipp-2026"];
    expect(await problemsOfViews(page, { url: judging.world.url, paths, name: "objections" })).toEqual([]);
    await page.context().close();
  }, 180_000);

  it("is answered by the chair, who upholds one and takes the entry out", async () => {
    const page = await visit("en/app/rounds/kipp-2026/objections?state=OPEN", { chair: true });
    await page.getByRole("link", { name: /Answer the objection to E02/ }).click();
    const dialog = page.getByRole("dialog", { name: /Answer the objection to E02/ });
    await dialog.getByRole("button", { name: "Dismiss and send" }).click();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByRole("radio", { name: "Upheld" }).check();
    await dialog.getByRole("checkbox", { name: "Take the entry out of the judging" }).check();
    await dialog.getByLabel("Answer", { exact: false }).last().fill("We visited: it was closed.");
    await dialog.getByRole("button", { name: "Uphold and send" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(page.url()).toContain("state=OPEN");
    await page.getByRole("combobox", { name: "Show" }).click();
    await page.getByRole("option", { name: "Upheld (1)" }).click();
    await page.getByText("We visited: it was closed.").waitFor();
    expect(await page.getByRole("link", { name: /Answer the objection to E02/ }).count()).toBe(0);
    const open = await visit("en/objections/kipp-2026", { javaScriptEnabled: false });
    await open.getByText("Inovasi nomor 1").first().waitFor();
    expect(await open.getByText("Inovasi nomor 2").count()).toBe(0);
    await open.context().close();
    await page.context().close();
  });
});
