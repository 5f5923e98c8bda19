import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVERY_PAIR_UP_TO, pairsOf } from "./make-comparisons.ts";

describe("the pairs of a judge", () => {
  it("are all pairs, once each, as long as they are few", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: EVERY_PAIR_UP_TO }), (count) => {
        const met = pairsOf(Array.from({ length: count }, (_none, index) => index)).map(
          ([one, other]) => `${Math.min(one, other)}-${Math.max(one, other)}`,
        );
        expect(met).toHaveLength((count * (count - 1)) / 2);
        expect(new Set(met).size).toBe(met.length);
      }),
    );
  });

  it("are far fewer where entries are many, balanced, connected, each once, and on both sides", () => {
    fc.assert(
      fc.property(fc.integer({ min: EVERY_PAIR_UP_TO + 1, max: 120 }), (count) => {
        const pairs = pairsOf(Array.from({ length: count }, (_none, index) => index));
        expect(new Set(pairs.map(([one, other]) => `${Math.min(one, other)}-${Math.max(one, other)}`)).size).toBe(pairs.length);
        expect(pairs.length).toBeLessThanOrEqual(count * Math.ceil(Math.log2(count)));
        const times = Array.from({ length: count }, (_none, entry) => pairs.filter((pair) => pair.includes(entry)).length);
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
        // A step of one goes round: every entry is reached from every other.
        expect(pairs.filter(([one, other]) => Math.abs(one - other) === 1 || Math.abs(one - other) === count - 1).length).toBe(count);
        const left = Array.from({ length: count }, (_none, entry) => pairs.filter(([one]) => one === entry).length);
        expect(Math.min(...left)).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});
