import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { stepDocument } from "../../world/entries/custody.ts";
import { createJudgingWorld, JUDGING_NOW, type JudgingWorld } from "../../world/judging-world.ts";
import { type Answered, CARD_QUERY, cardOf, codes, fullMarks, mark, queueOf, SAVE_CARD, save, sign, until } from "./cards.helper.ts";

let judging: JudgingWorld;
beforeAll(async () => {
  judging = await createJudgingWorld({ entries: 12 });
});
afterEach(async () => {
  judging.world.clock.turnTo(JUDGING_NOW);
  await judging.stageState("SCORING");
});
afterAll(() => judging.stop());

const client = (number: number) => judging.judge(number).client;
const END = "2026-07-31T17:00:00Z";
const minutes = (count: number, from = END) => new Date(new Date(from).getTime() + count * 60_000).toISOString();
const idsOf = async (...references: string[]) => Promise.all(references.map((reference) => judging.assignment(1, reference)));

describe("two devices of one judge", () => {
  it("meet mark by mark: what only one of them changed is kept, what both changed is asked", async () => {
    const [id = ""] = await idsOf("E01");
    await save(client(1), id, [mark("novelty", 5), mark("impact", 5)]);
    const phone = await save(client(1), id, [mark("novelty", 8, 1)]);
    expect(phone.conflicts).toEqual([]);
    const laptop = await save(client(1), id, [mark("novelty", 3, 1), mark("impact", 6, 1), mark("summary", 2)]);
    expect(laptop.conflicts).toEqual([{ criterion: "novelty", value: "8", comment: null, version: 2 }]);
    expect(laptop.card?.marks.map(({ criterion, value }) => [criterion, value])).toEqual([
      ["novelty", "8"],
      ["impact", "6"],
      ["summary", "2"],
    ]);
    expect((await save(client(1), id, [mark("novelty", 3, 2)])).card?.marks[0]).toMatchObject({ value: "3", version: 3 });
  });

  it("say the same without being at odds, and never write over each other's texts", async () => {
    const [id = ""] = await idsOf("E02");
    const note = (text: string, version: number) => ({ notes: { privateNote: { text, version } } });
    await save(client(1), id, [mark("novelty", 5)], note("From the phone", 0));
    expect(await save(client(1), id, [mark("novelty", 5)], note("From the phone", 0))).toMatchObject({
      conflicts: [],
      notesConflict: null,
    });
    const late = await save(client(1), id, [], {
      notes: { privateNote: { text: "From the laptop", version: 0 }, commentToPanel: { text: "Good", version: 0 } },
    });
    expect(late).toMatchObject({
      notesConflict: { privateNote: "From the phone", privateVersion: 1 },
      card: { notes: { commentToPanel: "Good" } },
    });
  });

  it("never sign what the judge has not seen", async () => {
    const [id = ""] = await idsOf("E03");
    await save(client(1), id, fullMarks(7, 7, 3));
    await save(client(1), id, [mark("novelty", 9, 1)]);
    const blind = await sign(client(1), id, { cardVersion: 1, marks: [mark("novelty", 2, 1)] });
    expect(blind).toMatchObject({ refusals: [], conflicts: [{ criterion: "novelty", value: "9", version: 2 }], card: { state: "DRAFT" } });
    expect((await sign(client(1), id, { cardVersion: 1, marks: [mark("novelty", 2, 2)] })).card?.state).toBe("SIGNED");
  });

  it("saving at the same moment lose no mark, and sign the card once", async () => {
    const [id = ""] = await idsOf("E04");
    const saved = await Promise.all([mark("novelty", 4), mark("impact", 5), mark("summary", 2)].map((one) => save(client(1), id, [one])));
    expect(saved.flatMap(codes)).toEqual([]);
    expect((await cardOf(client(1), id)).marks.map(({ value }) => value)).toEqual(["4", "5", "2"]);
    const signed = await Promise.all([1, 2, 3].map(() => sign(client(1), id, { cardVersion: 1 })));
    expect(signed.flatMap(codes).sort()).toEqual(["CARD_SIGNED", "CARD_SIGNED"]);
    expect(
      await judging.sql("select act from scorecard_event v join scorecard c on c.id = v.scorecard_id where c.assignment_id = $1", [id]),
    ).toEqual([{ act: "SIGN" }]);
  });

  it("send an act twice and have it done once", async () => {
    const [id = ""] = await idsOf("E05");
    const variables = { input: { assignmentId: id, marks: [mark("novelty", 4)] }, key: randomUUID() };
    const once = await client(1).data<{ saveCard: Answered }>(SAVE_CARD, variables);
    await save(client(1), id, [mark("novelty", 6, 1)]);
    expect(await client(1).data<{ saveCard: Answered }>(SAVE_CARD, variables)).toMatchObject({
      saveCard: { conflicts: [], card: { marks: once.saveCard.card?.marks } },
    });
    expect((await cardOf(client(1), id)).marks[0]?.value).toBe("6");
  });
});

describe("a stage that ends while a judge is at work", () => {
  it("takes what the device did before the end, within the grace, and marks it so", async () => {
    const [id = "", other = ""] = await idsOf("E06", "E07");
    judging.world.clock.turnTo(minutes(30));
    expect((await save(client(1), id, fullMarks(), { actedAt: minutes(-5) })).refusals).toEqual([]);
    const signed = await sign(client(1), id, { cardVersion: 1, actedAt: minutes(-1) });
    expect(signed.card).toMatchObject({ state: "SIGNED", inGrace: true });
    expect(codes(await sign(client(1), other, { marks: fullMarks(), actedAt: minutes(1) }))).toEqual(["STAGE_CLOSED"]);
    expect(codes(await sign(client(1), other, { marks: fullMarks() }))).toEqual(["STAGE_CLOSED"]);
    expect((await cardOf(client(1), other)).viewerCan).toMatchObject({ mark: false, sign: false });
  });

  it("believes no device once the grace is over, and none that claims the future", async () => {
    const [id = "", other = ""] = await idsOf("E08", "E09");
    judging.world.clock.turnTo(minutes(61));
    expect(codes(await sign(client(1), id, { marks: fullMarks(), actedAt: minutes(-120) }))).toEqual(["STAGE_CLOSED"]);
    judging.world.clock.turnTo(minutes(-60));
    const ahead = await sign(client(1), other, { marks: fullMarks(), actedAt: minutes(600) });
    expect(ahead.card).toMatchObject({ state: "SIGNED", inGrace: false });
    const [row] = await judging.sql<{ honest: boolean }>("select acted_at <= signed_at as honest from scorecard where assignment_id = $1", [
      other,
    ]);
    expect(row?.honest).toBe(true);
  });

  it("keeps a draft that came too late to be signed, and takes nothing once the chair has closed it", async () => {
    const [id = ""] = await idsOf("E10");
    await save(client(1), id, fullMarks(6, 6, 2));
    await judging.stageState("CLOSED");
    expect(codes(await save(client(1), id, [mark("novelty", 7, 1)]))).toEqual(["STAGE_CLOSED"]);
    expect(codes(await sign(client(1), id, { cardVersion: 1 }))).toEqual(["STAGE_CLOSED"]);
    expect((await cardOf(client(1), id)).marks[0]?.value).toBe("6");
    await judging.stageState("DISCUSSION");
    expect(codes(await sign(client(1), id, { cardVersion: 1 }))).toEqual(["STAGE_CLOSED"]);
  });

  it("is not closed under a signature: one of the two comes first, whole", async () => {
    const [id = ""] = await idsOf("E10");
    const { Client: PgClient } = (await import("pg")).default;
    const chair = new PgClient(judging.world.database.ownerUrl);
    await chair.connect();
    await chair.query("begin");
    await chair.query("select from judging_stage where id = $1 for update", [judging.stageId]);
    const signing = sign(client(1), id, { cardVersion: 1 });
    await new Promise((done) => setTimeout(done, 300));
    await chair.query("update judging_stage set state = 'CLOSED', closed_at = now() where id = $1", [judging.stageId]);
    await chair.query("commit");
    await chair.end();
    expect(codes(await signing)).toEqual(["STAGE_CLOSED"]);
  });
});

describe("an entry that leaves while a judge is at work", () => {
  it("is out of the judge's sight, what was written is kept, and what comes late gets a clear answer", async () => {
    const [id = ""] = await idsOf("E11");
    await save(client(1), id, fullMarks(6, 6, 2));
    await judging.sql("update entry set state = 'WITHDRAWN' where id = $1", [judging.entry("E11").id]);
    const refused = await sign(client(1), id, { cardVersion: 1 });
    expect(refused.refusals).toMatchObject([{ code: "ENTRY_OUT", values: { reference: "E11" } }]);
    expect(await client(1).refusal(CARD_QUERY, { id })).toBe("NOT_FOUND");
    const item = (await queueOf(client(1), judging)).items.at(-1);
    expect(item).toMatchObject({ reference: "E11", title: null, state: "STOPPED", endedBecause: "ENTRY_OUT" });
    expect(
      await judging.sql("select m.value::int from mark m join scorecard c on c.id = m.scorecard_id where c.assignment_id = $1", [id]),
    ).toHaveLength(3);
  });

  it("ends what was assigned of it when it is withdrawn, whichever state the card is in", async () => {
    const signed = await judging.assignment(2, "E12");
    expect((await sign(client(2), signed, { marks: fullMarks() })).card?.state).toBe("SIGNED");
    const kepala = await judging.world.person("Kepala", [{ role: "HEAD", agencyId: judging.country.muaraHealth }]);
    const input = { id: judging.entry("E12").id, version: 1, reason: "The office was closed" };
    // As it is once evidence changed after the verification: the office has it in hand again.
    await judging.sql("update entry set state = 'CHECKED' where id = $1", [input.id]);
    expect(await kepala.refusal(stepDocument("withdraw"), { input })).toBe(null);
    await until(
      async () => (await judging.sql("select from assignment where entry_id = $1 and ended_at is null", [input.id])).length === 0,
    );
    const { takeOutEntries } = await import("@isonga/server/judging/cards/entries-out");
    const steps = [{ entryId: input.id, act: "withdraw", from: "VERIFIED", to: "WITHDRAWN" }];
    await takeOutEntries.handle(judging.world.app.operatorContext(), { steps } as never, "1");
    const rows = await judging.sql(
      `select a.end_kind, c.state, (select count(*)::int from scorecard_event where scorecard_id = c.id and act = 'STOP') as stops
       from assignment a left join scorecard c on c.assignment_id = a.id where a.entry_id = $1 and c.id is not null`,
      [judging.entry("E12").id],
    );
    expect(rows).toEqual([{ end_kind: "ENTRY_OUT", state: "STOPPED", stops: 1 }]);
    expect(codes(await save(client(2), signed, [mark("novelty", 1, 1)]))).toEqual(["ENTRY_OUT"]);
  });

  it("that the judge was taken off says so, and says nothing of it any more", async () => {
    const id = await judging.assignment(3, "E10");
    await judging.sql("update assignment set ended_at = now(), end_kind = 'RECUSED', end_reason = 'A cousin' where id = $1", [id]);
    expect(codes(await save(client(3), id, [mark("novelty", 1)]))).toEqual(["ASSIGNMENT_ENDED"]);
    expect(await client(3).refusal(CARD_QUERY, { id })).toBe("NOT_FOUND");
  });
});
