import { expect, test } from "vitest";
import { heatOf, severityOf } from "./words.ts";

test("a judge within a point of the others is neither strict nor lenient", () => {
  expect(["0.0000", "0.9999", "-0.9999"].map(severityOf)).toEqual(["ALIKE", "ALIKE", "ALIKE"]);
  expect(["-1.0000", "-4.9999", "-5.0000"].map(severityOf)).toEqual(["STRICT", "STRICT", "VERY_STRICT"]);
  expect(["1.0000", "4.9999", "5.0000"].map(severityOf)).toEqual(["LENIENT", "LENIENT", "VERY_LENIENT"]);
});

test("a mark near the others has no colour, one far below the deepest of the one, far above of the other", () => {
  expect([null, "0.00", "-4.99", "4.99"].map(heatOf).map(Math.abs)).toEqual([0, 0, 0, 0]);
  expect(["-5.00", "-12.00", "-25.00", "5.00", "12.00", "80.00"].map(heatOf)).toEqual([-1, -2, -3, 1, 2, 3]);
});
