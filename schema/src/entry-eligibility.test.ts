import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EligibilityRules, type EntryHistory, eligibility, plainTitle } from "./entry-eligibility.ts";
import { FORM, field } from "./entry-form.fixture.ts";
import type { Answers, EntryForm } from "./entry-form.ts";
import { formChanges } from "./form-changes.ts";

describe("eligibility", () => {
  const RULES: EligibilityRules = {
    window: { from: "2024-01-01", to: "2025-12-31", basis: "APPLIED_OR_DEVELOPED" },
    minDesignWords: 3,
    maxEntries: 2,
    barredPrizes: [{ prize: "best", places: 3 }],
    uniqueTitles: true,
    stages: ["APPLIED"],
    affairs: ["HEALTH"],
  };
  const NEW: EntryHistory = { timesEntered: 0, prizes: [], titles: [] };
  const broken = (answers: Answers, { history = NEW, whole = false, rules = RULES } = {}) =>
    eligibility(rules, { form: FORM, answers, history, whole }).map(({ field: key, code }) => `${key} ${code}`);
  const GOOD: Answers = { title: "Sanjo", stage: "APPLIED", applied: "2024-01-01", affairs: ["X", "HEALTH"], design: "one two three" };

  test("holds nothing against what is not answered yet, until it is handed in", () => {
    expect(broken({})).toEqual([]);
    expect(broken({}, { whole: true })).toEqual([
      "stage STAGE_NOT_ELIGIBLE",
      "affairs AFFAIR_NOT_ELIGIBLE",
      "applied OUTSIDE_WINDOW",
      "design TOO_FEW_WORDS",
    ]);
    expect(broken(GOOD, { whole: true })).toEqual([]);
  });

  test("knows the window to the day, applied or developed", () => {
    expect(broken({ ...GOOD, applied: "2023-12-31" })).toEqual(["applied OUTSIDE_WINDOW"]);
    expect(broken({ ...GOOD, applied: "2025-12-31" })).toEqual([]);
    expect(broken({ ...GOOD, applied: "2019-01-01", developed: "2024-06-01" })).toEqual([]);
    const applied = { ...RULES, window: { from: "2024-01-01", to: "2025-12-31", basis: "APPLIED" as const } };
    expect(broken({ ...GOOD, applied: "2019-01-01", developed: "2024-06-01" }, { rules: applied })).toEqual(["applied OUTSIDE_WINDOW"]);
    expect(broken({ ...GOOD, applied: "2024-" })).toEqual([]);
  });

  test("knows how often it was entered, what was won, and who has the title", () => {
    expect(broken(GOOD, { history: { ...NEW, timesEntered: 1 } })).toEqual([]);
    expect(broken(GOOD, { history: { ...NEW, timesEntered: 2 } })).toEqual(["title ENTERED_TOO_OFTEN"]);
    expect(broken(GOOD, { history: { ...NEW, prizes: [{ prize: "best", place: 3, round: "r" }] } })).toEqual(["title PRIZE_BARS_ENTRY"]);
    expect(
      broken(GOOD, {
        history: {
          ...NEW,
          prizes: [
            { prize: "best", place: 4, round: "r" },
            { prize: "other", place: 1, round: "r" },
          ],
        },
      }),
    ).toEqual([]);
    expect(broken({ ...GOOD, title: " SANJO! " }, { history: { ...NEW, titles: ["sanjo"] } })).toEqual(["title TITLE_TAKEN"]);
    expect(broken(GOOD, { history: { ...NEW, titles: ["sanjo"] }, rules: { ...RULES, uniqueTitles: false } })).toEqual([]);
  });

  test("a title stays the same title whatever its case, spaces and punctuation", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(" ", "  ", " - ", "_", "!"),
        (list, between) => {
          expect(plainTitle(` ${list.join(between).toUpperCase()} `)).toBe(list.join(" "));
        },
      ),
    );
  });
});

test("a later version of a form tells what was added, changed and taken out", () => {
  const [about, ...rest] = FORM.tasks;
  if (!about) throw new Error("the form has tasks");
  const later: EntryForm = {
    tasks: [{ ...about, fields: [field("title", { kind: "SHORT_TEXT", binds: "title", required: false }), field("new")] }, ...rest],
  };
  expect(formChanges(FORM, FORM)).toEqual([]);
  expect(formChanges(FORM, later).map(({ kind, field: key }) => `${kind} ${key}`)).toEqual([
    "CHANGED title",
    "ADDED new",
    "REMOVED changed",
  ]);
});
