import { REFUSAL_CODES } from "@isonga/schema/refusal-codes";
import { FIGURE_FIELDS, monthAt, validateReport } from "@isonga/schema/report-rules";
import { expect, test } from "vitest";

const good = { carriedOver: 7, received: 48, processed: 46, processedInTime: 36, processingHours: "387.5", selfApplications: 28 };
const codes = (change: object, month = "2022-10") =>
  validateReport({ ...good, ...change }, month, "2022-11").map((problem) => `${problem.field} ${problem.code}`);

test.each([
  ["a figure that is missing", { received: null }, "received REQUIRED"],
  ["a part of an application", { received: "48.5" }, "received NOT_WHOLE"],
  ["a negative number", { carriedOver: -1 }, "carriedOver NEGATIVE"],
  ["a word", { processed: "many" }, "processed INVALID_NUMBER"],
  ["a number with an exponent", { processed: "1e2" }, "processed INVALID_NUMBER"],
  ["more than the platform can hold", { received: "2147483648" }, "received INVALID_VALUE"],
  ["more processed than waited", { processed: 56 }, "processed PROCESSED_EXCEEDS_WAITING"],
  ["more in time than processed", { processedInTime: 47 }, "processedInTime IN_TIME_EXCEEDS_PROCESSED"],
  ["more self-applications than received", { selfApplications: 49 }, "selfApplications SELF_EXCEEDS_RECEIVED"],
  ["hours to a thousandth, which would be rounded silently", { processingHours: "387.525" }, "processingHours INVALID_NUMBER"],
  ["negative hours", { processingHours: "-0.5" }, "processingHours NEGATIVE"],
])("%s is refused", (_, change, expected) => {
  expect(codes(change)).toEqual([expected]);
});

test("hours without anything processed are refused; zero hours are not", () => {
  const nothing = { processed: 0, processedInTime: 0 };
  expect(codes({ ...nothing, processingHours: "0.5" })).toEqual(["processingHours HOURS_WITHOUT_PROCESSED"]);
  expect(codes({ ...nothing, processingHours: "0.00" })).toEqual([]);
});

test("a future month is refused, the current one is not, and a month must be one", () => {
  expect(codes({}, "2022-12")).toEqual(["month FUTURE_MONTH"]);
  expect(codes({}, "2022-11")).toEqual([]);
  expect(codes({}, "2022-13")).toEqual(["month INVALID_DATE"]);
});

test("all problems are told at once, and a comparison waits for its figures", () => {
  expect(codes({ received: "x", processedInTime: 99 })).toEqual(["received INVALID_NUMBER", "processedInTime IN_TIME_EXCEEDS_PROCESSED"]);
  expect(validateReport({}, "2022-10", "2022-11")).toHaveLength(FIGURE_FIELDS.length);
});

test("every code has its words, being a refusal code", () => {
  const seen = ["x", null, "1.5", -1, "99999999999"].flatMap((received) => validateReport({ ...good, received }, "2023-01", "2022-11"));
  for (const problem of seen) expect(REFUSAL_CODES).toContain(problem.code);
});

test("the month turns with the place's clock", () => {
  const lastEveningInUtc = new Date("2022-10-31T22:30:00Z");
  expect(monthAt(lastEveningInUtc, "Africa/Kigali")).toBe("2022-11");
  expect(monthAt(lastEveningInUtc, "UTC")).toBe("2022-10");
});
