import { add, divide, multiply, type Ratio, ratio, roundHalfUp, subtract, total } from "@isonga/schema/ratio";
import { ranksOf, type ScoredCard } from "@isonga/schema/scorecard";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { connectivity } from "./connectivity.ts";
import { meanOf, roundDouble } from "./doubles.ts";
import { seeded } from "./rank-intervals.ts";
import { severity } from "./severity.ts";

const card = (entryId: string, judgeId: string, score: string | number): ScoredCard => ({ entryId, judgeId, score: ratio(score) });
/** Small juries: up to 5 judges, up to 7 entries, any of the pairs, whole scores. */
const juries = fc
  .record({
    pairs: fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(4)), { minLength: 1, maxLength: 25, selector: String }),
    scores: fc.array(fc.nat(90), { minLength: 25, maxLength: 25 }),
  })
  .map(({ pairs, scores }) => pairs.map(([entry, judge], place) => card(`E${entry}`, `J${judge}`, 5 + (scores[place] ?? 0))));
const joined = juries.filter((cards) => connectivity(cards).links === 0);
const shown = (cards: readonly ScoredCard[], shrink = 2) =>
  new Map([...(severity(cards, shrink)?.adjusted ?? [])].map(([entryId, score]) => [entryId, roundDouble(score, 2)]));
/** Ranks by the scores themselves, each less their mean, so that a shift of all moves none over the edge of a rounding. */
const ranked = (cards: readonly ScoredCard[], shrink = 2) => {
  const scores = severity(cards, shrink)?.adjusted ?? new Map<string, number>();
  const middle = meanOf([...scores.values()]) ?? 0;
  const ids = [...scores.keys()].sort();
  const ranks = ranksOf(ids.map((id) => roundDouble((scores.get(id) ?? 0) - middle, 4)));
  return ids.map((id, place) => [id, ranks[place]]);
};

/** The same model by hand: entries and judges as unknowns, their normal equations eliminated in exact fractions. */
function byHand(cards: readonly ScoredCard[], shrink: number): ReadonlyMap<string, string> {
  const [entries, judges] = [[...new Set(cards.map(({ entryId }) => entryId))], [...new Set(cards.map(({ judgeId }) => judgeId))]];
  const size = entries.length + judges.length;
  const rows: Ratio[][] = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => ratio(0)));
  const put = (row: number, column: number, value: Ratio) => {
    const line = rows[row] ?? [];
    line[column] = add(line[column] ?? ratio(0), value);
  };
  for (const { entryId, judgeId, score } of cards) {
    const both = [entries.indexOf(entryId), entries.length + judges.indexOf(judgeId)];
    for (const row of both) for (const column of both) put(row, column, ratio(1));
    for (const row of both) put(row, size, score);
  }
  for (let judge = entries.length; judge < size; judge++)
    for (let other = entries.length; other < size; other++) put(judge, other, ratio(1));
  const effects = eliminate(rows).slice(entries.length);
  const taken = new Map(
    judges.map((judgeId, place) => {
      const held = cards.filter((one) => one.judgeId === judgeId).length;
      return [judgeId, multiply(effects[place] ?? ratio(0), ratio(`${held}/${held + shrink}`))];
    }),
  );
  return new Map(
    entries.map((entryId) => {
      const own = cards.filter((one) => one.entryId === entryId);
      const sum = total(own.map(({ judgeId, score }) => subtract(score, taken.get(judgeId) ?? ratio(0))));
      return [entryId, roundHalfUp(divide(sum, ratio(own.length)), 2)];
    }),
  );
}

function eliminate(rows: Ratio[][]): readonly Ratio[] {
  const at = (row: number, column: number) => rows[row]?.[column] ?? ratio(0);
  for (let step = 0; step < rows.length; step++) {
    const pivot = rows.findIndex((_, row) => row >= step && at(row, step).n !== 0n);
    [rows[step], rows[pivot]] = [rows[pivot] ?? [], rows[step] ?? []];
    for (let row = 0; row < rows.length; row++) {
      if (row === step || at(row, step).n === 0n) continue;
      const factor = divide(at(row, step), at(step, step));
      rows[row] = (rows[row] ?? []).map((value, column) => subtract(value, multiply(factor, at(step, column))));
    }
  }
  return rows.map((_, row) => divide(at(row, rows.length), at(row, row)));
}

describe("the severity adjustment", () => {
  test("equals the model eliminated by hand in exact fractions, to the last digit", () => {
    fc.assert(
      fc.property(joined, fc.nat(4), (cards, shrink) => {
        expect(shown(cards, shrink)).toEqual(byHand(cards, shrink));
      }),
      { numRuns: 60 },
    );
  });

  test("finds effects that sum to 0, and shrinks each by n ÷ (n + λ)", () => {
    fc.assert(
      fc.property(joined, (cards) => {
        const judges = severity(cards, 2)?.judges ?? [];
        expect(judges.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(0, 9);
        for (const { effect, shrunk, cards: held } of judges) expect(shrunk).toBeCloseTo((effect * held) / (held + 2), 9);
      }),
    );
  });

  test("is not offered where groups are apart, nor without cards", () => {
    expect(severity([card("A", "J1", 10), card("B", "J2", 90)], 2)).toBeNull();
    expect(severity([], 2)).toBeNull();
    expect(() => severity([card("A", "J1", 10)], -1)).toThrow(RangeError);
  });

  test("leaves a single judge's scores alone", () => {
    expect(shown([card("A", "J1", 10), card("B", "J1", "90.5")])).toEqual(
      new Map([
        ["A", "10.00"],
        ["B", "90.50"],
      ]),
    );
  });

  test("does not depend on what judges and entries are called, nor on the order of cards", () => {
    fc.assert(
      fc.property(joined, fc.integer(), (cards, seed) => {
        const random = seeded(seed);
        const shuffled = cards
          .map((one) => ({ one, lot: random() }))
          .sort((a, b) => a.lot - b.lot)
          .map(({ one }) => ({ ...one, entryId: `X${9 - Number(one.entryId[1])}`, judgeId: `${9 - Number(one.judgeId[1])}Y` }));
        const renamed = new Map([...shown(shuffled)].map(([id, score]) => [`E${9 - Number(id[1])}`, score]));
        expect([...renamed].sort()).toEqual([...shown(cards)].sort());
      }),
    );
  });

  test("takes a judge's constant shift away when nothing is shrunk", () => {
    fc.assert(
      fc.property(joined, fc.nat(4), fc.integer({ min: -5, max: 5 }), (cards, judge, by) => {
        const shifted = cards.map((one) => (one.judgeId === `J${judge}` ? { ...one, score: add(one.score, ratio(by)) } : one));
        expect(ranked(shifted, 0)).toEqual(ranked(cards, 0));
      }),
    );
  });

  test("keeps every rank when all scores rise by the same", () => {
    fc.assert(
      fc.property(joined, fc.integer({ min: -5, max: 5 }), (cards, by) => {
        const raised = cards.map((one) => ({ ...one, score: add(one.score, ratio(by)) }));
        expect(ranked(raised)).toEqual(ranked(cards));
      }),
    );
  });

  test("takes less than 100 ms of the processor for 100 judges and 1,000 entries with 3 cards each", () => {
    const random = seeded(1);
    const cards = Array.from({ length: 3000 }, (_, place) =>
      card(`E${place % 1000}`, `J${Math.floor(random() * 100)}`, Math.floor(random() * 101)),
    );
    const times = Array.from({ length: 5 }, () => {
      const start = process.threadCpuUsage();
      expect(severity(cards, 2)?.judges).toHaveLength(100);
      return process.threadCpuUsage(start).user / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });
});

describe("the graph of judges and entries", () => {
  test("falls into groups, largest first, with a card that would join them", () => {
    const pairs = [card("A", "J1", 1), card("B", "J2", 1), card("C", "J2", 1)];
    expect(connectivity(pairs)).toEqual({
      groups: [
        { judgeIds: ["J2"], entryIds: ["B", "C"] },
        { judgeIds: ["J1"], entryIds: ["A"] },
      ],
      links: 1,
      proposal: [{ judgeId: "J1", entryId: "B" }],
    });
    expect(connectivity([])).toEqual({ groups: [], links: 0, proposal: [] });
  });

  test("is joined by exactly the proposed cards, of which none repeats one or is forbidden", () => {
    const forbidden = (judgeId: string, entryId: string) => (Number(judgeId[1]) + Number(entryId[1])) % 3 === 0;
    fc.assert(
      fc.property(juries, (cards) => {
        const free = connectivity(cards);
        expect(free.links).toBe(free.groups.length - 1);
        expect(free.proposal).toHaveLength(free.links);
        expect(connectivity([...cards, ...free.proposal]).links).toBe(0);
        const bound = connectivity(cards, { mayJudge: (judgeId, entryId) => !forbidden(judgeId, entryId) });
        expect(bound.proposal.some(({ judgeId, entryId }) => forbidden(judgeId, entryId))).toBe(false);
        expect(connectivity([...cards, ...bound.proposal]).links).toBe(bound.links - bound.proposal.length);
      }),
    );
  });
});

test.each([
  [61.005 - 1e-12, 2, "61.01"],
  [61.00499, 2, "61.00"],
  [-0.00001, 2, "0.00"],
  [-1.005, 2, "-1.01"],
  [0.44345, 4, "0.4435"],
  [99.999, 0, "100"],
])("%d at %i places is %s, whichever side of a half it fell on", (value, places, rounded) => {
  expect(roundDouble(value, places)).toBe(rounded);
});
