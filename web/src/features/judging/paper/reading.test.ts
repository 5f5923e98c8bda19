import { describe, expect, it } from "vitest";
import { inSheetOrder, offScale, type Reading, readingOf, type SheetRubric, toInput, withChoice } from "./reading.ts";

const scale = { min: "1", max: "10", step: "0.5" };
const rubric: SheetRubric = {
  mode: "SCORES",
  criteria: [
    { code: "novelty", name: "Novelty", comment: "OPTIONAL", ...scale },
    { code: "impact", name: "Impact", comment: "OFF", ...scale },
  ],
  failReasons: [],
};
const typed = (novelty: string, impact: string): Reading => ({
  ...readingOf(rubric, null),
  marks: { novelty: { value: novelty, comment: " Good " }, impact: { value: impact, comment: "" } },
});

describe("a sheet as it is keyed in", () => {
  it("begins empty, with marks unless the stage asks whether it passes", () => {
    expect(readingOf(rubric, null).outcome).toBe("SCORED");
    expect(readingOf({ ...rubric, mode: "PASS_FAIL" }, null).outcome).toBeNull();
  });

  it("sends marks as the platform writes them, and none where nothing was typed", () => {
    expect(toInput(typed("7,5", " "), "SCORED").marks).toEqual([{ criterion: "novelty", value: "7.5", comment: "Good" }]);
  });

  it("knows marks beside the scale, but none on a sheet whose judge abstains", () => {
    expect(offScale(rubric, typed("7.3", "11")).map(({ code }) => code)).toEqual(["novelty", "impact"]);
    expect(offScale(rubric, typed("", "10"))).toEqual([]);
    expect(offScale(rubric, { ...typed("x", ""), outcome: "ABSTAINED" })).toEqual([]);
  });

  it("takes what was chosen where two differ", () => {
    const choices = [
      ["marks.novelty", "3"],
      ["comments.novelty", ""],
      ["failReasons", '["thin"]'],
      ["commentToPanel", "Fine"],
      ["outcome", "FAIL"],
    ] as const;
    const chosen = choices.reduce((reading, [field, value]) => withChoice(reading, field, value), typed("7", "6"));
    expect(chosen).toMatchObject({
      outcome: "FAIL",
      failReasons: ["thin"],
      commentToPanel: "Fine",
      marks: { novelty: { value: "3", comment: "" }, impact: { value: "6" } },
    });
  });

  it("shows differences in the order of the sheet", () => {
    const fields = ["commentToPanel", "comments.novelty", "marks.impact", "outcome", "marks.novelty"];
    const sorted = inSheetOrder(
      rubric,
      fields.map((field) => ({ field, first: "1", second: "2" })),
    );
    expect(sorted.map(({ field }) => field)).toEqual(["outcome", "marks.novelty", "comments.novelty", "marks.impact", "commentToPanel"]);
  });
});
