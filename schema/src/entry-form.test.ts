import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countWords, hasShape, innovationOf, isBlank, isDay, isLink, shownFields } from "./entry-answers.ts";
import { completeness, type EntryFacts, isFrozen, isRequired, taskStates } from "./entry-completeness.ts";
import { FORM, field, task } from "./entry-form.fixture.ts";
import { type Answers, type EntryForm, FIELD_KINDS } from "./entry-form.ts";

const facts = (more: Partial<EntryFacts> = {}): EntryFacts => ({
  answers: {},
  claims: {},
  today: "2026-06-01",
  mandatoryIndicators: [],
  ...more,
});
const codes = (more: Partial<EntryFacts> = {}) => completeness(FORM, facts(more)).map(({ field: key, code }) => `${key} ${code}`);
const WHOLE: Answers = { title: "Sanjo", stage: "TRIAL", design: "one two three" };

describe("what is asked", () => {
  const shown = (answers: Answers, copied = false) =>
    FORM.tasks.flatMap((one) => shownFields(one, { form: FORM, answers, copied }).map(({ key }) => key));

  test("follows its conditions, and theirs", () => {
    expect(shown({})).not.toContain("applied");
    expect(shown({ stage: "APPLIED" })).toContain("applied");
    expect(shown({ stage: "APPLIED", applied: "2026-01-01" })).toContain("place");
    expect(shown({ stage: "TRIAL", applied: "2026-01-01" })).not.toContain("place");
    expect(shown({})).not.toContain("changed");
    expect(shown({}, true)).toContain("changed");
  });

  test("is not asked for ever where conditions go in a circle", () => {
    const circle: EntryForm = {
      tasks: [task("t", [field("a", { when: { field: "b", in: ["x"] } }), field("b", { when: { field: "a", in: ["x"] } })])],
    };
    expect(shownFields(circle.tasks[0] ?? task("", []), { form: circle, answers: { a: "x", b: "x" } })).toEqual([]);
  });
});

describe("what an answer is worth", () => {
  test("words are counted as people do", () => {
    expect(countWords("  Pelayanan  cepat,\n2 menit — selesai! ")).toBe(5);
    expect(countWords("— … !")).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { maxLength: 50 }), (list) => {
        expect(countWords(list.join(" \n"))).toBe(list.length);
      }),
    );
  });

  test("days and links are real ones", () => {
    expect(["2024-02-29", "2023-02-29", "2024-2-9", "soon"].map(isDay)).toEqual([true, false, false, false]);
    expect(["https://a.id", "http://a.id/x?y", "javascript:alert(1)", "a.id", "data:text/html,x"].map(isLink)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test("whatever comes is either of the field's shape or is told not to be, and never breaks a rule's reading of it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_KINDS), fc.anything(), (kind, value) => {
        const kept = hasShape(kind, value) ? value : null;
        const one: EntryForm = { tasks: [task("t", [field("f", { kind, ...(kind.startsWith("CHOICE") ? { options: [] } : {}) })])] };
        expect(Array.isArray(completeness(one, facts({ answers: { f: kept } })))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("null bytes and halves of characters are not kept", () => {
    expect(hasShape("LONG_TEXT", "a\u0000b")).toBe(false);
    expect(hasShape("LONG_TEXT", "a\ud800b")).toBe(false);
    expect(hasShape("LINKS", ["a\u0000"])).toBe(false);
    expect(hasShape("PLACE", { latitude: "1", longitude: "2", more: "3" })).toBe(false);
  });
});

describe("completeness", () => {
  test("tells what is required today, of what is asked", () => {
    expect(codes()).toEqual(["title REQUIRED", "stage REQUIRED", "design REQUIRED"]);
    expect(codes({ today: "2026-04-30" })).toEqual(["title REQUIRED", "stage REQUIRED"]);
    expect(codes({ answers: { ...WHOLE, stage: "APPLIED" } })).toEqual(["applied REQUIRED"]);
    expect(codes({ answers: WHOLE, copied: true })).toEqual(["changed REQUIRED"]);
    expect(codes({ answers: WHOLE })).toEqual([]);
  });

  test("tells what is wrong in what was answered", () => {
    expect(codes({ answers: { ...WHOLE, design: "one two" } })).toEqual(["design TOO_FEW_WORDS"]);
    expect(codes({ answers: { ...WHOLE, design: "one two three four five six" } })).toEqual(["design TOO_MANY_WORDS"]);
    expect(codes({ answers: { ...WHOLE, stage: "OTHER" } })).toEqual(["stage INVALID_VALUE"]);
    expect(codes({ answers: { ...WHOLE, developed: "2026-13-01" } })).toEqual(["developed INVALID_DATE"]);
    expect(codes({ answers: { ...WHOLE, links: ["javascript:alert(1)"] } })).toEqual(["links INVALID_LINK"]);
    expect(codes({ answers: { ...WHOLE, affairs: ["X"] }, affairs: ["HEALTH"] })).toEqual(["affairs INVALID_VALUE"]);
    expect(codes({ answers: { ...WHOLE, title: "x".repeat(201) } })).toEqual(["title TOO_LONG"]);
  });

  test("wants a level in mandatory rows, and evidence for every level above 0", () => {
    const rows = (claims: EntryFacts["claims"]) => codes({ answers: WHOLE, claims, mandatoryIndicators: ["REGULATION"] });
    expect(rows({})).toEqual(["REGULATION INDICATOR_REQUIRED"]);
    expect(rows({ REGULATION: { claimed: 2, evidence: 0 }, STAFF: { claimed: 0, evidence: 0 } })).toEqual(["REGULATION EVIDENCE_REQUIRED"]);
    expect(rows({ REGULATION: { claimed: 2, evidence: 1 }, STAFF: { claimed: 1, evidence: 0 } })).toEqual(["STAFF EVIDENCE_REQUIRED"]);
    expect(rows({ REGULATION: { claimed: 2, evidence: 1 } })).toEqual([]);
  });

  test("days are inclusive: required from, frozen after", () => {
    expect(isRequired({ required: true, requiredFrom: "2026-05-01" }, "2026-05-01")).toBe(true);
    expect(isFrozen({ frozenAfter: "2026-05-01" }, "2026-05-01")).toBe(false);
    expect(isFrozen({ frozenAfter: "2026-05-01" }, "2026-05-02")).toBe(true);
  });

  test("answering more never adds a missing field, and a whole entry has no problem whatever order it was written in", () => {
    const keys = Object.keys(WHOLE);
    fc.assert(
      fc.property(fc.shuffledSubarray(keys), fc.constantFrom(...keys), (some, next) => {
        const answers = Object.fromEntries(some.map((key) => [key, WHOLE[key] ?? null]));
        const missing = (given: Answers) => completeness(FORM, facts({ answers: given })).filter(({ code }) => code === "REQUIRED").length;
        expect(missing({ ...answers, [next]: WHOLE[next] ?? null })).toBeLessThanOrEqual(missing(answers));
      }),
    );
  });
});

describe("the task list", () => {
  const states = (more: Partial<EntryFacts> & { readonly returned?: readonly string[] } = {}) => {
    const all = facts(more);
    return taskStates(FORM, { ...all, problems: completeness(FORM, all), returned: more.returned ?? [] });
  };

  test("goes from not started over in progress to completed, and ends in a last look", () => {
    expect(states()).toEqual({
      about: "NOT_STARTED",
      stage: "NOT_STARTED",
      design: "NOT_STARTED",
      affairs: "NOT_STARTED",
      rows: "NOT_STARTED",
      review: "CANNOT_START",
    });
    expect(states({ answers: { stage: "APPLIED" } })).toMatchObject({ stage: "IN_PROGRESS", review: "CANNOT_START" });
    expect(states({ answers: WHOLE })).toMatchObject({
      about: "COMPLETED",
      design: "COMPLETED",
      affairs: "NOT_STARTED",
      review: "NOT_STARTED",
    });
  });

  test("says where something is wrong or was sent back", () => {
    expect(states({ answers: { ...WHOLE, stage: "OTHER" } })).toMatchObject({ stage: "PROBLEM", review: "CANNOT_START" });
    expect(states({ answers: WHOLE, returned: ["design", "STAFF"] })).toMatchObject({
      design: "PROBLEM",
      rows: "PROBLEM",
      about: "COMPLETED",
      review: "NOT_STARTED",
    });
  });
});

test("what is blank, and what of an innovation a form knows", () => {
  expect([null, "", "  ", [], [" "], { latitude: "", longitude: " " }].every((value) => isBlank(value))).toBe(true);
  expect([false, 0, "x", ["x"]].some((value) => isBlank(value))).toBe(false);
  expect(innovationOf(FORM, { title: "T", changed: "no", developed: null })).toEqual({ title: "T", developedOn: null });
});
