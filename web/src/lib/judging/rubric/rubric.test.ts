import { describe, expect, it } from "vitest";
import type { KnownCriterion, KnownRubric } from "../known-card.ts";
import { missingIn } from "./card-check.ts";
import { typeDigit } from "./digit-entry.ts";
import { anchorOf, isOnScale, plain, stepFrom, valuesOf } from "./scale.ts";

const ten = { min: "1", max: "10", step: "1" };
const halves = { min: "0", max: "5", step: "0.5" };
const hundred = { min: "0", max: "100", step: "1" };

describe("a scale", () => {
  it("lists its marks in the one way they are written, or none where they are many", () => {
    expect(valuesOf(ten)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(valuesOf(halves)).toEqual(["0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"]);
    expect(valuesOf({ min: "1.000000", max: "2", step: "1" })).toEqual(["1", "2"]);
    expect(valuesOf(hundred)).toBeNull();
  });

  it("refuses what lies beside it", () => {
    expect(["1", "10", "7.000000"].map((mark) => isOnScale(ten, mark))).toEqual([true, true, true]);
    expect(["0", "11", "1.5", "", "x", "-1"].map((mark) => isOnScale(ten, mark))).toEqual([false, false, false, false, false, false]);
    expect(isOnScale({ min: "0", max: "1", step: "0.1" }, "0.3")).toBe(true);
  });

  it("reads a mark however its decimals are written", () => {
    expect(["7.000000", "2,5", ".5", " 3 ", "3."].map(plain)).toEqual(["7", "2.5", "0.5", "3", "3"]);
    expect(["", "a", "1e3", "--1"].map(plain)).toEqual([null, null, null, null]);
  });

  it("is gone up and down without leaving it, beginning at its ends", () => {
    expect(stepFrom(ten, null, 1)).toBe("1");
    expect(stepFrom(ten, null, -1)).toBe("10");
    expect(stepFrom(ten, "10", 1)).toBe("10");
    expect(stepFrom(halves, "2.5", -1)).toBe("2");
    expect(stepFrom({ min: "0", max: "10", step: "3" }, "9", 1)).toBe("9");
  });

  it("shows the anchor of a mark, or the nearest below", () => {
    const anchors = [
      { value: "1", text: "Copied" },
      { value: "7", text: "New here" },
    ];
    expect(anchorOf(anchors, "7")).toEqual({ value: "7", text: "New here", exact: true });
    expect(anchorOf(anchors, "6")).toEqual({ value: "1", text: "Copied", exact: false });
    expect(anchorOf(anchors, null)).toBeNull();
    expect(anchorOf([{ value: "5", text: "x" }], "4")).toBeNull();
  });
});

describe("digits", () => {
  const values = valuesOf(ten) ?? [];
  const half = valuesOf(halves) ?? [];

  it("set a mark at once, and ten with a second digit", () => {
    expect(typeDigit(values, "", "7")).toEqual({ typed: "7", mark: "7", more: false });
    expect(typeDigit(values, "", "1")).toEqual({ typed: "1", mark: "1", more: true });
    expect(typeDigit(values, "1", "0")).toEqual({ typed: "10", mark: "10", more: false });
  });

  it("begin anew where no longer number is on the scale", () => {
    expect(typeDigit(values, "1", "4")).toEqual({ typed: "4", mark: "4", more: false });
  });

  it("take a zero alone for ten only where zero is no mark", () => {
    expect(typeDigit(values, "", "0")).toMatchObject({ mark: "10" });
    expect(typeDigit(valuesOf({ min: "0", max: "10", step: "1" }) ?? [], "", "0")).toMatchObject({ mark: "0" });
    expect(typeDigit(valuesOf({ min: "1", max: "5", step: "1" }) ?? [], "", "0")).toBeNull();
  });

  it("write halves with a point or a comma, keeping the mark until the half is whole", () => {
    expect(typeDigit(half, "2", ",")).toEqual({ typed: "2.", mark: null, more: true });
    expect(typeDigit(half, "2.", "5")).toEqual({ typed: "2.5", mark: "2.5", more: false });
    expect(typeDigit(half, "2.", "3")).toMatchObject({ mark: "3" });
  });

  it("say nothing by other keys", () => {
    expect(typeDigit(values, "", "x")).toBeNull();
    expect(typeDigit(values, "", ".")).toBeNull();
    expect(typeDigit(half, "", "9")).toBeNull();
  });
});

describe("a card", () => {
  const criterion = (code: string, comment: string): KnownCriterion => ({
    ...{ code, name: code, description: "", weight: "1", ...ten, anchors: [], comment, ranking: true },
  });
  const rubric: KnownRubric = { mode: "SCORES", criteria: [criterion("new", "OPTIONAL"), criterion("reach", "REQUIRED")], failReasons: [] };
  const empty = { items: {}, verdict: null, failReasons: [] };

  it("lacks each mark and each comment that is asked for", () => {
    expect(missingIn(rubric, empty).map(({ what, criterion: code }) => `${what} ${code}`)).toEqual([
      "mark new",
      "mark reach",
      "comment reach",
    ]);
    const items = { "mark new": { value: "3", comment: "" }, "mark reach": { value: "4", comment: "  " } };
    expect(missingIn(rubric, { ...empty, items })).toEqual([{ what: "comment", criterion: "reach" }]);
  });

  it("that fails an entry says why", () => {
    const verdicts: KnownRubric = { mode: "PASS_FAIL", criteria: [], failReasons: [{ code: "late", name: "Late" }] };
    expect(missingIn(verdicts, empty)).toEqual([{ what: "verdict", criterion: null }]);
    expect(missingIn(verdicts, { ...empty, verdict: "FAIL" })).toEqual([{ what: "reasons", criterion: null }]);
    expect(missingIn(verdicts, { ...empty, verdict: "FAIL", failReasons: ["late"] })).toEqual([]);
    expect(missingIn(verdicts, { ...empty, verdict: "PASS" })).toEqual([]);
  });
});
