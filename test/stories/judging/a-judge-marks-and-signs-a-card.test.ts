import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import {
  type Answered,
  CARD_QUERY,
  cardOf,
  codes,
  fullMarks,
  mark,
  queueOf,
  REOPEN_CARD,
  SAVE_CARD,
  SIGN_CARD,
  SKIP_CARD,
  save,
  sign,
} from "./cards.helper.ts";

let judging: JudgingWorld;
beforeAll(async () => {
  judging = await createJudgingWorld({ entries: 10 });
});
afterAll(() => judging.stop());

const client = (number: number) => judging.judge(number).client;

describe("a judge's card", () => {
  it("is nobody's but its judge's, by whatever door", async () => {
    const id = await judging.assignment(1, "E01");
    await save(client(1), id, [mark("novelty", 5)]);
    for (const other of [judging.world.visitor, client(2), judging.chair, judging.admin]) {
      const asked = await other.ask(CARD_QUERY, { id });
      const nothing = await other.ask(CARD_QUERY, { id: randomUUID() });
      expect(asked.errors?.[0]?.extensions.code).toBe(other === judging.world.visitor ? "UNAUTHENTICATED" : "NOT_FOUND");
      expect(asked.errors?.[0]?.message).toBe(nothing.errors?.[0]?.message);
    }
    for (const other of [client(2), judging.chair, judging.admin]) {
      expect(await other.refusal(SAVE_CARD, { input: { assignmentId: id, marks: [mark("novelty", 1, 1)] } })).toBe("NOT_FOUND");
      const input = { assignmentId: id, outcome: "ABSTAINED", abstainReason: "no", cardVersion: 1 };
      expect(await other.refusal(SIGN_CARD, { input })).toBe("NOT_FOUND");
      expect(await other.refusal(SKIP_CARD, { input: { assignmentId: id } })).toBe("NOT_FOUND");
    }
    expect((await cardOf(client(1), id)).marks).toEqual([{ criterion: "novelty", value: "5", comment: null, version: 1 }]);
  });

  it("is none before its judge has accepted, and none once the role was taken back", async () => {
    const id = await judging.assignment(3, "E01");
    const { id: judgeId, personId } = judging.judge(3);
    await judging.sql("update judge set state = 'INVITED' where id = $1", [judgeId]);
    expect(await client(3).refusal(CARD_QUERY, { id })).toBe("NOT_FOUND");
    expect(await client(3).refusal(SAVE_CARD, { input: { assignmentId: id } })).toBe("NOT_FOUND");
    await judging.sql("update judge set state = 'ACCEPTED' where id = $1", [judgeId]);
    await judging.sql("update role_grant set role = 'VERIFIER' where person_id = $1", [personId]);
    expect(await client(3).refusal(CARD_QUERY, { id })).toBe("NOT_FOUND");
    expect(await client(3).refusal(SAVE_CARD, { input: { assignmentId: id } })).toBe("NOT_FOUND");
    await judging.sql("update role_grant set role = 'JUDGE' where person_id = $1", [personId]);
    expect((await cardOf(client(3), id)).state).toBe("DRAFT");
  });

  it("keeps what is complete or not, and freezes the rubric with the first mark", async () => {
    const id = await judging.assignment(1, "E02");
    const first = await save(client(1), id, [mark("novelty", 6, 0, "Bold")], {
      notes: { privateNote: { text: "Look again", version: 0 } },
    });
    expect(first.card).toMatchObject({ cardVersion: 1, state: "DRAFT", notes: { privateNote: "Look again", privateVersion: 1 } });
    const second = await save(client(1), id, [mark("impact", 9), mark("novelty", "6.0", 0, "Bold")]);
    expect(second).toMatchObject({ refusals: [], conflicts: [], notesConflict: null });
    expect(second.card?.marks).toEqual([
      { criterion: "novelty", value: "6", comment: "Bold", version: 1 },
      { criterion: "impact", value: "9", comment: null, version: 1 },
    ]);
    expect((await judging.sql("select from judging_stage where id = $1 and first_mark_at is not null", [judging.stageId])).length).toBe(1);
  });

  it("takes no mark off the scale, of no criterion, and no comment where none belongs", async () => {
    const id = await judging.assignment(1, "E03");
    const refused = await save(client(1), id, [mark("novelty", 11), mark("impact", "7.5"), mark("summary", 6), mark("beauty", 3)]);
    expect(codes(refused)).toEqual(["NOT_ON_SCALE", "NOT_ON_SCALE", "NOT_ON_SCALE", "UNKNOWN_REFERENCE"]);
    expect(refused.refusals[0]).toMatchObject({ field: "marks.novelty", values: { min: "1", max: "10", step: "1", value: "11" } });
    expect(codes(await save(client(1), id, [mark("impact", 7, 0, "why")]))).toEqual(["INVALID_VALUE"]);
    expect((await cardOf(client(1), id)).marks).toEqual([]);
  });

  it("is signed only when it is complete, and then stays as it is", async () => {
    const id = await judging.assignment(1, "E04");
    const short = await sign(client(1), id, { marks: [mark("novelty", 7)] });
    expect(short.refusals.map(({ code, field, values }) => [code, field, values["criterion"]])).toEqual([
      ["CARD_INCOMPLETE", "marks.impact", "impact (en)"],
      ["CARD_INCOMPLETE", "marks.summary", "summary (en)"],
    ]);
    const signed = await sign(client(1), id, { marks: fullMarks(), notes: { commentToPanel: { text: "Strong", version: 0 } } });
    expect(signed.card).toMatchObject({
      state: "SIGNED",
      outcome: "SCORED",
      inGrace: false,
      viewerCan: { mark: false, sign: false, recuse: true },
    });
    expect(codes(await save(client(1), id, [mark("novelty", 1, 1)]))).toEqual(["CARD_SIGNED"]);
    expect(codes(await sign(client(1), id, { cardVersion: 2 }))).toEqual(["CARD_SIGNED"]);
  });

  it("is signed once, however often the act is sent", async () => {
    const id = await judging.assignment(1, "E05");
    const variables = { input: { assignmentId: id, marks: fullMarks(), outcome: "SCORED", cardVersion: 0 }, key: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => client(1).data<{ signCard: Answered }>(SIGN_CARD, variables)));
    for (const { signCard } of answers) expect(signCard).toMatchObject({ refusals: [], card: { state: "SIGNED" } });
    const events = await judging.sql(
      "select act from scorecard_event v join scorecard c on c.id = v.scorecard_id where c.assignment_id = $1",
      [id],
    );
    expect(events).toEqual([{ act: "SIGN" }]);
  });

  it("says nothing of the entry when its judge abstains, with a reason", async () => {
    const id = await judging.assignment(1, "E06");
    await save(client(1), id, [mark("novelty", 2)]);
    expect(codes(await sign(client(1), id, { outcome: "ABSTAINED", cardVersion: 1 }))).toEqual(["REASON_REQUIRED"]);
    const abstained = await sign(client(1), id, { outcome: "ABSTAINED", abstainReason: "Not my field", cardVersion: 1 });
    expect(abstained.card).toMatchObject({ state: "SIGNED", outcome: "ABSTAINED", abstainReason: "Not my field", marks: [] });
  });

  it("is opened again by the chair alone, with a reason that the judge reads", async () => {
    const id = await judging.assignment(1, "E07");
    expect((await sign(client(1), id, { marks: fullMarks() })).card?.state).toBe("SIGNED");
    const input = { assignmentId: id, reason: "Novelty was meant for the region" };
    for (const other of [client(1), client(2), judging.world.visitor])
      expect(await other.refusal(REOPEN_CARD, { input })).toBe(other === judging.world.visitor ? "UNAUTHENTICATED" : "NOT_FOUND");
    expect(await judging.chair.refusal(REOPEN_CARD, { input: { ...input, reason: " " } })).toBe("REASON_REQUIRED");
    expect(await judging.chair.refusal(REOPEN_CARD, { input })).toBe(null);
    expect(await judging.chair.refusal(REOPEN_CARD, { input })).toBe("WRONG_STATE");
    const card = await cardOf(client(1), id);
    expect(card).toMatchObject({ state: "DRAFT", askedAgain: input.reason, outcome: null, cardVersion: 3, viewerCan: { mark: true } });
    expect(card.marks.map(({ value }) => value)).toEqual(["7", "8", "3"]);
    expect(codes(await sign(client(1), id, { cardVersion: 2 }))).toEqual(["STALE_VERSION"]);
    const again = await sign(client(1), id, { cardVersion: 3, marks: [mark("novelty", 4, 1)] });
    expect(again.card).toMatchObject({ state: "SIGNED", askedAgain: null });
    const minutes = await judging.sql("select kind, text, detail from minute where judging_stage_id = $1", [judging.stageId]);
    expect(minutes).toEqual([{ kind: "REOPENED", text: input.reason, detail: { reference: "E07", judge: "J01" } }]);
  });

  it("that nobody signed is a card that does not exist, for the chair", async () => {
    const input = { assignmentId: await judging.assignment(2, "E08"), reason: "Look again" };
    const before = await judging.chair.data(REOPEN_CARD, { input });
    await save(client(2), input.assignmentId, [mark("novelty", 3)]);
    expect(await judging.chair.data(REOPEN_CARD, { input })).toEqual(before);
  });

  it("waits at the end of the queue when it is put off, until something is said on it", async () => {
    const { items } = await queueOf(client(2), judging);
    const first = items.find(({ state }) => state === "TODO");
    if (!first) throw new Error("nothing left to do");
    await client(2).data(SKIP_CARD, { input: { assignmentId: first.assignmentId } });
    const after = await queueOf(client(2), judging);
    expect(after.items.at(-1)).toMatchObject({ reference: first.reference, state: "SKIPPED" });
    await save(client(2), first.assignmentId, [mark("novelty", 3)]);
    const taken = await queueOf(client(2), judging);
    expect(taken.items.find(({ reference }) => reference === first.reference)).toMatchObject({
      state: "DRAFT",
      marked: 1,
      position: first.position,
    });
  });

  it("knows its neighbours in the queue, which every judge has in another order", async () => {
    const [mine, others] = await Promise.all([queueOf(client(2), judging), queueOf(client(3), judging)]);
    expect(mine.items.map(({ reference }) => reference)).not.toEqual(others.items.map(({ reference }) => reference));
    const [one, two, three] = mine.items;
    expect((await cardOf(client(2), two?.assignmentId ?? "")).place).toEqual({
      number: 2,
      total: 10,
      previousId: one?.assignmentId,
      nextId: three?.assignmentId,
    });
  });
});
