import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  categoryOf,
  digitsOfLevels,
  type IndexFigures,
  type IndexParameters,
  innovationIndex,
  levelsOfDigits,
  maturityOf,
  nextCategory,
  sumOfPoints,
} from "./innovation-index.ts";

const BASIC = ["EDUCATION", "HEALTH", "PUBLIC_WORKS", "HOUSING", "PUBLIC_ORDER", "SOCIAL"];
const OF_2026: IndexParameters = {
  divisor: 12,
  cap: 200,
  perInnovation: "0.38",
  maximum: "250",
  affairs: { basic: BASIC, atLeast: 5 },
  categories: [
    { code: "VERY", from: "65.01" },
    { code: "INNOVATIVE", from: "40.01" },
    { code: "LESS", from: "0.01" },
    { code: "NONE", from: "0" },
  ],
};
const figures = (spd: number, each: number, innovations: number, affairs = BASIC): IndexFigures => ({
  spd: String(spd),
  maturity: String(each * innovations),
  innovations,
  affairs,
});

describe("the checks of the programme's rules", () => {
  test.each([
    [figures(40, 80, 8), "38.55"],
    [figures(40, 80, 12), "49.82"],
    [figures(40, 70, 20, BASIC.slice(0, 4)), "44.00"],
    [figures(40, 70, 20, BASIC.slice(1)), "47.04"],
  ])("%o is %s", (given, expected) => {
    expect(innovationIndex(OF_2026, given).index).toBe(expected);
  });

  test("152.9 points are 61.16", () => {
    const { index, spd, maturityPart, count } = innovationIndex(
      { ...OF_2026, divisor: 10, affairs: null },
      { spd: "40", maturity: "7083", innovations: 90, affairs: [] },
    );
    expect([index, spd, maturityPart, count]).toEqual(["61.16", "40.00", "78.700000", "34.20"]);
  });

  test("it is rounded half up, and only then classified", () => {
    const parameters = {
      ...OF_2026,
      categories: [
        { code: "TOP", from: "60.01" },
        { code: "NEXT", from: "35" },
      ],
      maximum: "100",
    };
    const at = (spd: string) => innovationIndex(parameters, { spd, maturity: "0", innovations: 0, affairs: [] });
    expect(at("60.004")).toMatchObject({ index: "60.00", category: "NEXT" });
    expect(at("60.005")).toMatchObject({ index: "60.01", category: "TOP" });
    expect(at("34.994")).toMatchObject({ index: "34.99", category: null });
  });
});

test("levels go as digits in the catalogue's order, and nothing else does", () => {
  const rows = ["A", "B", "C"].map((code) => ({ code, weight: "1" }));
  expect(levelsOfDigits(rows, "301")).toEqual({ A: 3, B: 0, C: 1 });
  expect(digitsOfLevels(rows, { A: 3, C: 1 })).toBe("301");
  for (const wrong of ["30", "3012", "304", "3 1", "-31"]) expect(levelsOfDigits(rows, wrong)).toBeNull();
});

test("maturity is the sum of weight times level, exactly; a row without a level counts nothing", () => {
  const rows = [
    { code: "A", weight: "0.1" },
    { code: "B", weight: "0.2" },
    { code: "C", weight: "3" },
  ];
  expect(maturityOf(rows, { A: 1, B: 1 })).toBe("0.30");
  expect(maturityOf(rows, { A: 3, B: 3, C: 3, X: 3 })).toBe("9.90");
  expect(sumOfPoints(["0.1", "0.2", "0.123456"])).toBe("0.423456");
  expect(() => sumOfPoints(["1e3"])).toThrow(RangeError);
});

test("the next category is the nearest one above", () => {
  expect(nextCategory(OF_2026.categories, "40.00")?.code).toBe("INNOVATIVE");
  expect(nextCategory(OF_2026.categories, "40.01")?.code).toBe("VERY");
  expect(nextCategory(OF_2026.categories, "65.01")).toBeNull();
  expect(categoryOf(OF_2026.categories, "0.00")).toBe("NONE");
});

describe("for all regions", () => {
  const hundredths = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((value) => (value / 100).toFixed(2));
  const someFigures = fc.record({
    spd: hundredths(63),
    maturity: hundredths(40_000),
    innovations: fc.integer({ min: 0, max: 400 }),
    affairs: fc.subarray([...BASIC, "TRADE"]),
  });
  const someParameters = fc.record({
    divisor: fc.integer({ min: 1, max: 30 }),
    cap: fc.integer({ min: 0, max: 300 }),
    perInnovation: hundredths(2),
    maximum: fc.integer({ min: 1, max: 400 }).map(String),
    affairs: fc.option(fc.record({ basic: fc.constant(BASIC), atLeast: fc.integer({ min: 0, max: 6 }) })),
    categories: fc.constant(OF_2026.categories),
  });

  test("it is what exact ratios of whole numbers give", () => {
    fc.assert(
      fc.property(someParameters, someFigures, (parameters, given) => {
        const covered = given.affairs.filter((code) => parameters.affairs?.basic.includes(code)).length;
        const scores = parameters.affairs === null || covered >= parameters.affairs.atLeast;
        const cents = (text: string) => BigInt(text.replace(".", ""));
        const n = BigInt(Math.max(parameters.divisor, given.innovations));
        const counted = scores ? cents(parameters.perInnovation) * BigInt(Math.min(parameters.cap, given.innovations)) : 0n;
        // index × 100 = (spd + maturity ÷ n + count) ÷ maximum × 10,000, all in hundredths: over the common denominator n × maximum
        const top = (cents(given.spd) * n + cents(given.maturity) + counted * n) * 100n;
        const below = n * BigInt(parameters.maximum);
        const rounded = top / below + (2n * (top % below) >= below ? 1n : 0n);
        expect(
          innovationIndex(parameters, given)
            .index.replace(".", "")
            .replace(/^0+(?=\d)/, ""),
        ).toBe(rounded.toString());
      }),
    );
  });

  test("the order of innovations does not matter", () => {
    fc.assert(
      fc.property(fc.array(hundredths(111), { maxLength: 40 }), (maturities) => {
        expect(sumOfPoints([...maturities].reverse())).toBe(sumOfPoints(maturities));
      }),
    );
  });

  test("more points of any kind never lower it, and nothing beyond the cap counts", () => {
    fc.assert(
      fc.property(someParameters, someFigures, hundredths(50), (parameters, given, more) => {
        const before = Number(innovationIndex(parameters, given).index);
        expect(Number(innovationIndex(parameters, { ...given, spd: sumOfPoints([given.spd, more]) }).index)).toBeGreaterThanOrEqual(before);
        const riper = { ...given, maturity: sumOfPoints([given.maturity, more]) };
        expect(Number(innovationIndex(parameters, riper).index)).toBeGreaterThanOrEqual(before);
        const full = innovationIndex(parameters, { ...given, innovations: parameters.cap }).count;
        expect(innovationIndex(parameters, { ...given, innovations: parameters.cap + 7 }).count).toBe(full);
      }),
    );
  });

  test("below the divisor it makes no difference how many innovations share the same maturity", () => {
    fc.assert(
      fc.property(someParameters, someFigures, (parameters, given) => {
        const few = (innovations: number) => innovationIndex(parameters, { ...given, innovations }).maturityPart;
        expect(few(0)).toBe(few(parameters.divisor));
      }),
    );
  });

  test("points and their maximum scaled alike leave it as it is", () => {
    fc.assert(
      fc.property(someParameters, someFigures, fc.integer({ min: 1, max: 9 }), (parameters, given, factor) => {
        const times = (text: string) => sumOfPoints(Array.from({ length: factor }, () => text));
        const scaled = { ...parameters, perInnovation: times(parameters.perInnovation), maximum: times(parameters.maximum) };
        const figured = { ...given, spd: times(given.spd), maturity: times(given.maturity) };
        expect(innovationIndex(scaled, figured).index).toBe(innovationIndex(parameters, given).index);
      }),
    );
  });

  test("one level more never lowers a maturity", () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({ code: `R${index}`, weight: ((index % 5) / 2).toFixed(2) }));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 20, maxLength: 20 }), fc.nat(19), (levels, raised) => {
        const at = (list: readonly number[]) => Number(maturityOf(rows, levelsOfDigits(rows, list.join("")) ?? {}));
        const more = levels.map((level, index) => (index === raised ? Math.min(3, level + 1) : level));
        expect(at(more)).toBeGreaterThanOrEqual(at(levels));
      }),
    );
  });
});
