import { expect, it } from "vitest";
import { createJudgingWorld, type JudgingWorld } from "../../world/judging-world.ts";
import { fullMarks, sign } from "./cards.helper.ts";
import { INTERVALS, tableOf } from "./table.helper.ts";

const STEP = "mutation ($input: StepJudgingStageInput!) { stepJudgingStage(input: $input) { refusals { code } stage { state version } } }";
const words = { en: "Incomplete", rw: "Incomplete", id: "Incomplete" };

async function within(options: Parameters<typeof createJudgingWorld>[0], tell: (judging: JudgingWorld) => Promise<void>): Promise<void> {
  const judging = await createJudgingWorld(options);
  try {
    await tell(judging);
  } finally {
    await judging.stop();
  }
}

it("A trimmed mean is the record from five scorecards on, with the plain mean beside it", () =>
  within({ entries: 2, judges: 5, rules: { mean: "TRIMMED" } }, async (judging) => {
    for (const [number, mark] of [
      [1, 1],
      [2, 4],
      [3, 4],
      [4, 7],
      [5, 10],
    ] as const)
      await sign(judging.judge(number).client, await judging.assignment(number, "E01"), { marks: fullMarks(mark, mark) });
    for (const number of [1, 2])
      await sign(judging.judge(number).client, await judging.assignment(number, "E02"), { marks: fullMarks(number, number) });
    const { entries } = await tableOf(judging.chair, judging);
    expect(entries.map(({ reference, score, plain, trimmed }) => [reference, score, plain, trimmed])).toEqual([
      ["E01", "44.44", "46.67", "44.44"],
      ["E02", "5.56", "5.56", "5.56"],
    ]);
  }));

it("Verdicts have shares and cells, and neither agreement nor severity", () =>
  within(
    { entries: 2, judges: 2, rules: { mode: "PASS_FAIL", criteria: [], failReasons: [{ code: "incomplete", names: words }], weight: 0 } },
    async (judging) => {
      const say = async (number: number, reference: string, more: object) =>
        expect((await sign(judging.judge(number).client, await judging.assignment(number, reference), more)).refusals).toEqual([]);
      await say(1, "E01", { outcome: "PASS" });
      await say(2, "E01", { outcome: "FAIL", failReasons: ["incomplete"] });
      await say(1, "E02", { outcome: "PASS" });
      const { entries, cards, agreement, connectivity, judges } = await tableOf(judging.chair, judging);
      expect(entries.map(({ reference, score, rank }) => [reference, score, rank])).toEqual([
        ["E02", "100.00", 1],
        ["E01", "50.00", 2],
      ]);
      expect(cards).toMatchObject([
        { reference: "E01", judge: "J01", outcome: "PASS", score: "100.00", deviation: "50.00" },
        { reference: "E01", judge: "J02", outcome: "FAIL", score: "0.00", deviation: "-50.00" },
        { reference: "E02", judge: "J01", outcome: "PASS", score: "100.00", deviation: null },
      ]);
      expect([agreement.overall.alpha, connectivity.connected, judges[0]?.effect]).toEqual([null, false, null]);
    },
  ));

it("Comparisons are counted and ranked, and have no cells", () =>
  within({ entries: 3, judges: 1, perEntry: 0, rules: { mode: "PAIRWISE", criteria: [] } }, async (judging) => {
    const [first, second, third] = ["E01", "E02", "E03"].map((reference) => judging.entry(reference).id);
    for (const [left, right, winner] of [
      [first, second, first],
      [first, third, first],
      [second, third, null],
    ])
      await judging.sql(
        `insert into comparison (id, judging_stage_id, judge_id, left_entry_id, right_entry_id, winner_id, answered_at, position)
         values (gen_random_uuid(), $1, $2, $3, $4, $5::uuid, case when $5::uuid is null then null else now() end, 1)`,
        [judging.stageId, judging.judge(1).id, left, right, winner],
      );
    const { entries, cards, progress } = await tableOf(judging.chair, judging);
    expect(progress).toMatchObject({ assigned: 3, signed: 2 });
    expect(progress.entries.map(({ reference, assigned, signed }) => [reference, assigned, signed])).toEqual([
      ["E01", 2, 2],
      ["E02", 2, 1],
      ["E03", 2, 1],
    ]);
    expect(entries[0]).toMatchObject({ reference: "E01", rank: 1, cards: 2 });
    expect(cards).toEqual([]);
    expect(await judging.chair.data(INTERVALS, { id: judging.stageId })).toEqual({ rankIntervals: [] });
  }));

it("A closed stage shows what was frozen, whatever is done to its rows", () =>
  within({ entries: 2, judges: 2 }, async (judging) => {
    for (const [number, mark] of [
      [1, 4],
      [2, 9],
    ] as const)
      for (const reference of ["E01", "E02"])
        await sign(judging.judge(number).client, await judging.assignment(number, reference), {
          marks: fullMarks(mark, reference === "E01" ? 5 : 7),
        });
    const before = await tableOf(judging.chair, judging);
    const input = { stageId: judging.stageId, version: 1, act: "close", reason: "Everything is in." };
    expect(await judging.chair.data(STEP, { input })).toMatchObject({ stepJudgingStage: { refusals: [], stage: { state: "CLOSED" } } });
    await judging.sql("update mark set value = 1 where criterion = 'impact'");
    const after = await tableOf(judging.chair, judging);
    const figures = ({ cards, judges, agreement, entries }: typeof before) => ({
      cards,
      judges,
      agreement,
      entries: entries.map(({ outcome: _outcome, ...entry }) => entry),
    });
    expect(figures(after)).toEqual(figures(before));
    expect(after.entries.map(({ outcome }) => outcome)).toEqual(["ADVANCED", "ADVANCED"]);
  }));
