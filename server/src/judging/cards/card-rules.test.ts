import { describe, expect, it } from "vitest";
import { Refusal } from "../../kernel/refusal.ts";
import type { Criterion } from "../../programmes/jury-instrument.ts";
import { changedCriteria } from "./ask-again.ts";
import { type TimeOfAct, timeOfAct } from "./card-time.ts";
import { plainDecimal } from "./merge-card.ts";

const at = (minute: number): Date => new Date(Date.UTC(2026, 7, 1, 12, minute));
const stage = { state: "SCORING", endsAt: at(0), graceMinutes: 10 } as const;
const row = { state: "DRAFT", askedAgain: null } as const;

/** What becomes of an act, in a word. */
function outcome(more: Partial<TimeOfAct>): string {
  try {
    const { actedAt, inGrace } = timeOfAct({ stage, row, claimed: null, now: at(-1), ...more });
    return `${inGrace ? "in grace" : "in time"} ${actedAt.toISOString().slice(14, 16)}`;
  } catch (error) {
    return error instanceof Refusal ? error.code : "fault";
  }
}

describe("the time of an act", () => {
  it.each([
    ["before the end nothing is asked of the device", { now: at(-1) }, "in time 59"],
    ["nor on the very end", { now: at(0) }, "in time 00"],
    ["a clock that runs behind is taken as it is", { now: at(-1), claimed: at(-50) }, "in time 10"],
    ["a clock that runs ahead counts as now", { now: at(-1), claimed: at(55) }, "in time 59"],
    ["within the grace the device is believed", { now: at(10), claimed: at(0) }, "in grace 00"],
    ["but not when it says that it was later", { now: at(10), claimed: at(1) }, "STAGE_CLOSED"],
    ["nor when it says nothing", { now: at(1) }, "STAGE_CLOSED"],
    ["nor after the grace, whatever it says", { now: at(11), claimed: at(-5) }, "STAGE_CLOSED"],
    ["who was asked again may go on after the end", { now: at(30), row: { ...row, askedAgain: "why" } }, "in time 30"],
    ["also in the discussion", { stage: { ...stage, state: "DISCUSSION" }, row: { ...row, askedAgain: "why" } }, "in time 59"],
    ["others may not in the discussion", { stage: { ...stage, state: "DISCUSSION" } }, "STAGE_CLOSED"],
    ["nobody may once it is closed", { stage: { ...stage, state: "CLOSED" }, row: { ...row, askedAgain: "why" } }, "STAGE_CLOSED"],
    ["nobody may on a signed card", { row: { ...row, state: "SIGNED" } }, "CARD_SIGNED"],
  ] as const)("%s", (_name, more, expected) => {
    expect(outcome(more as Partial<TimeOfAct>)).toBe(expected);
  });
});

describe("criteria of a new version", () => {
  const one = {
    code: "a",
    names: { en: "A" },
    weight: 10,
    min: 1,
    max: 10,
    step: 1,
    anchors: [],
    comment: "OPTIONAL",
    ranking: true,
  } as unknown as Criterion;
  it("ask again when they say, scale or want something else, or are new; not for a weight, and not for what is gone", () => {
    expect(changedCriteria([one], [{ ...one, weight: 20, ranking: false }])).toEqual([]);
    expect(changedCriteria([one, { ...one, code: "b" }], [one])).toEqual([]);
    expect(changedCriteria([one], [one, { ...one, code: "b" }])).toEqual(["b"]);
    expect(changedCriteria([one], [{ ...one, max: 5 }])).toEqual(["a"]);
    expect(changedCriteria([one], [{ ...one, names: { en: "Other", rw: "Other", id: "Other" } }])).toEqual(["a"]);
    expect(changedCriteria([one], [{ ...one, comment: "REQUIRED" }])).toEqual(["a"]);
  });
});

describe("marks as text", () => {
  it("are one however they are written", () => {
    expect(["07.50", "7.5", "7.500", "0", "00", "0.0", "-1.0"].map(plainDecimal)).toEqual(["7.5", "7.5", "7.5", "0", "0", "0", "-1"]);
  });
});
