import type { Decimal, MarkedCard, ScorecardCriterion } from "@isonga/schema/scorecard";
import { expect, test } from "vitest";
import { sharedData } from "../../../../test/world/shared-data.ts";
import { stageStatistics } from "./stage-statistics.ts";

type Expected = {
  readonly scale: readonly [number, number];
  readonly weights: Readonly<Record<string, number>>;
  readonly shrink: number;
  readonly components: number;
  readonly entries: Readonly<Record<string, unknown>>;
  readonly judges: Readonly<Record<string, unknown>>;
  readonly alpha: Readonly<Record<string, string>>;
};

const expected: Expected = JSON.parse(sharedData("judging_2026_expected.json"));
const [min, max] = expected.scale;
const criteria: readonly ScorecardCriterion[] = Object.entries(expected.weights).map(([code, weight]) => ({
  code,
  weight,
  min,
  max,
  step: 1,
  ranking: true,
}));

function cards(): readonly MarkedCard[] {
  const [head = "", ...lines] = sharedData("judging_2026_marks.csv").trim().split(/\r?\n/);
  const codes = head.split(",").slice(2);
  return lines.map((line) => {
    const [entryId = "", judgeId = "", ...marks] = line.split(",");
    return { entryId, judgeId, marks: Object.fromEntries(codes.map((code, place): [string, Decimal | undefined] => [code, marks[place]])) };
  });
}

test("the cards of 2026 give the known answers to the last digit, in whatever order they come", () => {
  for (const given of [cards(), cards().toReversed()]) {
    const found = stageStatistics({ criteria, cards: given, mean: "PLAIN", shrink: expected.shrink });
    expect(Object.fromEntries(found.entries.map(({ entryId, ...entry }) => [entryId, entry]))).toEqual(expected.entries);
    expect(Object.fromEntries(found.judges.map(({ judgeId, ...judge }) => [judgeId, judge]))).toEqual(expected.judges);
    const alphas = [...found.criteria, ["overall", found.overall] as const].map(([code, { alpha }]) => [code, alpha]);
    expect(Object.fromEntries(alphas)).toEqual(expected.alpha);
    expect(found.connectivity.groups).toHaveLength(expected.components);
    expect(found.connectivity).toMatchObject({ links: 0, proposal: [] });
  }
});
