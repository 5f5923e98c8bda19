import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PIN, RECUSE } from "../../stories/judging/judges.helper.ts";
import { launchBrowser } from "../../world/browser.ts";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { settled } from "../../world/page-checks.ts";
import { problemsOfViews } from "../../world/page-views.ts";

let browser: Browser;
let made: JudgingWorld;
let dewi: Client;

beforeAll(async () => {
  browser = await launchBrowser();
  made = await createJudgingWorld({ entries: 4, judges: 3 });
  dewi = await made.world.person("Dewi", [], "id");
});
afterAll(async () => {
  await browser?.close();
  await made?.stop();
});

async function open(who: Client, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies(who.cookies.map(({ name, value }) => ({ name, value, url: made.world.url })));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${made.world.url}/en/app/${path}`);
  return page;
}

describe("judges, through the pages", () => {
  it("shows a judge nothing of the round's judges", async () => {
    const page = await open(made.judge(1).client, "rounds/kipp-2026/judges");
    await settled(page);
    expect(await page.getByText("Judge AB").count()).toBe(0);
    await page.context().close();
  });

  it("are invited from a pasted list that is checked first", async () => {
    const page = await open(made.chair, "rounds/kipp-2026/judges");
    await page.getByRole("link", { name: "Invite judges" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Who").fill("Keza <keza@example.org>\nnobody\ndewi@example.org");
    await dialog.getByLabel("Panel in JUDGING (en)").first().click();
    await page.getByRole("option", { name: "Panel A (en)" }).click();
    await dialog.getByRole("button", { name: "Check the list" }).click();
    await dialog.getByText("An account will be made").waitFor();
    await dialog.getByText("Has an account").waitFor();
    await dialog.getByRole("button", { name: "Invite 2 people" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByText("J04 Keza").waitFor();
    await page.getByText("J05 Dewi").waitFor();
    await page.context().close();
  });

  it("read the code of conduct, say what they know and what ties them, and accept", async () => {
    const page = await open(dewi, "judging");
    await page.getByText("You are asked to judge in this round.").waitFor();
    await page.getByRole("link", { name: "Read and answer" }).click();
    const accept = page.getByRole("button", { name: "Accept", exact: true });
    await accept.waitFor();
    expect(await accept.isDisabled()).toBe(true);
    await page.getByLabel("I have read these rules and accept them").check();
    await accept.click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Health (en)").check();
    await page.getByRole("button", { name: "Add an area or office" }).click();
    await page.getByRole("textbox", { name: "Area", exact: true }).fill("Ogan");
    await page.getByRole("option", { name: /Kabupaten Ogan Ilir/ }).click();
    await page.getByLabel("Office in it").first().click();
    await page.getByRole("option", { name: /Dinas Kesehatan/ }).click();
    await accept.click();
    await page.getByText("No entries are assigned to you yet.").waitFor();
    const [judge] = await made.sql(
      "select state, expertise, no_ties from judge j join person p on p.id = j.person_id where p.name = 'Dewi'",
    );
    expect(judge).toEqual({ state: "ACCEPTED", expertise: ["HEALTH"], no_ties: false });
    await page.context().close();
  });

  it("are replaced by who may judge what they left", async () => {
    const { client } = made.judge(1);
    expect(
      await client.refusal(RECUSE, {
        input: { assignmentId: await made.assignment(1, "E01"), kind: "FAMILY", reason: "My sister wrote it" },
      }),
    ).toBeNull();
    await made.chair.data(PIN, { input: { judgeId: made.judge(2).id, kind: "OTHER", jurisdictionId: made.country.muara } });
    const page = await open(made.chair, "rounds/kipp-2026/judges/replacements");
    await page.getByText("Stepped back: My sister wrote it").waitFor();
    await page.getByRole("link", { name: "Find a replacement: E01" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("J05 Dewi").check();
    await dialog.getByRole("button", { name: "Take over" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByText("My sister wrote it").waitFor({ state: "detached" });
    await page.context().close();
  });

  it("hand over all that they have not signed to another, and what is in conflict stays", async () => {
    const way = "rounds/kipp-2026/judges";
    const denied = await open(made.judge(2).client, `${way}/${made.judge(3).id}/replace`);
    await settled(denied);
    expect(await denied.getByRole("dialog").count()).toBe(0);
    await denied.context().close();
    const owned = (code: string) =>
      made.sql<{ reference: string }>(
        `select e.reference from assignment a join judge j on j.id = a.judge_id join entry e on e.id = a.entry_id
         where j.code = $1 and a.ended_at is null order by 1`,
        [code],
      );
    const references = async (code: string) => (await owned(code)).map(({ reference }) => reference);
    expect(await references("J03")).toEqual(["E01", "E02", "E03", "E04"]);
    const [dewis] = await made.sql<{ id: string }>("select id from judge where code = 'J05'");
    await made.chair.data(PIN, { input: { judgeId: dewis?.id, kind: "OTHER", jurisdictionId: made.country.muara } });
    const page = await open(made.chair, "rounds/kipp-2026");
    await page.getByRole("link", { name: "Judges", exact: true }).click();
    // One calm button a row; what it offers is reached by keyboard.
    await page.getByRole("button", { name: "Change: Judge AC" }).focus();
    expect(await page.getByRole("row", { name: /J03/ }).getByRole("button").count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Replace" }).waitFor();
    await page.getByRole("menuitem", { name: "Replace" }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Take over" }).click();
    await dialog.getByText("Choose who takes over.").waitFor();
    await dialog.getByLabel("Who takes over").first().fill("dewi");
    await page.getByRole("option", { name: /J05 Dewi/ }).click();
    await dialog.getByRole("button", { name: "Take over" }).click();
    await dialog.getByText("1 entry taken over").waitFor();
    // The first they have already; the others are of the place that they must keep away from.
    for (const reference of ["E01", "E02", "E04"]) await dialog.getByText(new RegExp(`^${reference}: `)).waitFor();
    await dialog.getByRole("button", { name: "Back to the judges" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect([await references("J03"), await references("J05")]).toEqual([
      ["E01", "E02", "E04"],
      ["E01", "E03"],
    ]);
    await page.context().close();
  });

  it("are welcomed in three languages, on a desk and on a phone", { timeout: 120_000 }, async () => {
    await made.sql("update judge set conduct_of = null where code = 'J01'");
    const own = await open(made.judge(1).client, "judging");
    const [{ id: mine }] = [made.judge(1)];
    const ways = ["app/judging", `app/judging/accept/${mine}`];
    expect(await problemsOfViews(own, { url: made.world.url, paths: ways, name: "judgeships" })).toEqual([]);
    await own.context().close();
  });
});
