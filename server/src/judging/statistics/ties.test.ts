import type { MarkedCard, ScorecardCriterion } from "@isonga/schema/scorecard";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakTies, type TieGround, type TieRule } from "./ties.ts";

const scale = { min: 1, max: 10, step: 1, ranking: true };
const CRITERIA: readonly ScorecardCriterion[] = [
  { code: "summary", weight: 0, ...scale },
  { code: "novelty", weight: "15", ...scale },
  { code: "significance", weight: 30, ...scale },
  { code: "sustainability", weight: "15.0", ...scale },
  { code: "advice", weight: 99, ...scale, ranking: false },
];
/** Marks as digits on significance, novelty, sustainability; summary and advice as given. */
const card = (entryId: string, digits: string, beside = "5"): MarkedCard => {
  const [significance = "", novelty = "", sustainability = ""] = digits;
  return { entryId, judgeId: `J${digits}`, marks: { significance, novelty, sustainability, summary: beside, advice: beside } };
};
const tied = (...entryIds: string[]) => entryIds.map((entryId) => ({ entryId, rank: 3 }));
const broken = (entryIds: readonly string[], rules: readonly TieRule[], ground: Partial<TieGround>) =>
  breakTies(tied(...entryIds), rules, { criteria: CRITERIA, cards: [], ...ground }).map(({ entryId, rank, sharedWith, because }) => [
    entryId,
    rank,
    sharedWith,
    because.map(({ rule, criteria, stage }) => [rule, ...criteria, ...(stage ? [stage] : [])].join(" ")).join(", "),
  ]);
const ALL: readonly TieRule[] = [
  { rule: "HEAVIEST_CRITERIA" },
  { rule: "HIGHER_MEDIAN" },
  { rule: "FEWER_LOW_MARKS", atMost: "3" },
  { rule: "CHAIR_DECISION" },
];

describe("ties", () => {
  test("go to the higher on the heaviest criterion, then the next, criteria of one weight together", () => {
    const cards = [card("A", "555"), card("B", "655"), card("C", "546"), card("D", "557")];
    expect(broken(["A", "B", "C", "D"], [{ rule: "HEAVIEST_CRITERIA" }], { cards })).toEqual([
      ["A", 5, 1, "HEAVIEST_CRITERIA significance, HEAVIEST_CRITERIA novelty sustainability"],
      ["B", 3, 0, "HEAVIEST_CRITERIA significance"],
      ["C", 5, 1, "HEAVIEST_CRITERIA significance, HEAVIEST_CRITERIA novelty sustainability"],
      ["D", 4, 0, "HEAVIEST_CRITERIA significance, HEAVIEST_CRITERIA novelty sustainability"],
    ]);
  });

  test("compare means over cards, exact, whatever the number of cards", () => {
    const cards = [card("A", "555"), card("A", "655"), card("A", "555"), card("B", "555"), card("B", "655")];
    expect(broken(["A", "B"], ALL.slice(0, 1), { cards }).map(([id, rank]) => [id, rank])).toEqual([
      ["A", 4],
      ["B", 3],
    ]);
  });

  test("never look at what does not count: a criterion beside the ranking or of weight 0", () => {
    const cards = [card("A", "555", "10"), card("B", "555", "1")];
    expect(broken(["A", "B"], ALL, { cards })).toEqual([
      ["A", 3, 1, ""],
      ["B", 3, 1, ""],
    ]);
  });

  test("go to the higher median of the judges' scores", () => {
    const cards = [card("A", "111"), card("A", "999"), card("A", "888"), card("B", "666"), card("B", "666"), card("B", "666")];
    expect(broken(["B", "A"], [{ rule: "HIGHER_MEDIAN" }], { cards })).toEqual([
      ["B", 4, 0, "HIGHER_MEDIAN"],
      ["A", 3, 0, "HIGHER_MEDIAN"],
    ]);
    const even = [card("A", "111"), card("A", "999"), card("B", "555"), card("B", "555")];
    expect(broken(["A", "B"], [{ rule: "HIGHER_MEDIAN" }], { cards: even }).map(([, rank]) => rank)).toEqual([3, 3]);
  });

  test("go to fewer marks at or below the published value", () => {
    const cards = [card("A", "395"), card("B", "485"), card("C", "214")];
    expect(broken(["A", "B", "C"], [{ rule: "FEWER_LOW_MARKS", atMost: 3 }], { cards }).map(([id, rank]) => [id, rank])).toEqual([
      ["A", 4],
      ["B", 3],
      ["C", 5],
    ]);
  });

  test("go to the higher score in another stage, who has none there coming last", () => {
    const stages = new Map([
      [
        "desk",
        new Map([
          ["A", "61.4"],
          ["C", "61.5"],
        ]),
      ],
    ]);
    expect(broken(["A", "B", "C"], [{ rule: "HIGHER_STAGE", stage: "desk" }], { stages })).toEqual([
      ["A", 4, 0, "HIGHER_STAGE desk"],
      ["B", 5, 0, "HIGHER_STAGE desk"],
      ["C", 3, 0, "HIGHER_STAGE desk"],
    ]);
  });

  test("are left to the chair only where nothing else told them apart, and only where the chair named all of them", () => {
    const cards = [card("A", "555"), card("B", "555"), card("C", "955")];
    const chair = new Map([
      ["C", 3],
      ["B", 1],
      ["A", 2],
    ]);
    expect(broken(["A", "B", "C"], ALL, { cards, chair })).toEqual([
      ["A", 5, 0, "HEAVIEST_CRITERIA significance, CHAIR_DECISION"],
      ["B", 4, 0, "HEAVIEST_CRITERIA significance, CHAIR_DECISION"],
      ["C", 3, 0, "HEAVIEST_CRITERIA significance"],
    ]);
    expect(broken(["A", "B", "C"], ALL, { cards, chair: new Map([["B", 1]]) }).map(([, rank]) => rank)).toEqual([4, 4, 3]);
  });

  test("stay where no rule is published, and who had no equal keeps the rank without a word", () => {
    const ranked = [{ entryId: "A", rank: 1 }, ...tied("B", "C").map((entry) => ({ ...entry, rank: 2 }))];
    expect(breakTies(ranked, [], { criteria: CRITERIA, cards: [] })).toEqual([
      { entryId: "A", rank: 1, because: [], sharedWith: 0 },
      { entryId: "B", rank: 2, because: [], sharedWith: 1 },
      { entryId: "C", rank: 2, because: [], sharedWith: 1 },
    ]);
  });

  test("are broken alike whatever entries are called and in whatever order they come, within their own rank only", () => {
    const marks = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 111, max: 999 })), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(marks, (given) => {
        const ranks = given.map(([group]) => 1 + given.filter(([other]) => other < group).length);
        const stand = (name: (place: number) => string) => {
          const ranked = ranks.map((rank, place) => ({ entryId: name(place), rank }));
          const cards = given.map(([, digits], place) => card(name(place), String(digits).replaceAll("0", "1")));
          return { ranked, ground: { criteria: CRITERIA, cards } };
        };
        const [asIs, other] = [stand((place) => `E${place}`), stand((place) => `E${9 - place}`)];
        const first = breakTies(asIs.ranked, ALL, asIs.ground);
        const second = breakTies(other.ranked.toReversed(), ALL, { ...other.ground, cards: other.ground.cards.toReversed() }).toReversed();
        expect(second.map(({ entryId: _, ...tie }) => tie)).toEqual(first.map(({ entryId: _, ...tie }) => tie));
        for (const [place, { rank }] of first.entries()) {
          const size = ranks.filter((one) => one === ranks[place]).length;
          expect(rank >= (ranks[place] ?? 0) && rank < (ranks[place] ?? 0) + size).toBe(true);
        }
      }),
    );
  });
});
