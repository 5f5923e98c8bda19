import { expect, test } from "vitest";
import { aDistrict, anInstrument, totalsOf } from "./standing.factory.ts";
import { computeStanding } from "./standing.ts";
import type { LevelStanding } from "./standing-shape.ts";

const rate = (code: string, processed: number, received = 100) => totalsOf(code, { processed, received, processedInTime: 0 });

function stand(instrument: object, totals: readonly ReturnType<typeof totalsOf>[], excluded?: ReadonlyMap<string, string>): LevelStanding {
  const areas = totals.map(({ code }) => aDistrict(code));
  const [level] = computeStanding({ instrument: anInstrument(instrument), areas, totals, excluded }).levels;
  if (!level) throw new Error("no level");
  return level;
}

const ranks = (level: LevelStanding) => level.ranked.map(({ subject, rank, score }) => `${rank} ${subject.code} ${score}`);

test("a subject below the volume, the completeness or a denominator is not ranked, and is told every reason", () => {
  const level = stand(
    { minVolume: 50, minCompleteness: "0.9", metrics: [{ metric: "MEAN_HOURS", weight: 1, normalise: { method: "MIN_MAX" } }] },
    [totalsOf("A"), totalsOf("B", { received: 49, processed: 0, processingHours: "0", approvedReports: 10 })],
  );
  expect(ranks(level)).toEqual(["1 A 100.00"]);
  expect(level.ineligible.map(({ subject, reasons }) => [subject.code, reasons])).toEqual([
    [
      "B",
      [
        { code: "VOLUME", values: { received: "49", needed: "50" } },
        { code: "COMPLETENESS", values: { approved: "10", expected: "12", needed: "11", share: "0.8333", neededShare: "0.9" } },
        { code: "ZERO_DENOMINATOR", values: { metric: "MEAN_HOURS" } },
      ],
    ],
  ]);
});

test("exactly enough reports are enough", () => {
  const level = stand({ minCompleteness: "0.9" }, [totalsOf("A", { approvedReports: 9, expectedReports: 10 })]);
  expect(ranks(level)).toEqual(["1 A 100.00"]);
});

test("an ineligible subject is no yardstick: the worst of the eligible has 0", () => {
  const level = stand({ minVolume: 50 }, [rate("A", 90), rate("B", 60), rate("C", 75), rate("D", 1, 40)]);
  expect(ranks(level)).toEqual(["1 A 100.00", "2 C 50.00", "3 B 0.00"]);
});

test("whom the chair leaves out is not ranked, with the chair's reason", () => {
  const level = stand({}, [rate("A", 90), rate("B", 60)], new Map([["A", "figures withdrawn"]]));
  expect(ranks(level)).toEqual(["1 B 100.00"]);
  expect(level.ineligible[0]?.reasons).toEqual([{ code: "CHAIR_DECISION", values: { reason: "figures withdrawn" } }]);
});

test("equal scores share a rank and the next is skipped: 1, 2, 2, 4", () => {
  const level = stand({}, [rate("D", 10), rate("B", 50), rate("C", 50), rate("A", 90)]);
  expect(ranks(level)).toEqual(["1 A 100.00", "2 B 50.00", "2 C 50.00", "4 D 0.00"]);
  expect(level.ranked[1]?.tiedWith).toEqual(["C"]);
});

test("scores that differ only after the second place are equal, until a published rule tells them apart", () => {
  const close = [rate("A", 1_000_000, 1_000_000), rate("B", 500_000, 1_000_000), rate("C", 500_001, 1_000_000), rate("D", 0, 1_000_000)];
  expect(ranks(stand({}, close)).map((row) => row.slice(0, 3))).toEqual(["1 A", "2 B", "2 C", "4 D"]);
  const ruled = stand({ tieBreaks: [{ rule: "LARGER_VOLUME" }, { rule: "HIGHER_METRIC", metric: "PROCESSING_RATE" }] }, close);
  expect(ranks(ruled).map((row) => row.slice(0, 3))).toEqual(["1 A", "2 C", "3 B", "4 D"]);
  expect(ruled.ranked.map((row) => row.tieBreak?.rule ?? null)).toEqual([null, null, "HIGHER_METRIC", null]);
});

test("where less is better, the lower goes first in a tie", () => {
  const metrics = [{ metric: "MEAN_HOURS", weight: 1, normalise: { method: "TARGET", floor: 100, target: 50 } }];
  const level = stand({ metrics, tieBreaks: [{ rule: "HIGHER_METRIC", metric: "MEAN_HOURS" }] }, [
    totalsOf("A", { processingHours: "200" }),
    totalsOf("B", { processingHours: "100" }),
  ]);
  expect(ranks(level)).toEqual(["1 B 100.00", "2 A 100.00"]);
});

test("what waited at the window's start belongs to the work to be done", () => {
  const [row] = stand({}, [totalsOf("A", { carriedOver: 100, processed: 50 })]).ranked;
  expect(row?.metrics[0]).toMatchObject({ numerator: "50", denominator: "200", value: "0.250000" });
});

test("a target's scale is linear between floor and target, and clamped", () => {
  const metrics = [{ metric: "PROCESSING_RATE", weight: 1, normalise: { method: "TARGET", floor: "0.5", target: "0.9" } }];
  const level = stand({ metrics }, [rate("A", 95), rate("B", 60), rate("C", 40)]);
  expect(ranks(level)).toEqual(["1 A 100.00", "2 B 25.00", "3 C 0.00"]);
});

test("a small office's rate moves towards the overall rate, and both values are shown", () => {
  const metrics = [{ metric: "PROCESSING_RATE", weight: 1, normalise: { method: "MIN_MAX" }, shrinkage: 20 }];
  const level = stand({ metrics }, [rate("A", 10, 10), rate("B", 80), rate("C", 60)]);
  // p0 = 150 / 210; A: (10 + 20·5/7) / 30 = 17/21
  expect(level.benchmarks[0]).toMatchObject({ overall: "0.714286", shrinkage: "20" });
  expect(level.ranked.find((row) => row.subject.code === "A")?.metrics[0]).toMatchObject({
    value: "1.000000",
    shrunkValue: "0.809524",
    exact: { shrunkValue: "17/21" },
  });
});

test("per 1,000 inhabitants needs a population", () => {
  const metrics = [{ metric: "SELF_APPLICATIONS_PER_1000", weight: 1, normalise: { method: "PERCENT_RANK" } }];
  const areas = [aDistrict("A"), aDistrict("B", { population: null })];
  const standing = computeStanding({ instrument: anInstrument({ metrics }), areas, totals: [totalsOf("A"), totalsOf("B")] });
  expect(standing.levels[0]?.ranked[0]?.metrics[0]?.value).toBe("3.000000");
  expect(standing.levels[0]?.ineligible[0]?.reasons).toEqual([
    { code: "ZERO_DENOMINATOR", values: { metric: "SELF_APPLICATIONS_PER_1000" } },
  ]);
});

test("figures of an area that does not take part are a fault, not a silence", () => {
  const input = { instrument: anInstrument(), areas: [aDistrict("A")], totals: [totalsOf("Z")] };
  expect(() => computeStanding(input)).toThrow("figures of Z");
});

test("a round without subjects has an empty standing", () => {
  expect(computeStanding({ instrument: anInstrument(), areas: [], totals: [] }).levels).toEqual([
    { level: "DISTRICT", ranked: [], ineligible: [], benchmarks: [] },
  ]);
});
