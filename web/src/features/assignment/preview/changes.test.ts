import { describe, expect, it } from "vitest";
import type { Assigned, Preview, StageEntry } from "../assignment.query.ts";
import { changesOf } from "./changes.ts";

const entry = (reference: string, calibration = false): StageEntry => ({
  id: reference,
  reference,
  title: `Title ${reference}`,
  panel: null,
  calibration,
  outcome: null,
});
const held = (reference: string, judge: string, signed = false): Assigned => ({
  id: `${reference} ${judge}`,
  entryId: reference,
  entry: reference,
  title: `Title ${reference}`,
  judgeId: judge,
  judge,
  name: judge,
  origin: "HAND",
  because: {},
  signed,
  assignedAt: "2026-07-01T00:00:00Z",
});
const planned = (...pairs: readonly (readonly [string, string, boolean])[]): Preview => ({
  token: "t",
  complete: true,
  connected: true,
  ended: 0,
  added: 0,
  relaxations: [],
  pairs: pairs.map(([entryId, judgeId, kept]) => ({
    entryId,
    judgeId,
    kept,
    expertise: null,
    language: true,
    nth: 1,
    capacity: 9,
    cross: false,
    link: false,
  })),
  judges: ["J01", "J02"].map((code) => ({ judgeId: code, code, name: code, cards: 1, capacity: 9 })),
  entries: ["E01", "E02"].map((reference) => ({ entryId: reference, reference, title: reference, missing: 0, eligible: 2 })),
});
const told = (preview: Preview, assigned: readonly Assigned[], entries = [entry("E01"), entry("E02")]) =>
  changesOf(preview, { entries, assigned }).map(
    ({ kind, entry: reference, judge, signed }) => `${kind} ${reference} ${judge}${signed ? " signed" : ""}`,
  );

describe("a preview beside what holds", () => {
  it("tells what is new, then what ends, then what stays", () => {
    expect(told(planned(["E01", "J01", true], ["E02", "J01", false]), [held("E01", "J01"), held("E02", "J02", true)])).toEqual([
      "NEW E02 J01",
      "ENDED E02 J02 signed",
      "KEPT E01 J01",
    ]);
  });

  it("leaves calibration alone, which everybody judges", () => {
    expect(told(planned(["E02", "J01", false]), [held("E01", "J01"), held("E01", "J02")], [entry("E01", true), entry("E02")])).toEqual([
      "NEW E02 J01",
    ]);
  });
});
