import { expect, test } from "vitest";
import { addMonths, monthRowsOf, stepDay, stepMonth, weeksOf } from "./calendar-steps.ts";

const press = (key: string, shiftKey = false) => ({ key, shiftKey });

test("a month's weeks begin on Monday and leave out other months' days", () => {
  const weeks = weeksOf("2026-11");
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
  expect(weeks[5]).toEqual(["2026-11-30", null, null, null, null, null, null]);
  expect(weeksOf("2027-02")).toHaveLength(4);
});

test("arrows, Home, End and Page lead through days", () => {
  expect(stepDay("2026-11-30", press("ArrowRight"))).toBe("2026-12-01");
  expect(stepDay("2026-11-05", press("ArrowUp"))).toBe("2026-10-29");
  expect(stepDay("2026-11-05", press("Home"))).toBe("2026-11-02");
  expect(stepDay("2026-11-05", press("End"))).toBe("2026-11-08");
  expect(stepDay("2027-01-31", press("PageDown"))).toBe("2027-02-28");
  expect(stepDay("2028-02-29", press("PageUp", true))).toBe("2027-02-28");
  expect(stepDay("2026-11-05", press("Enter"))).toBeNull();
});

test("arrows, Home, End and Page lead through months", () => {
  expect(stepMonth("2026-12", press("ArrowRight"))).toBe("2027-01");
  expect(stepMonth("2026-05", press("ArrowUp"))).toBe("2026-02");
  expect(stepMonth("2026-05", press("Home"))).toBe("2026-04");
  expect(stepMonth("2026-05", press("End"))).toBe("2026-06");
  expect(stepMonth("2026-05", press("PageUp"))).toBe("2025-05");
});

test("months are added across years, and a year is four rows of three", () => {
  expect(addMonths("2026-01", -1)).toBe("2025-12");
  expect(addMonths("9999-12", 1)).toBe("9999-12");
  expect(monthRowsOf("2026")[3]).toEqual(["2026-10", "2026-11", "2026-12"]);
});
