import { expect, test } from "vitest";
import { exactText } from "../kernel/fraction.ts";
import { type Metric, metricRatio, monthsIn, NO_TOTALS, sumReports, sumSubtrees, toTotals } from "./performance.ts";

const report = {
  jurisdiction: "A",
  month: "2022-01",
  carriedOver: 7,
  received: 48,
  processed: 46,
  processedInTime: 36,
  processingHours: "387.5",
  selfApplications: 28,
};
const window = { from: "2022-01", to: "2022-02" };

test("only the window's months count, and only its first month's waiting applications", () => {
  const reports = [
    { ...report, month: "2021-12", carriedOver: 1000 },
    report,
    { ...report, month: "2022-02", carriedOver: 9, processingHours: "0.25" },
    { ...report, month: "2022-03" },
  ];
  const totals = sumReports(reports, window).get("A") ?? NO_TOTALS;
  expect(totals).toMatchObject({ carriedOver: 7n, received: 96n, processed: 92n, approvedReports: 2n });
  expect(exactText(totals.processingHours)).toBe("1551/4");
});

test("where the first month was not reported, a later month's waiting applications do not stand in for it", () => {
  expect(sumReports([{ ...report, month: "2022-02" }], window).get("A")?.carriedOver).toBe(0n);
});

test.each<[Metric, string, string]>([
  ["PROCESSING_RATE", "46", "55"],
  ["MEAN_HOURS", "775/2", "46"],
  ["ON_TIME_SHARE", "36", "46"],
  ["SELF_APPLICATIONS", "28", "1"],
  ["SELF_APPLICATION_SHARE", "28", "48"],
  ["SELF_APPLICATIONS_PER_1000", "28000", "21400"],
])("%s is %s ÷ %s", (metric, numerator, denominator) => {
  const totals = toTotals({ ...report, approvedReports: 1, expectedReports: 1 });
  const ratio = metricRatio(metric, totals, 21_400);
  expect([exactText(ratio.numerator), exactText(ratio.denominator)]).toEqual([numerator, denominator]);
});

test("a window counts both its ends, over years", () => {
  expect(monthsIn({ from: "2021-11", to: "2022-10" })).toBe(12);
  expect(monthsIn({ from: "2022-01", to: "2022-01" })).toBe(1);
  expect(monthsIn({ from: "2022-02", to: "2022-01" })).toBe(0);
});

test("an area inside itself and figures from nowhere are faults", () => {
  const own = new Map([["A", NO_TOTALS]]);
  const tail = [
    { code: "A", parentCode: "B" },
    { code: "B", parentCode: "A" },
  ];
  expect(() => sumSubtrees(tail, own)).toThrow("lies inside itself");
  expect(() => sumSubtrees([], own)).toThrow("figures of A");
});
