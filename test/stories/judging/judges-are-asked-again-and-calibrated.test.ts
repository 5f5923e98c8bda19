import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { criterion, juryInstrument } from "../../world/judging/jury-round.ts";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { openPostOffice, type PostOffice } from "../../world/outside/post-office.ts";
import { cardOf, codes, fullMarks, mark, queueOf, REOPEN_CARD, save, sign, until } from "./cards.helper.ts";

const REVISE =
  "mutation ($input: ReviseInstrumentInput!) { reviseInstrument(input: $input) { refusals { code field values } round { id } } }";
const AUDIT = `query ($type: String!) { auditEvents(first: 50, filter: { subjectType: $type }) { nodes { verb after } } }`;
const ANSWER = `mutation ($input: AnswerComparisonInput!) { answerComparison(input: $input) { refusals { code } comparison { winner version } } }`;
const PAIRS = `query ($id: ID!) { judgingQueue(stageId: $id) { done total comparisons { id leftReference rightReference winner version
  left { reference title } right { reference title } } } }`;

let office: PostOffice;
let judging: JudgingWorld;
beforeAll(async () => {
  office = await openPostOffice();
  judging = await createJudgingWorld({ entries: 3, judges: 3, smtpUrl: office.url });
});
afterAll(async () => {
  await judging.stop();
  await office.stop();
});

const revise = async (rules: object, reason: string): Promise<string | null> => {
  const [round] = await judging.sql<{ version: number }>("select version from round where id = $1", [judging.roundId]);
  return judging.admin.refusal(REVISE, {
    input: { id: judging.roundId, version: round?.version, reason, definition: juryInstrument({ rules }) },
  });
};
const CRITERIA = [
  criterion("novelty", 50),
  criterion("impact", 50, { comment: "OFF" }),
  criterion("summary", 0, { ranking: false, min: 1, max: 5 }),
];

describe("a judge who is asked again", () => {
  it("is told by letter, in their language, when the chair opens a card", async () => {
    const id = await judging.assignment(1, "E01");
    await judging.sql("update person set language = 'id' where id = $1", [judging.judge(1).personId]);
    await sign(judging.judge(1).client, id, { marks: fullMarks() });
    expect(await judging.chair.refusal(REOPEN_CARD, { input: { assignmentId: id, reason: "Lihat lagi <b>kriteria</b>" } })).toBe(null);
    const letter = await office.nextTo("judge.aa@example.org");
    expect(letter.subject).toBe("Mohon periksa kembali lembar penilaian Anda di Awards kipp-2026 (id)");
    expect(letter.text).toContain("Lihat lagi <b>kriteria</b>");
    expect(letter.text).toContain("- E01");
    expect(letter.text).toContain(`/id/app/judging/stages/${judging.stageId}`);
    expect(letter.html).not.toContain("<b>kriteria");
    await sign(judging.judge(1).client, id, { cardVersion: 3 });
  });

  it("is not asked when only weights change", async () => {
    expect(await revise({ criteria: CRITERIA }, "Equal weights")).toBe(null);
    await until(
      async () =>
        (await judging.sql("select from outbox_event where type = 'round.instrument-revised' and delivered_at is null")).length === 0,
    );
    expect((await cardOf(judging.judge(1).client, await judging.assignment(1, "E01"))).state).toBe("SIGNED");
  });

  it("is asked when the rubric asks something else: marks are kept as far as the new scale has them", async () => {
    const [first, second] = [await judging.assignment(1, "E01"), await judging.assignment(2, "E01")];
    const draft = await judging.assignment(3, "E01");
    await sign(judging.judge(2).client, second, { outcome: "ABSTAINED", abstainReason: "No time" });
    await save(judging.judge(3).client, draft, [mark("novelty", 9)]);
    const changed = [criterion("novelty", 50, { max: 5 }), ...CRITERIA.slice(1)];
    expect(await revise({ criteria: changed }, "Novelty goes to five")).toBe(null);
    await until(async () => (await cardOf(judging.judge(1).client, first)).state === "DRAFT");
    const card = await cardOf(judging.judge(1).client, first);
    expect(card.askedAgain).toBe("Novelty goes to five");
    expect(card.marks.map(({ value }) => value)).toEqual([null, "8", "3"]);
    expect(codes(await sign(judging.judge(1).client, first, { cardVersion: card.cardVersion }))).toEqual(["CARD_INCOMPLETE"]);
    expect((await cardOf(judging.judge(2).client, second)).state).toBe("SIGNED");
    expect((await cardOf(judging.judge(3).client, draft)).marks[0]).toMatchObject({ value: null, version: 2 });
    const letter = await office.nextTo("judge.aa@example.org");
    expect(letter.text).toContain("Novelty goes to five");
    const again = await sign(judging.judge(1).client, first, { cardVersion: card.cardVersion, marks: [mark("novelty", 4, 2)] });
    expect(again.card).toMatchObject({ state: "SIGNED", askedAgain: null });
    const events = await judging.sql(
      "select act from scorecard_event v join scorecard c on c.id = v.scorecard_id where c.assignment_id = $1 order by v.at",
      [first],
    );
    expect(events.map((event) => Object.values(event)[0])).toEqual(["SIGN", "REOPEN", "SIGN", "ASK_AGAIN", "SIGN"]);
  });
});

describe("what judges draft", () => {
  it("is told by the audit record only once their stage is closed", async () => {
    const cards = async () =>
      (await judging.admin.data<{ auditEvents: { nodes: object[] } }>(AUDIT, { type: "mark" })).auditEvents.nodes.length;
    expect(await cards()).toBe(0);
    expect(
      (await judging.admin.data<{ auditEvents: { nodes: object[] } }>(AUDIT, { type: "round" })).auditEvents.nodes.length,
    ).toBeGreaterThan(0);
    await judging.stageState("CLOSED");
    expect(await cards()).toBeGreaterThan(0);
    await judging.stageState("SCORING");
  });
});

describe("entries that all score first", () => {
  it("are given to every judge of the stage but to whom must keep away, once, and lie first in the queue", async () => {
    const world = await createJudgingWorld({ entries: 4, judges: 3, perEntry: 0, calibration: ["E02", "E03"], state: "CALIBRATING" });
    await world.sql(
      `insert into conflict (id, judge_id, kind, origin, entry_id, at) values (gen_random_uuid(), $1, 'FAMILY', 'DECLARED', $2, now())`,
      [world.judge(3).id, world.entry("E03").id],
    );
    const { giveCalibrationEntries } = await import("@isonga/server/judging/cards/calibrate");
    const moved = { stageId: world.stageId, roundId: world.roundId, to: "CALIBRATING" };
    for (const _twice of [1, 2]) await giveCalibrationEntries.handle(world.world.app.operatorContext(), moved as never, "1");
    const queues = await Promise.all([1, 2, 3].map((number) => queueOf(world.judge(number).client, world)));
    expect(queues.map(({ items }) => items.map(({ reference }) => reference).sort())).toEqual([["E02", "E03"], ["E02", "E03"], ["E02"]]);
    await world.stop();
  });
});

describe("a stage of pairs", () => {
  it("asks each judge for every pair of their entries, in an order of their own, and takes answers until it ends", async () => {
    const world = await createJudgingWorld({ entries: 4, judges: 4, rules: { mode: "PAIRWISE", criteria: [] } });
    const { makePairs } = await import("@isonga/server/judging/comparisons/make-comparisons");
    const moved = { stageId: world.stageId, roundId: world.roundId, to: "SCORING" };
    for (const _twice of [1, 2]) await makePairs.handle(world.world.app.operatorContext(), moved as never, "1");
    type Pairs = {
      judgingQueue: {
        done: number;
        total: number;
        comparisons: { id: string; leftReference: string; rightReference: string; version: number; left: { title: string } }[];
      };
    };
    const pairsOf = async (number: number) => (await world.judge(number).client.data<Pairs>(PAIRS, { id: world.stageId })).judgingQueue;
    const mine = await pairsOf(1);
    expect([mine.total, mine.done]).toEqual([6, 0]);
    const named = (queue: Pairs["judgingQueue"]) =>
      queue.comparisons.map(({ leftReference, rightReference }) => [leftReference, rightReference].sort().join());
    expect(new Set(named(mine)).size).toBe(6);
    // Two of them may happen to have the same order, not all four.
    const orders = await Promise.all([1, 2, 3, 4].map(async (number) => named(await pairsOf(number)).join(" ")));
    expect(new Set(orders).size).toBeGreaterThan(1);
    const [pair] = mine.comparisons;
    const input = { comparisonId: pair?.id, winner: "LEFT", version: 1 };
    expect(await world.judge(2).client.refusal(ANSWER, { input })).toBe("NOT_FOUND");
    expect(await world.chair.refusal(ANSWER, { input })).toBe("NOT_FOUND");
    expect(await world.judge(1).client.data(ANSWER, { input })).toMatchObject({
      answerComparison: { comparison: { winner: "LEFT", version: 2 } },
    });
    expect(await world.judge(1).client.refusal(ANSWER, { input })).toBe("STALE_VERSION");
    await world.judge(1).client.data(ANSWER, { input: { ...input, winner: "NEITHER", version: 2 } });
    expect((await pairsOf(1)).done).toBe(1);
    await world.stageState("CLOSED");
    expect(await world.judge(1).client.refusal(ANSWER, { input: { ...input, version: 3 } })).toBe("STAGE_CLOSED");
    await world.stop();
  });
});
