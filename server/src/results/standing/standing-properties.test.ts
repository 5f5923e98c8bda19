import fc from "fast-check";
import { expect, test } from "vitest";
import { fraction } from "../../kernel/fraction.ts";
import { addTotals, METRIC_FACTS, METRICS, NO_TOTALS, sumReports, sumSubtrees, toTotals } from "../../services/performance.ts";
import { normaliseAll, overallRate, shrink } from "./normalise.ts";
import { aDistrict, anInstrument, totalsOf } from "./standing.factory.ts";
import { computeStanding } from "./standing.ts";

const month = fc.integer({ min: 1, max: 12 }).map((number) => `2022-${String(number).padStart(2, "0")}`);
const report = fc
  .record({
    jurisdiction: fc.constantFrom("A", "B", "C"),
    month,
    carriedOver: fc.nat(40),
    received: fc.nat(300),
    hundredths: fc.nat(99_999),
  })
  .chain((base) =>
    fc.record({ base: fc.constant(base), processed: fc.nat(base.carriedOver + base.received), selfApplications: fc.nat(base.received) }),
  )
  .chain(({ base, processed, selfApplications }) =>
    fc.nat(processed).map((processedInTime) => {
      const processingHours = processed === 0 ? "0" : (base.hundredths / 100).toFixed(2);
      return { ...base, processed, selfApplications, processedInTime, processingHours };
    }),
  );
const figures = report.map(({ jurisdiction: _, month: __, hundredths: ___, ...rest }) => ({
  ...rest,
  approvedReports: 12,
  expectedReports: 12,
}));
const districts = fc.array(figures, { minLength: 1, maxLength: 12 }).map((all) => all.map((one, index) => ({ ...one, code: `D${index}` })));
const method = fc.constantFrom({ method: "MIN_MAX" as const }, { method: "PERCENT_RANK" as const });
const metrics = fc
  .uniqueArray(
    fc.record({ metric: fc.constantFrom(...METRICS), weight: fc.integer({ min: 1, max: 90 }), normalise: method, k: fc.nat(50) }),
    {
      selector: (entry) => entry.metric,
      minLength: 1,
    },
  )
  .map((all) => all.map(({ k, ...entry }) => ({ ...entry, shrinkage: METRIC_FACTS[entry.metric].isRate ? k : 0 })));

function stand(entries: readonly object[], totals: readonly ReturnType<typeof totalsOf>[], population = 10_000) {
  const areas = totals.map(({ code }) => aDistrict(code, { population }));
  return computeStanding({ instrument: anInstrument({ metrics: entries }), areas, totals });
}

const scores = (standing: ReturnType<typeof stand>) =>
  standing.levels.map(({ ranked }) => ranked.map(({ subject, rank, scoreExact }) => [subject.code, rank, scoreExact]));

test("the order of reports changes no sum", () => {
  const window = { from: "2022-03", to: "2022-10" };
  fc.assert(
    fc.property(fc.array(report, { maxLength: 40 }), (reports) => {
      const forwards = sumReports(reports, window);
      const backwards = sumReports([...reports].reverse(), window);
      for (const [code, totals] of forwards) expect(backwards.get(code)).toEqual(totals);
      expect(backwards.size).toBe(forwards.size);
    }),
  );
});

test("the order of areas and of totals changes nothing in the standing", () => {
  fc.assert(
    fc.property(metrics, districts, (entries, totals) => {
      expect(stand(entries, [...totals].reverse())).toEqual(stand(entries, totals));
    }),
  );
});

test("a subtree's sums are the sum of its parts, wherever in the tree they were reported", () => {
  const areas = [
    { code: "P", parentCode: null },
    ...["D0", "D1"].map((code) => ({ code, parentCode: "P" })),
    ...["D2", "D3", "D4"].map((code) => ({ code, parentCode: "D0" })),
    ...["D5", "D6", "D7", "D8", "D9", "D10", "D11"].map((code) => ({ code, parentCode: "D1" })),
  ];
  fc.assert(
    fc.property(districts, (all) => {
      const own = new Map(all.map(({ code, ...totals }) => [code, toTotals(totals)]));
      const sums = sumSubtrees(areas, own);
      for (const { code } of areas) {
        const children = areas.filter((area) => area.parentCode === code).map((area) => sums.get(area.code) ?? NO_TOTALS);
        expect(sums.get(code)).toEqual([own.get(code) ?? NO_TOTALS, ...children].reduce(addTotals));
      }
      expect(sums.get("P")).toEqual([...own.values()].reduce(addTotals, NO_TOTALS));
    }),
  );
});

test("all weights times the same number give the same standing", () => {
  fc.assert(
    fc.property(metrics, districts, fc.integer({ min: 2, max: 9 }), (entries, totals, factor) => {
      const scaled = entries.map((entry) => ({ ...entry, weight: entry.weight * factor }));
      expect(scores(stand(scaled, totals))).toEqual(scores(stand(entries, totals)));
    }),
  );
});

test("without shrinkage, rates do not feel the size of a country: all figures times the same number give the same standing", () => {
  fc.assert(
    fc.property(metrics, districts, fc.integer({ min: 2, max: 9 }), (entries, totals, factor) => {
      const plain = entries.filter(({ metric }) => METRIC_FACTS[metric].isRate).map((entry) => ({ ...entry, shrinkage: 0 }));
      fc.pre(plain.length > 0);
      const larger = totals.map((one) => ({
        ...one,
        carriedOver: one.carriedOver * factor,
        received: one.received * factor,
        processed: one.processed * factor,
        processedInTime: one.processedInTime * factor,
        processingHours: fraction(one.processingHours).mul(factor),
        selfApplications: one.selfApplications * factor,
      }));
      expect(scores(stand(plain, larger, 10_000 * factor))).toEqual(scores(stand(plain, totals)));
    }),
  );
});

test("every score lies in 0–100, falls with the rank, and a rank says how many are ahead", () => {
  fc.assert(
    fc.property(metrics, districts, (entries, totals) => {
      const [level] = stand(entries, totals).levels;
      for (const row of level?.ranked ?? []) {
        expect(row.score).toMatch(/^(100\.00|\d{1,2}\.\d\d)$/);
        expect(row.rank).toBe(1 + (level?.ranked ?? []).filter((other) => Number(other.score) > Number(row.score)).length);
      }
      expect((level?.ranked.length ?? 0) + (level?.ineligible.length ?? 0)).toBe(totals.length);
    }),
  );
});

const ratios = fc.array(
  fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 100 })).map(([numerator, denominator]) => ({
    numerator: fraction(numerator),
    denominator: fraction(denominator),
  })),
  { minLength: 1, maxLength: 12 },
);

test("shrinking moves each value towards the overall rate, never past it, and more where cases are fewer", () => {
  fc.assert(
    fc.property(ratios, fc.integer({ min: 1, max: 200 }), (all, k) => {
      const overall = overallRate(all);
      const plain = shrink(all, fraction(0));
      for (const [index, after] of shrink(all, fraction(k)).entries()) {
        const before = plain[index] ?? fraction(0);
        const denominator = all[index]?.denominator ?? fraction(0);
        const kept = denominator.div(denominator.add(k));
        expect(after.sub(overall).equals(before.sub(overall).mul(kept))).toBe(true);
      }
    }),
  );
});

test("percent rank equals counting by hand who does worse and who does as well", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(6), { minLength: 2, maxLength: 15 }),
      fc.constantFrom("HIGH" as const, "LOW" as const),
      (numbers, direction) => {
        const values = numbers.map((number) => fraction(number));
        const ranked = normaliseAll(values, { method: "PERCENT_RANK" }, direction);
        for (const [index, mine] of numbers.entries()) {
          const others = numbers.filter((_, other) => other !== index);
          const worse = others.filter((other) => (direction === "HIGH" ? other < mine : other > mine)).length;
          const equal = others.filter((other) => other === mine).length;
          expect(ranked[index]?.equals(fraction(`${(2 * worse + equal) * 100}/${2 * others.length}`))).toBe(true);
        }
      },
    ),
  );
});
