import fc from "fast-check";
import { expect, test } from "vitest";
import { fraction } from "../kernel/fraction.ts";
import { findOutliers, median } from "./report-outliers.ts";

const month = (index: number, received: number) => ({
  month: `2022-${String(index + 1).padStart(2, "0")}`,
  carriedOver: 0,
  received,
  processed: 20,
  processedInTime: 20,
  processingHours: "100",
  selfApplications: 10,
});

test("a month far from its year is flagged, with why", () => {
  const flags = findOutliers([50, 48, 52, 49, 51, 480, 50, 53].map((received, index) => month(index, received)));
  expect(flags).toEqual([{ month: "2022-06", measure: "received", side: "HIGH", value: "480.00", median: "50.50", score: "193.13" }]);
});

test("one different month among equal ones is flagged, though the MAD is zero", () => {
  const flags = findOutliers([50, 50, 50, 50, 50, 0, 50, 50].map((received, index) => month(index, received)));
  expect(flags.map((flag) => [flag.month, flag.side])).toEqual([["2022-06", "LOW"]]);
});

test("few months, equal months and small differences are no news", () => {
  expect(findOutliers([50, 50, 480].map((received, index) => month(index, received)))).toEqual([]);
  expect(findOutliers([50, 50, 50, 50, 50, 50].map((received, index) => month(index, received)))).toEqual([]);
  expect(findOutliers([0, 0, 0, 0, 0, 0, 0, 1].map((received, index) => month(index, received)))).toEqual([]);
});

test("the median has as many values below as above", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
      const values = numbers.map((number) => fraction(number));
      const middle = median(values);
      const below = values.filter((value) => value.lt(middle)).length;
      const above = values.filter((value) => value.gt(middle)).length;
      expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});
