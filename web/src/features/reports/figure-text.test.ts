import { expect, test } from "vitest";
import { plainFigure, spreadPaste } from "./figure-text.ts";

test.each([
  ["1,234", "received", "en", "1234"],
  ["1.234", "received", "id", "1234"],
  [" 1 234 ", "received", "rw", "1234"],
  ["12,5", "processingHours", "id", "12.5"],
  ["1.234,5", "processingHours", "id", "1234.5"],
  ["1,234.5", "processingHours", "en", "1234.5"],
  ["48.0", "received", "en", "48"],
  ["4.5", "received", "en", "4.5"],
  ["many", "received", "en", "many"],
] as const)("%s as %s in %s is %s", (typed, field, language, expected) => {
  expect(plainFigure(typed, field, language)).toBe(expected);
});

test("a paste from a spreadsheet fills to the right and down, and stops at the grid's edge", () => {
  const cells = spreadPaste("1\t2\r\n3\t4\r\n5\t6\r\n", { row: 1, field: "processingHours" }, 3);
  expect(cells).toEqual([
    { row: 1, field: "processingHours", text: "1" },
    { row: 1, field: "selfApplications", text: "2" },
    { row: 2, field: "processingHours", text: "3" },
    { row: 2, field: "selfApplications", text: "4" },
  ]);
});
