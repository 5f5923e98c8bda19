import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { statementsOf } from "../../world/statements.ts";
import { APPLY, BY_HAND, PREVIEW } from "./assignment.helper.ts";
import { fullMarks, sign } from "./cards.helper.ts";
import { CLEAR, eventsHandled, letters, PIN, REPLACE } from "./judges.helper.ts";
import { INTERVALS, REMIND, TABLE } from "./table.helper.ts";

const [ENTRIES, JUDGES] = [12, 6];
let made: JudgingWorld;
beforeAll(async () => {
  made = await createJudgingWorld({ entries: ENTRIES, judges: JUDGES, perEntry: 0 });
});
afterAll(() => made.stop());

type Answer = Readonly<Record<string, { readonly refusals?: readonly { readonly code: string; readonly field: string | null }[] }>>;

/** The statements of one act of the chair, once everything before it is over with. */
async function cost(query: string, variables: object): Promise<{ readonly answer: Answer; readonly statements: number }> {
  await eventsHandled(made);
  await lettersSent();
  const { answer, statements: all, transaction } = await statementsOf(() => made.chair.data<Answer>(query, variables));
  const statements = query.startsWith("mutation") ? transaction : all;
  if (statements.length === 0) throw new Error("nothing was counted");
  return { answer, statements: statements.length };
}

/** Letters are sent by jobs, whose statements are not the act's. */
async function lettersSent(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const [row] = await made.sql<{ left: number }>(
      "select count(*)::int as left from graphile_worker._private_jobs where locked_at is not null or run_at <= now()",
    );
    if (row?.left === 0) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error("jobs are not done");
}

const pairs = (entries: number, judges: number, from = 0) =>
  made.entries
    .slice(from, from + entries)
    .flatMap(({ id: entryId }) => Array.from({ length: judges }, (_none, at) => ({ entryId, judgeId: made.judge(at + 1).id })));
const byHand = (add: object[], remove: object[] = []) =>
  cost(BY_HAND, { input: { stageId: made.stageId, add, remove, reason: "By hand" } });
const refusalsOf = ({ answer }: { readonly answer: Answer }) => Object.values(answer)[0]?.refusals ?? [];

describe("what the chair does at once with many takes as many statements as with one", () => {
  it("refusing pairs that must not be, each at its place", async () => {
    for (const number of [1, 2, 3])
      for (const { id } of made.entries.slice(10, 12))
        expect(
          await made.chair.refusal(PIN, { input: { judgeId: made.judge(number).id, kind: "FAMILY", entryId: id, note: "Told" } }),
        ).toBe(null);
    const one = await byHand(pairs(1, 1, 10));
    const many = await byHand(pairs(2, 3, 10));
    expect(refusalsOf(one).map(({ code, field }) => [code, field])).toEqual([["JUDGE_CONFLICT", "add[0].judgeId"]]);
    expect(refusalsOf(many).map(({ field }) => field)).toEqual([0, 1, 2, 3, 4, 5].map((at) => `add[${at}].judgeId`));
    expect(many.statements).toBe(one.statements);
  });

  it("assigning by hand, with a letter to each judge", async () => {
    const one = await byHand(pairs(1, 1));
    const many = await byHand(pairs(3, 5, 1));
    expect([refusalsOf(one), refusalsOf(many)]).toEqual([[], []]);
    expect(many.statements).toBe(one.statements);
    expect(await letters(made, "JUDGE_ASSIGNED")).toHaveLength(6);
  });

  it("applying what was previewed", async () => {
    const costs: number[] = [];
    for (const options of [{ judgesPerEntry: 1 }, { judgesPerEntry: 2 }, { judgesPerEntry: 4, keep: "SIGNED" }]) {
      const { assignmentPreview } = await made.chair.data<{ assignmentPreview: { token: string } }>(PREVIEW, { id: made.stageId, options });
      const applied = await cost(APPLY, { input: { stageId: made.stageId, token: assignmentPreview.token, options } });
      expect(refusalsOf(applied)).toEqual([]);
      costs.push(applied.statements);
    }
    expect(new Set(costs).size).toBe(1);
  });

  it("reminding judges", async () => {
    const remind = (...numbers: readonly number[]) =>
      cost(REMIND, { input: { stageId: made.stageId, judgeIds: numbers.map((number) => made.judge(number).id) } });
    const [one, many] = [await remind(1), await remind(2, 3, 4, 5)];
    expect([refusalsOf(one), refusalsOf(many)]).toEqual([[], []]);
    expect(many.statements).toBe(one.statements);
    expect(await letters(made, "CARDS_DUE")).toHaveLength(5);
  });

  it("clearing conflicts", async () => {
    const clear = (judge: number, entries: readonly { readonly id: string }[]) =>
      cost(CLEAR, { input: { judgeId: made.judge(judge).id, entryIds: entries.map(({ id }) => id), reason: "None" } });
    const [one, many] = [await clear(1, made.entries.slice(0, 1)), await clear(2, made.entries)];
    expect([refusalsOf(one), refusalsOf(many)]).toEqual([[], []]);
    expect(many.statements).toBe(one.statements);
  });

  it("giving one judge's entries to another, those that must not be left out with their reason", async () => {
    for (const { id } of made.entries.slice(0, 10))
      await made.chair.refusal(PIN, { input: { judgeId: made.judge(6).id, kind: "FAMILY", entryId: id, note: "Told" } });
    const heldBy = async (number: number) =>
      (
        await made.sql<{ id: string }>("select id from assignment where judge_id = $1 and ended_at is null order by id", [
          made.judge(number).id,
        ])
      ).map(({ id }) => id);
    const replace = (assignmentIds: readonly string[]) => cost(REPLACE, { input: { byJudgeId: made.judge(6).id, assignmentIds } });
    const [few, many] = [(await heldBy(5)).slice(0, 1), await heldBy(4)];
    expect(many.length).toBeGreaterThan(3);
    expect((await replace(many)).statements).toBe((await replace(few)).statements);
  });

  it("reading the table and how sure the ranks are", async () => {
    const read = async () => [
      (await cost(TABLE, { id: made.stageId })).statements,
      (await cost(INTERVALS, { id: made.stageId })).statements,
    ];
    const held = await made.sql<{ id: string; code: string }>(
      "select a.id, j.code from assignment a join judge j on j.id = a.judge_id where a.ended_at is null order by a.entry_id, j.code",
    );
    const signOne = async ({ id, code }: { readonly id: string; readonly code: string }, value: number) =>
      sign(made.judge(Number(code.slice(1))).client, id, { marks: fullMarks(value, 10 - value, 3) });
    const [first, ...others] = held;
    await signOne(first ?? { id: "", code: "J1" }, 5);
    const before = await read();
    // By entry, so that the cards stay in one piece: two pieces are looked at for what would join them.
    for (const [at, card] of others.entries()) await signOne(card, 1 + (at % 9));
    expect(await read()).toEqual(before);
  });
});
