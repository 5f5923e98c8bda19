import fc from "fast-check";
import { expect, test } from "vitest";
import { exactText, fraction, roundHalfUp, sum } from "./fraction.ts";

test.each([
  ["60.004", 2, "60.00"],
  ["60.005", 2, "60.01"],
  ["0.5", 0, "1"],
  ["2/3", 4, "0.6667"],
  ["0", 2, "0.00"],
  ["-0.004", 2, "0.00"],
  ["-1.005", 2, "-1.01"],
  ["99.995", 2, "100.00"],
])("%s at %i places is %s", (value, places, rounded) => {
  expect(roundHalfUp(fraction(value), places)).toBe(rounded);
});

test("a float is refused, since it has already lost what was written", () => {
  expect(() => fraction(0.1)).toThrow(RangeError);
  expect(() => fraction("1e3")).toThrow(RangeError);
  expect(() => fraction("1/0")).toThrow(RangeError);
});

test("sums are exact and survive being written and read", () => {
  const tenth = fraction("0.1");
  expect(exactText(sum([tenth, tenth, tenth]))).toBe("3/10");
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (numerator, denominator) => {
      const value = fraction(`${numerator}/${denominator}`);
      expect(fraction(exactText(value)).equals(value)).toBe(true);
    }),
  );
});
