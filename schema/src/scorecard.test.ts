import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, compare, divide, multiply, type Ratio, ratio, ratioText, roundHalfUp, subtract, toNumber } from "./ratio.ts";
import {
  cardScore,
  cardScorer,
  finalScore,
  isMark,
  type MarkedCard,
  meanScore,
  ranksOf,
  type ScorecardCriterion,
  scoreCards,
  scoreStanding,
  shownScore,
  trimmedMean,
  whatIfStanding,
} from "./scorecard.ts";

const criterion = (code: string, weight: string | number, rest: Partial<ScorecardCriterion> = {}): ScorecardCriterion => ({
  code,
  weight,
  min: 1,
  max: 10,
  step: 1,
  ranking: true,
  ...rest,
});
const RUBRIC = [
  criterion("summary", 0),
  criterion("novelty", 15),
  criterion("significance", "30"),
  criterion("advice", 50, { ranking: false }),
];
const text = (score: Ratio | null) => score && ratioText(score);
const rationals = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => ratio(`${n}/${d}`));

describe("exact numbers", () => {
  test.each(["0.1", "5/7", "-3/4", "12", "-0.05", "007"])("%s survives being written and read", (value) => {
    expect(ratioText(ratio(ratioText(ratio(value))))).toBe(ratioText(ratio(value)));
  });

  test("a float, a power, a fraction of nothing and words are refused", () => {
    for (const value of [0.1, "1e3", "1/0", "", "ten", ".5", "1.", Number.NaN]) expect(() => ratio(value)).toThrow(RangeError);
    expect(() => divide(ratio(1), ratio(0))).toThrow(RangeError);
  });

  test.each([
    ["60.004", "60.00"],
    ["60.005", "60.01"],
    ["2/3", "0.67"],
    ["-0.004", "0.00"],
    ["-1.005", "-1.01"],
    ["99.995", "100.00"],
  ])("%s is %s at two places", (value, rounded) => {
    expect(roundHalfUp(ratio(value), 2)).toBe(rounded);
  });

  test("they add, subtract, multiply, divide and compare like fractions", () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(multiply(add(a, b), c)).toEqual(add(multiply(a, c), multiply(b, c)));
        expect(add(subtract(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        expect(toNumber(a)).toBeCloseTo(Number(a.n) / Number(a.d), 6);
      }),
    );
  });
});

describe("a card", () => {
  test("scores the weighted shares of its scales, without what doesn't rank or weighs nothing", () => {
    expect(text(cardScore(RUBRIC, { novelty: 10, significance: 1, advice: 10 }))).toBe("100/3");
    expect(text(cardScore(RUBRIC, { novelty: "7.5", significance: "4", summary: 1, advice: 1 }))).toBe("1250/27");
  });

  test("one reading of the rubric gives many cards what each gives alone, whatever order and way of writing marks come in", () => {
    const scoreOf = cardScorer(RUBRIC);
    const marks = [10, "10", "10.0", 7, "7.5", null, 1].flatMap((novelty) =>
      [1, "4", 10].map((significance) => ({ novelty, significance })),
    );
    for (const card of [...marks, ...marks.toReversed()]) expect(scoreOf(card)).toEqual(cardScore(RUBRIC, card));
  });

  test("has no score while a mark that counts is missing, or where none counts", () => {
    expect(cardScore(RUBRIC, { novelty: 10 })).toBeNull();
    expect(cardScore(RUBRIC, { novelty: 10, significance: null })).toBeNull();
    expect(cardScore([criterion("summary", 0), criterion("advice", 5, { ranking: false })], { summary: 1, advice: 1 })).toBeNull();
  });

  test("is 0 at the foot of every scale, 100 at the head, and in between for every mark", () => {
    const scales = fc.record({
      weight: fc.integer({ min: 1, max: 99 }),
      min: fc.integer({ min: 0, max: 5 }),
      size: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(scales, fc.nat(100)), { minLength: 1, maxLength: 8 }), (given) => {
        const rubric = given.map(([{ weight, min, size }], place) => criterion(`c${place}`, weight, { min, max: min + size }));
        const at = (share: (place: number) => number) =>
          cardScore(
            rubric,
            Object.fromEntries(given.map(([{ min, size }], place) => [`c${place}`, min + Math.round(share(place) * size)])),
          );
        expect([text(at(() => 0)), text(at(() => 1))]).toEqual(["0", "100"]);
        const score = at((place) => (given[place]?.[1] ?? 0) / 100) ?? ratio(-1);
        expect(compare(score, ratio(0)) >= 0 && compare(score, ratio(100)) <= 0).toBe(true);
      }),
    );
  });

  test.each([
    ["1", true],
    ["10", true],
    ["5.50", true],
    ["5.25", false],
    ["0.5", false],
    ["10.5", false],
    ["-1", false],
    ["11/2", false],
    ["", false],
    ["good", false],
  ])("takes %s as a mark from 1 to 10 in halves: %s", (value, taken) => {
    expect(isMark(criterion("novelty", 1, { step: "0.5" }), value)).toBe(taken);
  });
});

describe("an entry", () => {
  const scores = (...values: (string | number)[]) => values.map((value) => ratio(value));

  test("has the mean of its cards, and none without cards", () => {
    expect(text(meanScore(scores(1, 2, "2.5")))).toBe("11/6");
    expect([meanScore([]), trimmedMean([])]).toEqual([null, null]);
  });

  test("loses one highest and one lowest card from five on", () => {
    expect(text(trimmedMean(scores(100, 0, 50, 50, 56)))).toBe("52");
    expect(text(trimmedMean(scores(100, 100, 0, 0, 40)))).toBe("140/3");
    expect(text(trimmedMean(scores(100, 0, 50, 50)))).toBe("50");
  });

  test("is rounded half up and only then ranked 1, 2, 2, 4", () => {
    const shown = scores("61.115", "70", "61.1249", "61.114", "0").map(shownScore);
    expect(shown).toEqual(["61.12", "70.00", "61.12", "61.11", "0.00"]);
    expect(ranksOf(shown)).toEqual([2, 1, 2, 4, 5]);
    expect(ranksOf([null, "1.0", "1.00", "9"])).toEqual([null, 2, 2, 1]);
  });

  test("combines its stages by weight, and has no final score while one that counts is missing", () => {
    const [interview, substance] = [
      { weight: 30, score: "80.5" },
      { weight: 70, score: "65.25" },
    ];
    expect(shownScore(finalScore([interview, substance, { weight: 0, score: null }]) ?? ratio(0))).toBe("69.83");
    expect(finalScore([interview, { weight: 70, score: null }])).toBeNull();
    expect(finalScore([{ weight: 0, score: 5 }])).toBeNull();
  });
});

describe("other weights", () => {
  const rubric = [criterion("novelty", 1), criterion("significance", 3)];
  const card = (entryId: string, novelty: number, significance: number): MarkedCard => ({
    entryId,
    judgeId: "J1",
    marks: { novelty, significance },
  });
  const input = { criteria: rubric, entryIds: ["A", "B", "C"], cards: [card("A", 10, 4), card("B", 4, 10)], mean: "PLAIN" } as const;

  test("stand beside the record, and leave it as it is", () => {
    const asked = whatIfStanding(input, { novelty: 3, significance: 1 });
    expect(asked.map(({ entryId, score, rank, scoreNow, rankNow, moved }) => [entryId, score, rank, scoreNow, rankNow, moved])).toEqual([
      ["A", "83.33", 1, "50.00", 2, 1],
      ["B", "50.00", 2, "83.33", 1, -1],
      ["C", null, null, null, null, null],
    ]);
    expect(whatIfStanding(input, {}).map(({ score, scoreNow }) => score === scoreNow)).toEqual([true, true, true]);
  });

  test("make nothing different when all are changed by the same factor", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 6, maxLength: 6 }),
        (factor, marks) => {
          const [a = 1, b = 1, c = 1, d = 1, e = 1, f = 1] = marks;
          const given = { ...input, cards: [card("A", a, b), card("B", c, d), card("C", e, f)] };
          expect(whatIfStanding(given, { novelty: factor, significance: 3 * factor }).every(({ moved }) => moved === 0)).toBe(true);
        },
      ),
    );
  });

  test("a card without a score, and an entry that stands elsewhere, have no part", () => {
    const cards = [...input.cards, { entryId: "A", judgeId: "J2", marks: {} }, card("D", 10, 10)];
    expect(scoreCards(rubric, cards)).toHaveLength(3);
    expect(scoreStanding({ ...input, cards })).toEqual(scoreStanding(input));
  });
});
