import { sheetCode } from "@isonga/server/judging/paper/sheet-code";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { CARD_QUERY, cardOf, mark, REOPEN_CARD, SIGN_CARD, save } from "./cards.helper.ts";

const KEY = `mutation ($input: KeySheetInput!) { keySheet(input: $input) { refusals { code field values }
  sheet { ...Parts } } }
  fragment Parts on PaperSheet { code state keyedBy { name mine } reading { outcome marks { criterion value } } differences { field first second }
    viewerCan { key } }`;
const SHEETS = `query ($id: ID!, $states: [SheetState!]) { paperSheets(stageId: $id, states: $states) { nodes { code state keyedBy { name mine }
  reading { outcome marks { criterion value } } differences { field first second } viewerCan { key } } } }`;
const SHEET =
  "query ($id: ID!, $code: String!) { paperSheet(stageId: $id, code: $code) { code state reading { outcome } differences { field } } }";
const STAGES = `query ($round: ID!) { paperStages(roundId: $round) { code counts { open once differs done signed } judges { code sheets }
  viewerCan { key print } } }`;
const PAPER = "query ($id: ID!) { judgingCard(assignmentId: $id) { state fromPaper } }";
const MAY = "query ($code: String!) { round(code: $code) { viewerCan { keySheets } } }";

type Sheet = {
  readonly code: string;
  readonly state: string;
  readonly keyedBy: readonly { readonly name: string; readonly mine: boolean }[];
  readonly reading: object | null;
  readonly differences: readonly object[];
  readonly viewerCan: { readonly key: boolean };
};
type Keyed = {
  readonly keySheet: {
    readonly refusals: readonly { readonly code: string; readonly field: string | null }[];
    readonly sheet: Sheet | null;
  };
};

let judging: JudgingWorld;
let vina: Client;
let wati: Client;
beforeAll(async () => {
  judging = await createJudgingWorld({ entries: 4, judges: 2 });
  vina = await judging.world.person("Vina", [{ role: "VERIFIER", roundId: judging.roundId }]);
  wati = await judging.world.person("Wati", [{ role: "VERIFIER", roundId: judging.roundId }]);
});
afterAll(() => judging.stop());

const marks = (novelty: string, impact = "6", summary = "3") =>
  Object.entries({ novelty, impact, summary }).map(([criterion, value]) => ({ criterion, value }));
const codeOf = async (judge: number, reference: string) =>
  sheetCode({ assignmentId: await judging.assignment(judge, reference), judge: `J0${judge}`, reference });
const sheets = async (who: Client, states: readonly string[] | null = null) =>
  (await who.data<{ paperSheets: { nodes: Sheet[] } }>(SHEETS, { id: judging.stageId, states })).paperSheets.nodes;
const key = async (who: Client, code: string, more: object = {}) =>
  (await who.data<Keyed>(KEY, { input: { stageId: judging.stageId, code, outcome: "SCORED", marks: marks("7"), ...more } })).keySheet;

describe("a paper score sheet", () => {
  it("is keyed in, and read, by nobody but who leads the judging or verifies in the round; and not by its own judge", async () => {
    const code = await codeOf(1, "E01");
    const input = { stageId: judging.stageId, code, outcome: "SCORED", marks: marks("7") };
    const stranger = await judging.world.person("Sam", [{ role: "STAFF", agencyId: judging.country.registry }]);
    for (const who of [judging.judge(1).client, judging.judge(2).client, stranger, judging.world.visitor]) {
      const refused = who === judging.world.visitor ? "UNAUTHENTICATED" : "NOT_FOUND";
      expect(await who.refusal(KEY, { input })).toBe(refused);
      expect(await who.refusal(SHEETS, { id: judging.stageId })).toBe(refused);
      expect(await who.refusal(SHEET, { id: judging.stageId, code })).toBe(refused);
      expect(await who.refusal(STAGES, { round: judging.roundId })).toBe(refused);
    }
    for (const role of ["VERIFIER", "CHAIR"]) {
      await judging.sql("insert into role_grant (id, person_id, role, scope, round_id) values (gen_random_uuid(), $1, $2, 'ROUND', $3)", [
        judging.judge(1).personId,
        role,
        judging.roundId,
      ]);
      // A verifier who judges would read other judges' cards; a chair may, but not the own sheet.
      const { client } = judging.judge(1);
      if (role === "VERIFIER") expect(await client.refusal(KEY, { input })).toBe("NOT_FOUND");
      else expect((await key(client, code)).refusals).toMatchObject([{ code: "FORBIDDEN" }]);
      if (role === "VERIFIER") expect(await client.refusal(SHEETS, { id: judging.stageId })).toBe("NOT_FOUND");
      await judging.sql("delete from role_grant where person_id = $1 and role = $2", [judging.judge(1).personId, role]);
    }
    const may = async (who: Client) =>
      (await who.data<{ round: { viewerCan: { keySheets: boolean } } }>(MAY, { code: judging.roundCode })).round.viewerCan.keySheets;
    expect([await may(vina), await may(judging.chair), await may(judging.judge(1).client)]).toEqual([true, true, false]);
  });

  it("stands in a list before anybody keyed it in, and is found by its code", async () => {
    const code = await codeOf(1, "E01");
    const listed = await sheets(vina);
    expect(listed).toHaveLength(8);
    expect(listed[0]).toEqual({ code, state: "OPEN", keyedBy: [], reading: null, differences: [], viewerCan: { key: true } });
    expect(await sheets(vina, ["ONCE", "DIFFERS"])).toEqual([]);
    const found = await vina.data<{ paperSheet: Sheet }>(SHEET, { id: judging.stageId, code: code.toLowerCase() });
    expect(found.paperSheet).toMatchObject({ code, state: "OPEN", reading: null });
    expect(await vina.refusal(SHEET, { id: judging.stageId, code: "J01-E01" })).toBe("SHEET_CODE");
    const { paperStages } = await judging.chair.data<{ paperStages: object[] }>(STAGES, { round: judging.roundId });
    expect(paperStages[0]).toEqual({
      code: "desk",
      counts: { open: 8, once: 0, differs: 0, done: 0, signed: 0 },
      judges: [
        { code: "J01", sheets: 4 },
        { code: "J02", sheets: 4 },
      ],
      viewerCan: { key: true, print: true },
    });
  });

  it("has a code in which a slip is found, and marks that its rubric has", async () => {
    const code = await codeOf(1, "E01");
    const slipped = `${code.slice(0, -1)}${code.endsWith("X") ? "Y" : "X"}`;
    expect((await key(vina, slipped)).refusals).toMatchObject([{ code: "SHEET_CODE", field: "code" }]);
    expect((await key(vina, await codeOf(2, "E01"))).sheet?.state).toBe("ONCE");
    expect((await key(vina, code, { marks: marks("12") })).refusals).toMatchObject([{ code: "NOT_ON_SCALE", field: "marks.novelty" }]);
    expect((await key(vina, code, { marks: marks("7").slice(1) })).refusals).toMatchObject([{ code: "CARD_INCOMPLETE" }]);
  });

  it("is a signed card once two people read it alike, each without having seen the other's", async () => {
    const code = await codeOf(1, "E02");
    await save(judging.judge(1).client, await judging.assignment(1, "E02"), [mark("novelty", 2)], {
      notes: { privateNote: { text: "Mine", version: 0 } },
    });
    const first = await key(vina, ` ${code.toLowerCase().replaceAll("-", " – ")}`, { commentToPanel: "Fine  work" });
    expect(first.sheet).toMatchObject({ code, state: "ONCE", keyedBy: [{ name: "Vina", mine: true }], differences: [] });
    expect(first.sheet?.reading).toMatchObject({ outcome: "SCORED", marks: [{ value: "7" }, { value: "6" }, { value: "3" }] });
    // Who keys it second has nothing of the first reading.
    const unread = { state: "ONCE", keyedBy: [{ name: "Vina", mine: false }], reading: null, differences: [], viewerCan: { key: true } };
    expect((await sheets(wati)).find((sheet) => sheet.code === code)).toEqual({ code, ...unread });
    expect((await key(vina, code, { commentToPanel: "Fine work" })).sheet?.state).toBe("ONCE");
    const second = await key(wati, code, { marks: marks("7.0"), commentToPanel: "Fine work" });
    expect(second.sheet).toMatchObject({
      state: "DONE",
      keyedBy: [{ name: "Vina" }, { name: "Wati", mine: true }],
      viewerCan: { key: false },
    });
    const card = await cardOf(judging.judge(1).client, await judging.assignment(1, "E02"));
    expect(card).toMatchObject({ state: "SIGNED", outcome: "SCORED", notes: { privateNote: "Mine", commentToPanel: "Fine work" } });
    expect(card.marks.map(({ value }) => value)).toEqual(["7", "6", "3"]);
    const events = await judging.sql(
      "select act from scorecard_event v join scorecard c on c.id = v.scorecard_id where c.assignment_id = $1",
      [await judging.assignment(1, "E02")],
    );
    expect(events).toEqual([{ act: "KEY_IN" }]);
    expect((await key(vina, code)).refusals).toMatchObject([{ code: "CARD_SIGNED" }]);
  });

  it("that two people read differently shows where, and counts once they agree; a third is not asked", async () => {
    const code = await codeOf(1, "E03");
    await key(vina, code, { marks: marks("7", "6") });
    const differs = await key(wati, code, { marks: marks("1", "6"), commentToApplicant: "Go on" });
    expect(differs.sheet).toMatchObject({
      state: "DIFFERS",
      differences: [
        { field: "marks.novelty", first: "7", second: "1" },
        { field: "commentToApplicant", first: "", second: "Go on" },
      ],
    });
    expect((await key(judging.chair, code)).refusals).toMatchObject([{ code: "SHEET_KEYED" }]);
    const keyedBy = [
      { name: "Vina", mine: true },
      { name: "Wati", mine: false },
    ];
    expect(await sheets(vina, ["DIFFERS"])).toMatchObject([{ code, state: "DIFFERS", keyedBy, viewerCan: { key: true } }]);
    expect(await sheets(judging.chair, ["DIFFERS"])).toMatchObject([{ code, reading: null, viewerCan: { key: false } }]);
    expect((await cardOf(judging.judge(1).client, await judging.assignment(1, "E03"))).state).toBe("DRAFT");
    expect((await key(vina, code, { marks: marks("1", "6"), commentToApplicant: "Go on" })).sheet?.state).toBe("DONE");
  });

  it("whose card is opened again is keyed in anew by two", async () => {
    const code = await codeOf(1, "E03");
    const assignmentId = await judging.assignment(1, "E03");
    await judging.chair.data(REOPEN_CARD, { input: { assignmentId, reason: "The sheet was amended" } });
    expect((await sheets(wati)).find((sheet) => sheet.code === code)).toMatchObject({ state: "OPEN", keyedBy: [], reading: null });
    expect((await key(wati, code, { marks: marks("2") })).sheet?.state).toBe("ONCE");
    expect((await key(vina, code, { marks: marks("2") })).sheet?.state).toBe("DONE");
    const { judgingCard } = await judging.judge(1).client.data<{ judgingCard: object }>(PAPER, { id: assignmentId });
    expect(judgingCard).toEqual({ state: "SIGNED", fromPaper: true });
    await judging.chair.data(REOPEN_CARD, { input: { assignmentId, reason: "Its judge is back" } });
    const { client } = judging.judge(1);
    const again = await cardOf(client, assignmentId);
    await client.data(SIGN_CARD, { input: { assignmentId, marks: [], outcome: "SCORED", cardVersion: again.cardVersion } });
    expect((await client.data<{ judgingCard: object }>(PAPER, { id: assignmentId })).judgingCard).toEqual({
      state: "SIGNED",
      fromPaper: false,
    });
    expect((await sheets(wati)).find((sheet) => sheet.code === code)).toMatchObject({ state: "SIGNED", keyedBy: [] });
  });

  it("may say that the judge abstains", async () => {
    const code = await codeOf(2, "E03");
    const abstained = { outcome: "ABSTAINED", marks: [], abstainReason: "Not my field" };
    expect((await key(vina, code, { ...abstained, abstainReason: " " })).refusals).toMatchObject([{ code: "REASON_REQUIRED" }]);
    await key(vina, code, abstained);
    expect((await key(wati, code, abstained)).sheet?.state).toBe("DONE");
    expect(await cardOf(judging.judge(2).client, await judging.assignment(2, "E03"))).toMatchObject({ outcome: "ABSTAINED", marks: [] });
  });

  it("is printed for its judge and for the chair, in the reader's language, and for nobody else", async () => {
    const own = `/print/judging/${judging.stageId}.pdf`;
    const ofFirst = `/print/judging/${judging.stageId}/${judging.judge(1).id}.pdf`;
    for (const [who, path] of [
      [judging.judge(1).client, own],
      [judging.chair, ofFirst],
    ] as const) {
      const answer = await who.fetch(`${path}?language=id`);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
      const text = Buffer.from(await answer.arrayBuffer()).toString("latin1");
      expect(text).toContain("/Lang (id)");
      expect(text.match(/\/Type \/Page\b(?!s)/g)?.length).toBeGreaterThanOrEqual(4);
    }
    for (const [who, path] of [
      [judging.chair, own],
      [judging.judge(1).client, ofFirst],
      [judging.judge(2).client, ofFirst],
      [vina, ofFirst],
      [judging.chair, `/print/judging/${judging.stageId}/${judging.stageId}.pdf`],
      [judging.chair, "/print/judging/nothing/nobody.pdf"],
    ] as const)
      expect((await who.fetch(path)).status).toBe(404);
    expect((await judging.world.visitor.fetch(own)).status).toBe(401);
  });

  it("of a withdrawn entry, or of a stage that is closed, is keyed in no more", async () => {
    await judging.sql("update entry set state = 'WITHDRAWN' where id = $1", [judging.entry("E04").id]);
    expect((await key(vina, await codeOf(2, "E04"))).refusals).toMatchObject([{ code: "ENTRY_OUT" }]);
    await judging.stageState("CLOSED");
    expect((await key(vina, await codeOf(1, "E01"))).refusals).toMatchObject([{ code: "WRONG_STATE" }]);
    expect(await judging.judge(1).client.refusal(CARD_QUERY, { id: await judging.assignment(1, "E01") })).toBe(null);
  });
});
