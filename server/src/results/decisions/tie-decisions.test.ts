import { expect, test } from "vitest";
import { aDistrict, anInstrument, totalsOf } from "../standing/standing.factory.ts";
import { computeStanding } from "../standing/standing.ts";
import { applyTieOrder } from "./tie-decisions.ts";

const instrument = anInstrument({ tieBreaks: [{ rule: "CHAIR_DECISION" }] });
const areas = ["A", "B", "C", "D", "E"].map((code) => aDistrict(code));
const processed = { A: 90, B: 80, C: 80, D: 80, E: 10 };
const totals = Object.entries(processed).map(([code, value]) => totalsOf(code, { processed: value }));
const standing = computeStanding({ instrument, areas, totals });

const ranks = (order: Readonly<Record<string, number>>, rules = instrument) =>
  applyTieOrder(rules, standing, new Map(Object.entries(order))).levels[0]?.ranked.map(({ rank, subject }) => `${rank} ${subject.code}`);

test("until the chair decides, a tie shares its rank", () => {
  expect(ranks({})).toEqual(["1 A", "2 B", "2 C", "2 D", "5 E"]);
});

test("the chair's order counts within the tie only, and who has none comes after", () => {
  expect(ranks({ D: 1 })).toEqual(["1 A", "2 D", "3 B", "3 C", "5 E"]);
  expect(ranks({ D: 1, B: 2, C: 3 })).toEqual(["1 A", "2 D", "3 B", "4 C", "5 E"]);
  expect(ranks({ E: 1, A: 2 })).toEqual(["1 A", "2 B", "2 C", "2 D", "5 E"]);
});

test("who still shares a rank is said, and that the chair decided", () => {
  const ranked = applyTieOrder(instrument, standing, new Map([["D", 1]])).levels[0]?.ranked ?? [];
  expect(ranked.map(({ tiedWith }) => tiedWith)).toEqual([[], [], ["C"], ["B"], []]);
  expect(ranked.map(({ tieBreak }) => tieBreak?.rule ?? null)).toEqual([null, null, "CHAIR_DECISION", null, null]);
});

test("a list that does not name the chair leaves the tie as it is", () => {
  expect(ranks({ D: 1 }, anInstrument())).toEqual(["1 A", "2 B", "2 C", "2 D", "5 E"]);
});
