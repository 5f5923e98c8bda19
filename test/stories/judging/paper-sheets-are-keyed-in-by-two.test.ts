import { sheetCode } from "@isonga/server/judging/paper/sheet-code";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../world/client.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { CARD_QUERY, cardOf, mark, save } from "./cards.helper.ts";

const KEY = `mutation ($input: KeySheetInput!) { keySheet(input: $input) { refusals { code field values }
  sheet { code state keyedBy mine differences { field first second } } } }`;
const SHEETS = "query ($id: ID!) { keyedSheets(stageId: $id) { code state keyedBy mine differences { field first second } } }";

type Sheet = {
  readonly code: string;
  readonly state: string;
  readonly keyedBy: readonly string[];
  readonly mine: boolean;
  readonly differences: readonly object[];
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
const key = async (who: Client, code: string, more: object = {}) =>
  (await who.data<Keyed>(KEY, { input: { stageId: judging.stageId, code, outcome: "SCORED", marks: marks("7"), ...more } })).keySheet;

describe("a paper score sheet", () => {
  it("is keyed in, and read, by nobody but who leads the judging or verifies in the round; and not by its own judge", async () => {
    const code = await codeOf(1, "E01");
    const input = { stageId: judging.stageId, code, outcome: "SCORED", marks: marks("7") };
    const stranger = await judging.world.person("Sam", [{ role: "STAFF", agencyId: judging.country.registry }]);
    for (const who of [judging.judge(1).client, judging.judge(2).client, stranger, judging.world.visitor]) {
      expect(await who.refusal(KEY, { input })).toBe(who === judging.world.visitor ? "UNAUTHENTICATED" : "NOT_FOUND");
      expect(await who.refusal(SHEETS, { id: judging.stageId })).toBe(who === judging.world.visitor ? "UNAUTHENTICATED" : "NOT_FOUND");
    }
    await judging.sql(
      "insert into role_grant (id, person_id, role, scope, round_id) values (gen_random_uuid(), $1, 'VERIFIER', 'ROUND', $2)",
      [judging.judge(1).personId, judging.roundId],
    );
    expect((await key(judging.judge(1).client, code)).refusals).toMatchObject([{ code: "FORBIDDEN" }]);
    await judging.sql("delete from role_grant where person_id = $1 and role = 'VERIFIER'", [judging.judge(1).personId]);
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
    expect(first.sheet).toEqual({ code, state: "ONCE", keyedBy: ["Vina"], mine: true, differences: [] });
    expect((await key(vina, code, { commentToPanel: "Fine work" })).sheet?.state).toBe("ONCE");
    const second = await key(wati, code, { marks: marks("7.0"), commentToPanel: "Fine work" });
    expect(second.sheet).toMatchObject({ state: "DONE", keyedBy: ["Vina", "Wati"] });
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
    const listed = (await vina.data<{ keyedSheets: Sheet[] }>(SHEETS, { id: judging.stageId })).keyedSheets;
    expect(listed.find((sheet) => sheet.code === code)).toMatchObject({ state: "DIFFERS", mine: true, keyedBy: ["Vina", "Wati"] });
    expect((await cardOf(judging.judge(1).client, await judging.assignment(1, "E03"))).state).toBe("DRAFT");
    expect((await key(vina, code, { marks: marks("1", "6"), commentToApplicant: "Go on" })).sheet?.state).toBe("DONE");
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
