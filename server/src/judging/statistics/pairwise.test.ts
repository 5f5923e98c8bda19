import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Comparison, type PairwiseStanding, PRIOR_GAMES, pairwiseStanding } from "./pairwise.ts";

const IDS = ["A", "B", "C", "D", "E"];
const game = (first: string, second: string, preferred: Comparison["preferred"] = "FIRST"): Comparison => ({ first, second, preferred });
const games = fc.array(
  fc
    .tuple(fc.nat(4), fc.integer({ min: 1, max: 4 }), fc.constantFrom("FIRST" as const, "SECOND" as const, "TIE" as const))
    .map(([first, on, preferred]) => game(IDS[first] ?? "", IDS[(first + on) % 5] ?? "", preferred)),
  { maxLength: 30 },
);
const scores = (found: readonly PairwiseStanding[]) => new Map(found.map(({ entryId, score }) => [entryId, score.toFixed(6)]));

describe("comparisons of two", () => {
  test("of one pair give the strengths that can be worked out by hand", () => {
    // A was preferred to B once: p_B = 1 ÷ p_A, and A's wins, its one and the prior's half, are those expected.
    const [a, b] = pairwiseStanding(["A", "B"], [game("A", "B")]);
    const [p, q] = [a?.strength ?? 0, b?.strength ?? 0];
    expect(p * q).toBeCloseTo(1, 9);
    expect(p / (p + q) + p / (p + 1)).toBeCloseTo(1.5, 9);
    expect([a?.wins, a?.losses, b?.wins, b?.losses]).toEqual([1, 0, 0, 1]);
  });

  test("are met by the fit: the wins expected under it are the wins that were, the prior's among both", () => {
    fc.assert(
      fc.property(games, (given) => {
        const found = pairwiseStanding(IDS, given);
        const strength = new Map(found.map((entry) => [entry.entryId, entry.strength]));
        for (const { entryId, wins, ties, strength: own } of found) {
          const met = given.filter(({ first, second }) => first === entryId || second === entryId);
          const others = met.map(({ first, second }) => strength.get(first === entryId ? second : first) ?? 1);
          const expected = others.reduce((sum, other) => sum + own / (own + other), (PRIOR_GAMES * own) / (own + 1));
          expect(expected).toBeCloseTo(wins + ties / 2 + PRIOR_GAMES / 2, 8);
        }
      }),
    );
  });

  test("in a round robin order entries as their wins do", () => {
    const pairs = IDS.flatMap((first, place) => IDS.slice(place + 1).map((second) => [first, second] as const));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("FIRST" as const, "SECOND" as const, "TIE" as const), { minLength: 10, maxLength: 10 }),
        (results) => {
          const found = pairwiseStanding(
            IDS,
            pairs.map(([first, second], place) => game(first, second, results[place])),
          );
          const points = (entry: PairwiseStanding) => entry.wins + entry.ties / 2;
          for (const a of found)
            for (const b of found) {
              if (points(a) > points(b)) expect(a.score).toBeGreaterThan(b.score);
              if (points(a) === points(b)) expect(a.score).toBeCloseTo(b.score, 8);
            }
        },
      ),
    );
  });

  test("do not depend on names, on the order of comparisons, nor on who was shown first", () => {
    const turned = { FIRST: "SECOND", SECOND: "FIRST", TIE: "TIE" } as const;
    fc.assert(
      fc.property(games, (given) => {
        const other = given.map(({ first, second, preferred }) => game(`x${second}`, `x${first}`, turned[preferred])).reverse();
        const renamed = pairwiseStanding(IDS.map((id) => `x${id}`).reverse(), other);
        expect(new Map([...scores(renamed)].map(([id, score]): [string, string] => [id.slice(1), score]))).toEqual(
          scores(pairwiseStanding(IDS, given)),
        );
      }),
    );
  });

  test("leave who won or lost everything within 0 and 100, and who never met anybody at 50", () => {
    const found = pairwiseStanding(
      ["A", "B", "C"],
      Array.from({ length: 40 }, () => game("A", "B")),
    );
    const [a = 0, b = 0, c = 0] = found.map(({ score }) => score);
    expect(a > 50 && a < 100 && b > 0 && b < 50).toBe(true);
    expect(c).toBe(50);
    expect(pairwiseStanding([], [])).toEqual([]);
  });

  test("with oneself or with a stranger are refused", () => {
    expect(() => pairwiseStanding(["A", "B"], [game("A", "A")])).toThrow(RangeError);
    expect(() => pairwiseStanding(["A", "B"], [game("A", "Z")])).toThrow(RangeError);
  });

  test("of a shortlist of 40, each by 12 judges with everybody, take less than half a second of the processor", () => {
    const ids = Array.from({ length: 40 }, (_, place) => `E${place}`);
    const given = ids.flatMap((first, a) => ids.slice(a + 1).flatMap((second) => Array.from({ length: 12 }, () => game(first, second))));
    const start = process.threadCpuUsage();
    const found = pairwiseStanding(ids, given);
    expect(process.threadCpuUsage(start).user / 1000).toBeLessThan(500);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
  });
});
