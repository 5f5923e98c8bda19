import { expect, test } from "vitest";
import { FRESH_CRITERION, filledJury, freshStage, sentJury } from "./jury-definition.ts";

const names = { en: "A", rw: "A", id: "A" };
const panels = [{ code: "a", names }];

test("what a file leaves out of a jury's instrument is what is usual, and what it says stays", () => {
  const { judging, eligibility, tieBreaks, prizes } = filledJury({
    kind: "JURY",
    eligibility: { maxEntries: 2 },
    judging: [
      {
        stage: "desk",
        panels,
        capacity: 15,
        criteria: [{ code: "novelty", names, weight: 40 }],
        others: { when: "NEVER" },
        cut: { kind: "TOP", places: 5 },
      },
      { stage: "check", mode: "PASS_FAIL", panels },
    ],
  });
  expect(judging[0]).toEqual({
    ...freshStage("desk"),
    panels,
    capacity: 15,
    criteria: [{ ...FRESH_CRITERION, code: "novelty", names, weight: 40 }],
    others: { what: "MARKS", when: "NEVER" },
    cut: { kind: "TOP", places: 5, within: "EVERYWHERE" },
  });
  expect(judging[1]).toMatchObject({ mode: "PASS_FAIL", criteria: [], cut: { kind: "NONE" } });
  expect(eligibility).toEqual({ minDesignWords: 0, uniqueTitles: true, barredPrizes: [], stages: [], affairs: [], maxEntries: 2 });
  expect([tieBreaks, prizes]).toEqual([[], []]);
});

test("words that say nothing are not sent", () => {
  const criteria = [
    { ...FRESH_CRITERION, descriptions: { en: " ", rw: "" } },
    { ...FRESH_CRITERION, descriptions: names },
  ];
  const sent = sentJury({ ...filledJury({ kind: "JURY", judging: [{ stage: "desk", panels, criteria }] }), conduct: { en: "" } });
  expect(sent).not.toHaveProperty("conduct");
  expect(sent.judging[0]?.criteria).toEqual([FRESH_CRITERION, { ...FRESH_CRITERION, descriptions: names }]);
});
