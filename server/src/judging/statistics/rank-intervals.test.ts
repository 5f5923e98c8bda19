import { ratio } from "@isonga/schema/ratio";
import type { ScoredCard } from "@isonga/schema/scorecard";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criterionHeat, entryFigures, judgeFigures, scoreHeat } from "./figures.ts";
import { rankIntervals, seeded } from "./rank-intervals.ts";

const card = (entryId: string, judgeId: string, score: string | number): ScoredCard => ({ entryId, judgeId, score: ratio(score) });
const cardsOf = fc
  .uniqueArray(fc.tuple(fc.nat(5), fc.nat(4), fc.nat(100)), {
    minLength: 1,
    maxLength: 30,
    selector: ([entry, judge]) => `${entry} ${judge}`,
  })
  .map((pairs) => pairs.map(([entry, judge, score]) => card(`E${entry}`, `J${judge}`, score)));
const intervals = (cards: readonly ScoredCard[], rest = {}) => rankIntervals(cards, { mean: "PLAIN", resamples: 200, ...rest });

describe("rank intervals", () => {
  test("are the same for the same cards and seed, and others for another seed", () => {
    const cards = Array.from({ length: 60 }, (_, place) => card(`E${place % 20}`, `J${(place * 7) % 9}`, (place * 37) % 101));
    expect(intervals(cards)).toEqual(intervals(cards));
    expect(intervals(cards, { seed: 7 })).not.toEqual(intervals(cards));
  });

  test("are a single rank where all judges mark alike", () => {
    const cards = ["J1", "J2", "J3"].flatMap((judge) => [
      card("A", judge, 90),
      card("B", judge, 80),
      card("C", judge, 80),
      card("D", judge, 10),
    ]);
    expect(intervals(cards).map(({ entryId, low, high, resamples }) => [entryId, low, high, resamples])).toEqual([
      ["A", 1, 1, 200],
      ["B", 2, 2, 200],
      ["C", 2, 2, 200],
      ["D", 4, 4, 200],
    ]);
  });

  test("are wide where judges contradict each other, and wider for a higher coverage", () => {
    const cards = ["J1", "J2", "J3", "J4"].flatMap((judge, place) => [
      card("A", judge, place % 2 ? 90 : 10),
      card("B", judge, place % 2 ? 10 : 90),
    ]);
    expect(intervals(cards).map(({ low, high }) => [low, high])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    fc.assert(
      fc.property(cardsOf, (given) => {
        const [narrow, wide] = [intervals(given, { coverage: 50 }), intervals(given, { coverage: 95 })];
        for (const [place, { low, high }] of narrow.entries()) {
          expect(wide[place]?.low).toBeLessThanOrEqual(low);
          expect(wide[place]?.high).toBeGreaterThanOrEqual(high);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("leave out draws without any judge of an entry, and lie within the ranks there are", () => {
    fc.assert(
      fc.property(cardsOf, (given) => {
        for (const { entryId, low, high, resamples } of intervals(given, { resamples: 60 })) {
          expect(low >= 1 && low <= high && high <= new Set(given.map((one) => one.entryId)).size).toBe(true);
          const judges = new Set(given.map((one) => one.judgeId)).size;
          if (given.filter((one) => one.entryId === entryId).length === judges) expect(resamples).toBe(60);
        }
      }),
      { numRuns: 30 },
    );
    const once = intervals([card("A", "J1", 50), ...["J1", "J2", "J3"].map((judge) => card("B", judge, 40))])[0];
    expect(once?.resamples).toBeGreaterThan(100);
    expect(once?.resamples).toBeLessThan(180);
  });

  test("do not depend on what judges and entries are called", () => {
    fc.assert(
      fc.property(cardsOf, (given) => {
        const renamed = given.map(({ entryId, judgeId, score }) => ({
          entryId: `Z${9 - Number(entryId[1])}`,
          judgeId: `${9 - Number(judgeId[1])}`,
          score,
        }));
        const bare = (cards: readonly ScoredCard[]) => intervals(cards, { resamples: 50 }).map(({ low, high }) => [low, high]);
        expect(bare(renamed)).toEqual(bare(given));
      }),
      { numRuns: 30 },
    );
  });

  test("take the trimmed mean where the stage does: one high card of five does not lift an entry", () => {
    const judges = ["J1", "J2", "J3", "J4", "J5", "J6", "J7"];
    const cards = judges.flatMap((judge) => [card("A", judge, judge === "J1" ? 100 : 50), card("B", judge, 52)]);
    const [plain, trimmed] = [intervals(cards)[0], rankIntervals(cards, { mean: "TRIMMED", resamples: 200 })[0]];
    expect([plain?.low, trimmed?.high]).toEqual([1, 2]);
    expect(intervals([])).toEqual([]);
  });

  test("come from numbers spread evenly from 0 up to 1, each seed its own", () => {
    const random = seeded(42);
    const drawn = Array.from({ length: 20_000 }, random);
    expect(Math.min(...drawn) >= 0 && Math.max(...drawn) < 1).toBe(true);
    for (let tenth = 0; tenth < 10; tenth++)
      expect(drawn.filter((value) => Math.floor(value * 10) === tenth).length / 2000).toBeCloseTo(1, 1);
    expect(seeded(42)()).toBe(drawn[0]);
    expect(seeded(43)()).not.toBe(drawn[0]);
  });
});

describe("figures", () => {
  const cards = [card("A", "J1", 60), card("A", "J2", 80), card("A", "J3", 70), card("B", "J1", 30)];

  test("of entries are mean, standard deviation of the sample, lowest and highest", () => {
    expect(entryFigures(cards)).toEqual([
      { entryId: "A", cards: 3, mean: 70, deviation: 10, lowest: 60, highest: 80 },
      { entryId: "B", cards: 1, mean: 30, deviation: null, lowest: 30, highest: 30 },
    ]);
  });

  test("of judges are mean, spread, and how far they are beside the others of the same entries", () => {
    expect(judgeFigures(cards)).toEqual([
      { judgeId: "J1", cards: 2, mean: 45, spread: Math.sqrt(450), beside: -15 },
      { judgeId: "J2", cards: 1, mean: 80, spread: null, beside: 15 },
      { judgeId: "J3", cards: 1, mean: 70, spread: null, beside: 0 },
    ]);
  });

  test("of the heat map are deviations from the entry's mean, in points or in shares of a criterion's scale", () => {
    expect(scoreHeat(cards).map(({ deviation }) => deviation)).toEqual([-10, 10, 0, null]);
    const criterion = { code: "novelty", weight: 0, min: 1, max: 5, step: 1, ranking: false };
    const marked = ["1", "5", null, "9"].map((novelty, judge) => ({ entryId: "A", judgeId: `J${judge}`, marks: { novelty } }));
    expect(criterionHeat(criterion, marked).map(({ judgeId, value, deviation }) => [judgeId, value, deviation])).toEqual([
      ["J0", 0, -0.5],
      ["J1", 1, 0.5],
    ]);
  });
});
