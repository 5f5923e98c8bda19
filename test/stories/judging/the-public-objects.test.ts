import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../world/client.ts";
import type { JudgingWorld } from "../../world/judging-world.ts";
import { letters } from "./judges.helper.ts";
import {
  AFTER,
  ANSWER,
  BEFORE,
  createObjectionWorld,
  DURING,
  OBJECTION,
  OBJECTIONS,
  object,
  publicPage,
  told,
} from "./objections.helper.ts";

const SHORTLIST = '{ round(code: "kipp-2026") { shortlist { isOpen entries { reference title office area } grounds { code } } } }';

let made: JudgingWorld;
let auditor: Client;
beforeAll(async () => {
  made = await createObjectionWorld();
  auditor = await made.world.person("Agnes", [{ role: "AUDITOR" }]);
});
afterAll(() => made.stop());

async function shortlist(): Promise<{ readonly isOpen: boolean; readonly entries: readonly { readonly reference: string }[] } | null> {
  const answer = await made.world.visitor.ask<{ round: { shortlist: never } }>(SHORTLIST, {}, "/partner/graphql");
  return answer.data?.round.shortlist ?? null;
}

async function count(): Promise<number> {
  const [row] = await made.sql<{ n: number }>("select count(*)::int as n from objection");
  return row?.n ?? 0;
}

async function answer(who: Client, input: object) {
  const data = await who.ask<{ answerObjection: { refusals: readonly { code: string; field: string | null }[] } }>(ANSWER, { input });
  return data.data?.answerObjection.refusals ?? data.errors?.map(({ extensions }) => ({ code: extensions.code, field: null })) ?? [];
}

describe("the public objection of a jury round", () => {
  test("is refused to who does not oversee the judging: judges, staff and the public learn nothing of objections", async () => {
    const staff = await made.world.person("Sari", [{ role: "STAFF", agencyId: made.country.registry }]);
    for (const who of [made.judge(1).client, staff, made.world.visitor]) {
      const asked = await who.ask(OBJECTIONS, { roundId: made.roundId });
      expect(["FORBIDDEN", "NOT_FOUND", "UNAUTHENTICATED"]).toContain(asked.errors?.[0]?.extensions.code);
      expect(asked.data?.["objections"] ?? null).toBeNull();
    }
  });

  test("before its first day nothing of the shortlist is told, by page, by form or by the open interface", async () => {
    made.world.clock.turnTo(BEFORE);
    expect(await shortlist()).toBeNull();
    const page = await publicPage(made);
    expect(page).not.toContain("Inovasi nomor");
    expect(page).not.toContain('<form method="post"');
    const sent = await object(made, {});
    expect(sent.status).not.toBe(303);
    expect(await count()).toBe(0);
    expect((await told(made, made.chair)).isShown).toBe(false);
  });

  test("during it those who came through are shown by title, without ranks, and nobody else", async () => {
    made.world.clock.turnTo(DURING);
    const shown = await shortlist();
    expect(shown?.isOpen).toBe(true);
    expect(shown?.entries.map(({ reference }) => reference)).toEqual(["E01", "E02"]);
    const page = await publicPage(made, "id");
    expect(page).toContain("Inovasi nomor 1");
    expect(page).not.toContain("Inovasi nomor 3");
    expect(page).toContain("Bukan karya sendiri");
  });

  test("what is missing or wrong is said at each field together, nothing typed is lost, and nothing is written", async () => {
    const sent = await object(made, { entry: "E03", ground: "", email: "nobody", text: "  ", name: "Rahmawati <b>" });
    expect(sent.status).toBe(422);
    const page = await sent.text();
    expect(page).toContain('role="alert"');
    for (const field of ["ground", "text", "email"]) expect(page).toContain(`href="#${field}"`);
    expect(page).toContain("Rahmawati &lt;b&gt;");
    const notListed = await object(made, { entry: "E03" });
    expect(notListed.status).toBe(422);
    expect(await notListed.text()).toContain('href="#entry"');
    expect(await count()).toBe(0);
  });

  test("an objection is taken, its maker and the chair are written to, and sent twice it is one", async () => {
    const first = await object(made, {}, "id");
    expect(first.status).toBe(303);
    expect(first.headers.get("location")).toBe("/id/objections/kipp-2026?made=1");
    await Promise.all([object(made, {}, "id"), object(made, {}, "id")]);
    expect(await count()).toBe(1);
    const [received, ...more] = await letters(made, "OBJECTION_RECEIVED");
    expect(more).toEqual([]);
    expect(received).toMatchObject({ recipient: OBJECTION.email, language: "id" });
    expect((await letters(made, "OBJECTION_MADE")).map(({ recipient }) => recipient)).toEqual(["chandra@example.org"]);
    const page = await publicPage(made);
    expect(page).not.toContain("Rahmawati");
    expect(page).not.toContain("neighbouring");
  });

  test("what a machine fills in is dropped without a word, and it learns nothing from the answer", async () => {
    const sent = await object(made, { website: "https://example.org", text: "Buy this." });
    expect(sent.status).toBe(303);
    expect(await count()).toBe(1);
  });

  test("the chair and auditors see who made it; only who leads may answer, with words, at the version seen", async () => {
    const seen = await told(made, auditor);
    expect(seen).toMatchObject({ canAnswer: false, isShown: true });
    expect(seen.objections).toMatchObject([
      { reference: "E01", ground: "Not their own work", name: "Rahmawati", language: "id", state: "OPEN" },
    ]);
    const [objection] = seen.objections;
    const input = { id: objection?.id, version: objection?.version, uphold: false, answer: "It is their own: see the decree of 2018." };
    expect((await answer(auditor, input)).map(({ code }) => code)).toEqual(["FORBIDDEN"]);
    expect(await answer(made.chair, { ...input, answer: "  " })).toMatchObject([{ code: "REQUIRED", field: "answer" }]);
    expect((await answer(made.chair, { ...input, version: 99 })).map(({ code }) => code)).toEqual(["STALE_VERSION"]);
    expect((await told(made, made.chair)).objections[0]?.state).toBe("OPEN");
  });

  test("two answers at once make one, and a letter goes to the maker in their language", async () => {
    const [objection] = (await told(made, made.chair)).objections;
    const input = { id: objection?.id, version: objection?.version, uphold: false, answer: "It is their own: see the decree of 2018." };
    const both = await Promise.all([answer(made.chair, input), answer(made.admin, { ...input, uphold: true, takeOut: true })]);
    expect(both.map((refusals) => refusals.length).sort()).toEqual([0, 1]);
    expect((await answer(made.chair, input)).map(({ code }) => code)).toEqual(["WRONG_STATE"]);
    const written = await letters(made, "OBJECTION_ANSWERED");
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({ recipient: OBJECTION.email, language: "id" });
    expect(written[0]?.body_text).toContain("It is their own");
  });

  test("an upheld one takes the entry out: it leaves the shortlist, and the minutes say why", async () => {
    await object(made, { entry: "E02", ground: "untrue", text: "The office was closed all year." });
    const objection = (await told(made, made.chair)).objections.find(({ reference }) => reference === "E02");
    const input = { id: objection?.id, version: objection?.version, uphold: true, takeOut: true, answer: "We visited: it was closed." };
    expect(await answer(made.chair, input)).toEqual([]);
    expect((await shortlist())?.entries.map(({ reference }) => reference)).not.toContain("E02");
    expect(await publicPage(made)).not.toContain("Inovasi nomor 2");
    const minutes = await made.sql<{ text: string }>("select text from minute where judging_stage_id = $1 and kind = 'OUTCOME'", [
      made.stageId,
    ]);
    expect(minutes.map(({ text }) => text)).toContain("We visited: it was closed.");
  });

  test("many from one address are held up; what was typed stays", async () => {
    const results: Response[] = [];
    for (let turn = 0; turn < 12; turn += 1) results.push(await object(made, { text: `Number ${turn}` }));
    expect(results.filter(({ status }) => status === 422).length).toBeGreaterThan(0);
    const last = results.at(-1);
    expect(last?.status).toBe(422);
    expect(await last?.text()).toContain("Number 11");
  });

  test("from its end on nothing more is taken, and the page says so; answers may still be given", async () => {
    const before = await count();
    made.world.clock.turnTo(AFTER);
    const sent = await object(made, { text: "Too late." });
    expect(sent.status).toBe(422);
    expect(await count()).toBe(before);
    expect((await shortlist())?.isOpen).toBe(false);
    expect(await publicPage(made)).not.toContain('<form method="post"');
    const open = (await told(made, made.chair)).objections.find(({ state }) => state === "OPEN");
    const input = { id: open?.id, version: open?.version, uphold: false, answer: "Not so." };
    expect(await answer(made.chair, input)).toEqual([]);
  });
});
