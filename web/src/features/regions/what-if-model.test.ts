import { expect, test } from "vitest";
import type { IndexSide, Rules } from "./region.query.ts";
import { type Base, baseOf, difference, hundredths, hundredthsText, toNext, tryOut, type WhatIf, waysUp } from "./what-if-model.ts";

const rules: Rules = {
  regionalMaximum: "63",
  maturityMaximum: "111",
  countMaximum: "76",
  agencyRanking: "REPORTED",
  regional: [
    { code: "A", name: "A", weight: "10.5", levels: [] },
    { code: "B", name: "B", weight: "10.5", levels: [] },
  ],
  parameters: {
    divisor: 12,
    cap: 200,
    perInnovation: "0.38",
    maximum: "250",
    basicAffairsAtLeast: 5,
    basicAffairs: ["1", "2", "3", "4", "5", "6"].map((code) => ({ code, name: code })),
    categories: [
      { code: "SANGAT", name: "Sangat", from: "65.01" },
      { code: "INOVATIF", name: "Inovatif", from: "40.01" },
      { code: "KURANG", name: "Kurang", from: "0.01" },
    ],
  },
};
const side: IndexSide = {
  index: "0",
  category: null,
  spd: "42",
  maturity: "960.004",
  maturityPart: "80",
  count: "4.56",
  meanMaturity: "80.0003",
  innovations: 12,
  affairs: ["1", "2", "3", "4", "5"],
  basicAffairs: 5,
  countScores: true,
};
const own = [
  { indicator: "A", claimed: 3, verified: 2 },
  { indicator: "B", claimed: 3, verified: null },
];
const whatIf = (change: Partial<WhatIf>): WhatIf => ({ ...baseOf(side, own, "verified").start, ...change });
const base: Base = baseOf(side, own, "verified");

test("begins exactly with the figures as they are, a level not verified being 0", () => {
  expect(base.start.levels).toEqual({ A: 2, B: 0 });
  // (21 + 960.004 ÷ 12 + 4.56) ÷ 250 × 100
  expect(tryOut(rules, base, base.start).index).toBe("42.22");
  expect(tryOut(rules, baseOf(side, own, "claimed"), baseOf(side, own, "claimed").start).index).toBe("59.02");
});

test("counts what is tried out: fewer affairs score no count, more innovations a larger one", () => {
  expect(tryOut(rules, base, whatIf({ affairs: ["1", "2", "3", "4"] }))).toMatchObject({ count: "0.00", countScores: false });
  expect(tryOut(rules, base, whatIf({ innovations: 22 }))).toMatchObject({ count: "8.36", maturityPart: "80.000000" });
  expect(tryOut(rules, base, whatIf({ levels: { A: 3, B: 3 } }))).toMatchObject({ spd: "63.00" });
});

test("says what is missing to the next category, and nothing above the highest", () => {
  expect(toNext(rules.parameters.categories, "42.22")).toMatchObject({ category: { code: "SANGAT" }, missing: "22.79" });
  expect(toNext(rules.parameters.categories, "65.01")).toBeNull();
  expect(difference("61.16", "51.20")).toBe("+9.96");
  expect(difference("51.20", "61.16")).toBe("-9.96");
  expect(difference("51.20", "51.20")).toBe("0.00");
});

test("each way up reaches the next category, and a step less does not", () => {
  let tried = 0;
  for (let innovations = 0; innovations <= 60; innovations += 4)
    for (let mean = 0; mean <= 11100; mean += 925)
      for (const level of [0, 1, 3]) {
        const start = whatIf({ innovations, mean: hundredthsText(mean), levels: { A: level, B: 3 - level } });
        const next = toNext(rules.parameters.categories, tryOut(rules, base, start).index);
        const ways = waysUp(rules, base, start);
        expect(ways === null).toBe(next === null);
        if (!ways || !next) continue;
        const index = (change: Partial<WhatIf>) => hundredths(tryOut(rules, base, { ...start, ...change }).index);
        const goal = hundredths(next.category.from);
        if (ways.innovations !== null) {
          tried++;
          expect(index({ innovations: innovations + ways.innovations })).toBeGreaterThanOrEqual(goal);
          if (ways.innovations > 1) expect(index({ innovations: innovations + ways.innovations - 1 })).toBeLessThan(goal);
        }
        if (ways.mean !== null) {
          expect(index({ mean: ways.mean })).toBeGreaterThanOrEqual(goal);
          expect(index({ mean: hundredthsText(hundredths(ways.mean) - 1) })).toBeLessThan(goal);
        }
      }
  expect(tried).toBeGreaterThan(50);
});
