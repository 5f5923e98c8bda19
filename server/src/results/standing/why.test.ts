import { expect, test } from "vitest";
import { fraction, roundHalfUp, sum } from "../../kernel/fraction.ts";
import { compareSubjects } from "../compare.ts";
import { aDistrict, anInstrument, totalsOf } from "./standing.factory.ts";
import { computeStanding } from "./standing.ts";
import { whyRank } from "./why.ts";

const instrument = anInstrument({
  minVolume: 60,
  minCompleteness: "0.9",
  metrics: [
    { metric: "PROCESSING_RATE", weight: 40, normalise: { method: "MIN_MAX" }, shrinkage: 30 },
    { metric: "MEAN_HOURS", weight: 30, normalise: { method: "PERCENT_RANK" } },
    { metric: "SELF_APPLICATIONS", weight: "30.5", normalise: { method: "TARGET", floor: 0, target: 70 } },
  ],
});
const standing = computeStanding({
  instrument,
  areas: ["A", "B", "C", "D"].map((code) => aDistrict(code)),
  totals: [
    totalsOf("A", { processed: 83, processingHours: "211.7" }),
    totalsOf("B", { processed: 47, selfApplications: 61 }),
    totalsOf("C", { received: 77, carriedOver: 13, processed: 71 }),
    totalsOf("D", { received: 40, approvedReports: 8 }),
  ],
});

test("the contributions of a rank add up to its score exactly", () => {
  for (const code of ["A", "B", "C"]) {
    const why = whyRank(instrument, standing, code);
    const total = sum(why?.steps.map((step) => fraction(step.exact.contribution)) ?? []);
    expect(why?.result).toMatchObject({ score: roundHalfUp(total, 2), scoreExact: total.toFraction() });
    expect(why?.totalWeight).toBe("100.5");
    for (const step of why?.steps ?? []) {
      const points = fraction(step.exact.normalised).mul(fraction(step.weight)).div(fraction("100.5"));
      expect(points.equals(fraction(step.exact.contribution))).toBe(true);
    }
  }
});

test("a ranked subject meets every requirement; an ineligible one is told what is missing", () => {
  expect(whyRank(instrument, standing, "A")?.requirements.every((requirement) => requirement.met)).toBe(true);
  const why = whyRank(instrument, standing, "D");
  expect(why?.steps).toEqual([]);
  expect(why?.values.map(({ metric, value }) => [metric, value])).toEqual([
    ["PROCESSING_RATE", "1.250000"],
    ["MEAN_HOURS", "2.000000"],
    ["SELF_APPLICATIONS", "30.000000"],
  ]);
  expect(why?.requirements.filter((requirement) => !requirement.met)).toEqual([
    { code: "VOLUME", metric: null, met: false, has: "40", needed: "60", missing: "20" },
    { code: "COMPLETENESS", metric: null, met: false, has: "8", needed: "11", missing: "3" },
  ]);
});

test("the differences of a comparison add up to the difference of the scores before rounding", () => {
  const comparison = compareSubjects(standing, "A", "C");
  const parts = comparison?.metrics.map((entry) => fraction(entry.differenceExact)) ?? [];
  expect(parts).toHaveLength(3);
  expect(sum(parts).toFraction()).toBe(comparison?.differenceExact);
  const back = compareSubjects(standing, "C", "A");
  expect(
    fraction(back?.differenceExact ?? "0")
      .neg()
      .toFraction(),
  ).toBe(comparison?.differenceExact);
});

test("there is nothing to say of a stranger, and nothing to compare with one that is not ranked", () => {
  expect(whyRank(instrument, standing, "Z")).toBeNull();
  expect(compareSubjects(standing, "A", "D")).toBeNull();
});
