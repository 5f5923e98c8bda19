import fc from "fast-check";
import { expect, test } from "vitest";
import { type Drawable, drawFrom } from "./sampling.ts";

const drawables = fc.uniqueArray(fc.record({ id: fc.uuid(), stratum: fc.constantFrom("a", "b", "c") }), {
  selector: ({ id }) => id,
  maxLength: 60,
});
const percents = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2));

test("the same entries and seed give the same sample, in whatever order they are told", () => {
  fc.assert(
    fc.property(drawables, percents, fc.string({ minLength: 1 }), (all, percent, seed) => {
      expect(drawFrom([...all].reverse(), { percent, seed })).toEqual(drawFrom(all, { percent, seed }));
    }),
  );
});

test("each group gives its share, rounded up, and nothing is drawn that is not there or twice", () => {
  fc.assert(
    fc.property(drawables, percents, (all, percent) => {
      const drawn = new Set(drawFrom(all, { percent, seed: "17" }));
      for (const [, group] of Map.groupBy(all, ({ stratum }) => stratum)) {
        const taken = group.filter(({ id }) => drawn.has(id)).length;
        expect(taken).toBe(Math.ceil((Math.round(Number(percent) * 100) * group.length) / 10_000));
      }
      expect([...drawn].every((id) => all.some((each) => each.id === id))).toBe(true);
    }),
  );
});

test("another seed draws others, and over many seeds each is drawn about equally often", () => {
  const all: Drawable[] = Array.from({ length: 10 }, (_none, index) => ({ id: `entry-${index}`, stratum: "" }));
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 2_000; seed++)
    for (const id of drawFrom(all, { percent: "30", seed: String(seed) })) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { id } of all) expect(Math.abs((counts.get(id) ?? 0) - 600)).toBeLessThan(100);
});
