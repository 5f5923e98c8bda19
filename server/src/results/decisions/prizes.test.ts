import fc from "fast-check";
import { expect, test } from "vitest";
import { aDistrict, anInstrument, totalsOf } from "../standing/standing.factory.ts";
import { computeStanding } from "../standing/standing.ts";
import { proposePrizes } from "./prizes.ts";

const names = { en: "Best", rw: "Best", id: "Best" };

function propose(places: number, rows: readonly (readonly [code: string, province: string, processed: number])[], within = false) {
  const scope = within ? { kind: "WITHIN_EACH", level: "PROVINCE" } : { kind: "EVERYWHERE" };
  const instrument = anInstrument({ prizes: [{ code: "best", names, level: "DISTRICT", places, scope }] });
  const provinces = ["P1", "P2"].map((code) => aDistrict(code, { level: "PROVINCE", parentCode: null }));
  const areas = [...provinces, ...rows.map(([code, parentCode]) => aDistrict(code, { parentCode }))];
  const totals = rows.map(([code, , processed]) => totalsOf(code, { processed }));
  return proposePrizes(instrument.prizes, computeStanding({ instrument, areas, totals }), areas);
}

const winners = (proposal: ReturnType<typeof propose>[number] | undefined) =>
  proposal?.winners.map(({ place, code }) => `${place} ${code}`);

test("the best win, as many as there are places", () => {
  const [proposal] = propose(2, [
    ["A", "P1", 50],
    ["B", "P1", 90],
    ["C", "P2", 70],
  ]);
  expect(winners(proposal)).toEqual(["1 B", "2 C"]);
  expect(proposal).toMatchObject({ within: null, undecided: null, vacant: 0 });
});

test("within each province its best wins, whatever the rank in the country; a province without subjects stays vacant", () => {
  const rows = [
    ["A", "P1", 90],
    ["B", "P1", 80],
    ["C", "P2", 20],
  ] as const;
  const [first, second] = propose(1, rows, true);
  expect([first?.within, winners(first)]).toEqual(["P1", ["1 A"]]);
  expect([second?.within, winners(second), second?.winners[0]?.rank]).toEqual(["P2", ["1 C"], 3]);
  expect(propose(1, rows.slice(0, 2), true)[1]).toMatchObject({ within: "P2", winners: [], vacant: 1 });
});

test("a tie that fits shares its place; a tie over the last place waits for the chair", () => {
  const rows = [
    ["A", "P1", 90],
    ["B", "P1", 80],
    ["C", "P2", 80],
    ["D", "P2", 10],
  ] as const;
  expect(winners(propose(3, rows)[0])).toEqual(["1 A", "2 B", "2 C"]);
  const [tight] = propose(2, rows);
  expect(winners(tight)).toEqual(["1 A"]);
  expect(tight?.undecided).toMatchObject({ place: 2, open: 1, candidates: [{ code: "B" }, { code: "C" }] });
});

test("winners, places open and places vacant are always as many as the places", () => {
  const row = fc.tuple(fc.constantFrom("P1", "P2"), fc.nat(4));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 10 }), fc.integer({ min: 1, max: 4 }), fc.boolean(), (rows, places, within) => {
      const proposals = propose(
        places,
        rows.map(([province, processed], index) => [`D${index}`, province, processed * 20] as const),
        within,
      );
      expect(proposals).toHaveLength(within ? 2 : 1);
      for (const { winners: won, undecided, vacant } of proposals) {
        expect(won.length + (undecided?.open ?? 0) + vacant).toBe(places);
        expect(undecided === null || undecided.candidates.length > undecided.open).toBe(true);
      }
    }),
  );
});
