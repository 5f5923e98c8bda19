import { expect, test } from "vitest";
import { checkInstrumentReferences } from "./instrument-references.ts";
import defaultInstrument from "./service-performance-default.json" with { type: "json" };
import { servicePerformanceInstrument } from "./service-performance-instrument.ts";

const levels = ["COUNTRY", "PROVINCE", "DISTRICT", "SECTOR", "CELL"].map((code, position) => ({ code, position }));
const known = { levels, services: ["birth-record"] };
const problems = (change: object) =>
  checkInstrumentReferences(servicePerformanceInstrument.parse({ ...defaultInstrument, ...change }), known).map(
    ({ code, field }) => `${field} ${code}`,
  );

test("what is not there, or lies the wrong way round in the tree, is named with its path", () => {
  const [prize] = defaultInstrument.prizes;
  expect(problems({ reportingLevel: "STREET" })).toEqual(["reportingLevel UNKNOWN_LEVEL"]);
  expect(problems({ levels: ["PROVINCE", "DISTRICT", "SECTOR", "CELL"] })).toEqual(["levels[3] INVALID_VALUE"]);
  expect(problems({ services: ["birth-record", "passport"] })).toEqual(["services[1] UNKNOWN_REFERENCE"]);
  expect(problems({ prizes: [{ ...prize, scope: { kind: "WITHIN_EACH", level: "SECTOR" } }] })).toEqual([
    "prizes[0].scope.level INVALID_VALUE",
  ]);
});

test("the default instrument fits Rwanda", () => {
  expect(problems({})).toEqual([]);
});
