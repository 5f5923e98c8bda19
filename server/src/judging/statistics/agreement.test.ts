import type { MarkedCard } from "@isonga/schema/scorecard";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AGREEMENT_LEVELS, type AgreementLevel, agreement, stageAgreement } from "./agreement.ts";

/** Reliability data of Krippendorff's own example: 4 observers, 12 units; a point is missing. */
const OBSERVERS = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."];
const rows = OBSERVERS.map((row) => row.split(" "));
const EXAMPLE = Array.from({ length: 12 }, (_, unit) => rows.flatMap((row) => (row[unit] === "." ? [] : [Number(row[unit])])));

const units = fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }), { minLength: 1, maxLength: 7 });

/** By the book: every ordered pair within units against every ordered pair of all pairable marks, distances by their definitions. */
function byTheBook(given: readonly (readonly number[])[], level: AgreementLevel): number {
  const pairable = given.filter((marks) => marks.length > 1);
  const all = pairable.flat();
  const often = (mark: number) => all.filter((one) => one === mark).length;
  const distance = (a: number, b: number): number => {
    if (level === "NOMINAL") return a === b ? 0 : 1;
    if (level === "INTERVAL") return (a - b) ** 2;
    const between = [...new Set(all)].filter((mark) => mark >= Math.min(a, b) && mark <= Math.max(a, b));
    return a === b ? 0 : (between.reduce((sum, mark) => sum + often(mark), 0) - (often(a) + often(b)) / 2) ** 2;
  };
  const apart = (marks: readonly number[]) =>
    marks.flatMap((a, i) => marks.map((b, j) => (i === j ? 0 : distance(a, b)))).reduce((sum, one) => sum + one, 0);
  const observed = pairable.reduce((sum, marks) => sum + apart(marks) / (marks.length - 1), 0) / all.length;
  return 1 - observed / (apart(all) / (all.length * (all.length - 1)));
}

describe("Krippendorff's alpha", () => {
  test.each([
    ["NOMINAL", 0.743],
    ["ORDINAL", 0.815],
    ["INTERVAL", 0.849],
  ] as const)("of his own example is as he published it: %s %d", (level, alpha) => {
    const found = agreement(EXAMPLE, level);
    expect(found.alpha?.toFixed(3)).toBe(alpha.toFixed(3));
    expect(found).toMatchObject({ units: 11, marks: 40, why: null });
  });

  test("equals the definition, pair by pair", () => {
    fc.assert(
      fc.property(units, fc.constantFrom(...AGREEMENT_LEVELS), (given, level) => {
        const { alpha, why } = agreement(given, level);
        if (why === null) expect(alpha).toBeCloseTo(byTheBook(given, level), 9);
        else expect(byTheBook(given, level)).toBeNaN();
      }),
    );
  });

  test("is 1 when all agree and units differ", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { minLength: 2, maxLength: 8 }), fc.constantFrom(...AGREEMENT_LEVELS), (marks, level) => {
        expect(
          agreement(
            marks.map((mark) => [mark, mark, mark]),
            level,
          ).alpha,
        ).toBe(1);
      }),
    );
  });

  test("does not depend on the order of units, nor of judges", () => {
    fc.assert(
      fc.property(units, fc.constantFrom(...AGREEMENT_LEVELS), (given, level) => {
        const turned = agreement(given.map((marks) => marks.toReversed()).toReversed(), level);
        const asIs = agreement(given, level);
        expect(turned.why).toBe(asIs.why);
        if (asIs.alpha !== null) expect(turned.alpha).toBeCloseTo(asIs.alpha, 9);
      }),
    );
  });

  test("is below 0 when judges agree less than by chance", () => {
    expect(
      agreement(
        [
          [1, 5],
          [5, 1],
          [1, 5],
        ],
        "INTERVAL",
      ).alpha,
    ).toBeLessThan(0);
  });

  test("says why there is none: nothing to pair, or no variation", () => {
    expect(agreement([], "INTERVAL")).toEqual({ units: 0, marks: 0, alpha: null, why: "NOTHING_TO_PAIR" });
    expect(agreement([[3], [4], []], "NOMINAL")).toMatchObject({ alpha: null, why: "NOTHING_TO_PAIR" });
    expect(agreement([[3, 3], [3, 3], [9]], "ORDINAL")).toEqual({ units: 2, marks: 4, alpha: null, why: "NO_VARIATION" });
  });
});

test("a stage's agreement is by criterion, ranking or not, and overall by the cards' scores", () => {
  const scale = { min: 1, max: 5, step: 1 };
  const criteria = [
    { code: "novelty", weight: 1, ranking: true, ...scale },
    { code: "advice", weight: 1, ranking: false, ...scale },
  ];
  const card = (entryId: string, judgeId: string, novelty: string, advice: string | null): MarkedCard => ({
    entryId,
    judgeId,
    marks: { novelty, advice },
  });
  const cards = [
    card("A", "J1", "1", "1"),
    card("A", "J2", "2", null),
    card("B", "J1", "5", "3"),
    card("B", "J2", "5", "3"),
    { entryId: "B", judgeId: "J3", marks: {} },
  ];
  const found = stageAgreement(criteria, cards);
  expect(found.criteria.get("novelty")).toEqual(
    agreement(
      [
        [1, 2],
        [5, 5],
      ],
      "INTERVAL",
    ),
  );
  expect(found.criteria.get("advice")).toMatchObject({ alpha: null, why: "NO_VARIATION" });
  expect(found.overall).toEqual(
    agreement(
      [
        [0, 25],
        [100, 100],
      ],
      "INTERVAL",
    ),
  );
});
