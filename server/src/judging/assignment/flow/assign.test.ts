import { describe, expect, it } from "vitest";
import { assign } from "./assign.ts";
import { nationalJury } from "./national.factory.ts";
import { entryCalled, judgeCalled, problemOf } from "./problem.factory.ts";

const three = ["a", "b", "c"].map((id) => judgeCalled(id));

describe("an assignment of judges", () => {
  it("never gives an entry to a judge who must keep away, and drops what was fixed there", () => {
    const forbidden = [{ entryId: "e", judgeId: "a", reason: "FAMILY" }];
    const fixed = [{ entryId: "e", judgeId: "a" }];
    const found = assign(problemOf({ entries: [entryCalled("e")], judges: three, perEntry: 2, forbidden, fixed }));
    expect(found.entries).toEqual([{ entryId: "e", judgeIds: ["b", "c"] }]);
    expect(found.dropped).toEqual(fixed);
  });

  it("keeps what is fixed beyond capacity and number, and asks for the rest only", () => {
    const judges = [judgeCalled("a", { capacity: 0 }), judgeCalled("b")];
    const entries = [entryCalled("e"), entryCalled("f", { judges: 1 })];
    const fixed = [
      { entryId: "e", judgeId: "a" },
      { entryId: "f", judgeId: "a" },
      { entryId: "f", judgeId: "b" },
    ];
    const found = assign(problemOf({ entries, judges, perEntry: 2, fixed }));
    expect(found.pairs.map(({ entryId, judgeId, kept }) => [entryId, judgeId, kept])).toEqual([
      ["e", "a", true],
      ["e", "b", false],
      ["f", "a", true],
      ["f", "b", true],
    ]);
    expect(found.complete).toBe(true);
  });

  it("says of each pair what is in common, which card it is, and what it costs", () => {
    const entries = [entryCalled("e", { expertise: ["water", "health", "roads"], language: "rw" })];
    const judges = [
      judgeCalled("a", { expertise: ["water", "roads"], languages: ["rw"], load: 3 }),
      judgeCalled("b", { expertise: ["land"], languages: ["en"], capacity: 4 }),
    ];
    const { pairs, cost } = assign(problemOf({ entries, judges, perEntry: 2 }));
    const plain = { cross: false, link: false };
    expect(pairs).toMatchObject([
      { judgeId: "a", cost: 0, reason: { expertise: ["roads", "water"], language: true, load: { nth: 4, capacity: 10 }, ...plain } },
      { judgeId: "b", cost: 30, reason: { expertise: [], language: false, load: { nth: 1, capacity: 4 }, ...plain } },
    ]);
    expect(cost).toEqual({ total: 35, load: 5, expertise: 10, language: 20 });
  });

  it("prefers who knows the matter, until they have ten cards more than who does not", () => {
    const entries = Array.from({ length: 15 }, (_, index) => entryCalled(`e${index}`, { expertise: ["water"] }));
    const judges = [judgeCalled("knows", { capacity: 20, expertise: ["water"] }), judgeCalled("strange", { capacity: 20 })];
    const cards = assign(problemOf({ entries, judges })).judges.map((judge) => judge.cards);
    expect([cards[0], cards[1]].toSorted((a = 0, b = 0) => a - b)[1]).toBeGreaterThanOrEqual(12);
    expect(cards[0]).toBeGreaterThan(cards[1] ?? 0);
  });

  it("counts cards held elsewhere, so that everybody ends with as many", () => {
    const entries = Array.from({ length: 9 }, (_, index) => entryCalled(`e${index}`));
    const judges = [judgeCalled("a", { load: 3 }), judgeCalled("b"), judgeCalled("c")];
    expect(assign(problemOf({ entries, judges })).judges.map(({ cards }) => cards)).toEqual([1, 4, 4]);
  });

  it("leaves chance to the seed where everything costs the same", () => {
    const entries = Array.from({ length: 6 }, (_, index) => entryCalled(`e${index}`));
    const seen = new Set(
      ["1", "2", "3", "4", "5"].map((seed) => JSON.stringify(assign(problemOf({ entries, judges: three, seed })).entries)),
    );
    expect(seen.size).toBeGreaterThan(1);
  });

  it("of a thousand entries, a hundred judges and three for each is found in under five seconds, and connected", () => {
    const problem = nationalJury({ entries: 1_000, judges: 100, perEntry: 3 });
    const start = performance.now();
    const found = assign(problem);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect([found.complete, found.connection.connected, found.pairs.length]).toEqual([true, true, 3_000]);
  });
});

describe("where judges do not suffice", () => {
  it("it shares the lack, says who lacks how many and why, and what would help", () => {
    const entries = [entryCalled("e", { panel: "north", expertise: ["water"], language: "rw" }), entryCalled("f", { panel: "north" })];
    const judges = [
      judgeCalled("a", { panels: ["north"], capacity: 1 }),
      judgeCalled("b", { panels: ["north"], capacity: 1 }),
      judgeCalled("c"),
    ];
    const forbidden = [
      { entryId: "f", judgeId: "a", reason: "FAMILY" },
      { entryId: "f", judgeId: "c", reason: "FAMILY" },
    ];
    const found = assign(problemOf({ entries, judges, perEntry: 2, forbidden }));
    expect(found.complete).toBe(false);
    expect(found.lacking).toEqual([
      { entryId: "e", missing: 1, eligible: 2, kept: [] },
      { entryId: "f", missing: 1, eligible: 1, kept: [{ reason: "FAMILY", judges: 1 }] },
    ]);
    const wanted = { panel: "north", count: 2, capacity: 1, expertise: ["water"], languages: ["rw"], entryIds: ["e", "f"] };
    expect(found.relaxations).toEqual([
      {
        kind: "FEWER_JUDGES",
        entries: [
          { entryId: "e", fewer: 1 },
          { entryId: "f", fewer: 1 },
        ],
      },
      { kind: "MORE_JUDGES", judges: [wanted] },
    ]);
  });

  it("it names the fewest cards beyond capacity that would do", () => {
    const entries = ["e", "f", "g"].map((id) => entryCalled(id));
    const judges = [judgeCalled("a", { capacity: 1 }), judgeCalled("b", { capacity: 1 })];
    const { relaxations, lacking } = assign(problemOf({ entries, judges }));
    expect(lacking.map(({ missing }) => missing)).toEqual([1]);
    const [capacity] = relaxations;
    expect(capacity?.kind === "CAPACITY" && capacity.judges.map(({ more }) => more)).toEqual([1]);
  });
});

describe("panels are connected", () => {
  const entries = ["n1", "n2", "s1", "s2"].map((id) => entryCalled(id, { panel: id.startsWith("n") ? "north" : "south" }));
  const judges = ["na", "nb", "sa", "sb"].map((id) => judgeCalled(id, { panels: [id.startsWith("n") ? "north" : "south"] }));
  const problem = problemOf({ entries, judges, perEntry: 2, wantConnected: true });

  it("not across where that is not allowed, and it says which groups stay apart", () => {
    const { connection, pairs } = assign(problem);
    expect(connection.connected).toBe(false);
    expect(connection.groups).toEqual([
      { entryIds: ["n1", "n2"], judgeIds: ["na", "nb"] },
      { entryIds: ["s1", "s2"], judgeIds: ["sa", "sb"] },
    ]);
    expect(pairs.some(({ reason }) => reason.cross)).toBe(false);
  });

  it("by one exchange that leaves everybody as many cards, marked as what it is", () => {
    const { connection, pairs, judges: totals } = assign({ ...problem, crossPanels: true });
    expect(connection.connected).toBe(true);
    expect(connection.links.map(({ kind }) => kind)).toEqual(["SWAPPED", "SWAPPED"]);
    expect(pairs.filter(({ reason }) => reason.cross && reason.link)).toHaveLength(2);
    expect(totals.map(({ cards }) => cards)).toEqual([2, 2, 2, 2]);
  });

  it("by an additional card only where each entry has but one judge", () => {
    const { connection, pairs } = assign({ ...problem, perEntry: 1, crossPanels: true });
    expect(connection).toMatchObject({ connected: true, links: [{ kind: "ADDED" }, { kind: "ADDED" }, { kind: "ADDED" }] });
    expect(pairs).toHaveLength(7);
  });

  it("never when an entry has no judge at all", () => {
    const barred = judges.map(({ id }) => ({ entryId: "n1", judgeId: id, reason: "OTHER" }));
    expect(assign({ ...problem, crossPanels: true, forbidden: barred }).connection.connected).toBe(false);
  });
});
