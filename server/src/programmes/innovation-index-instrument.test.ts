import { type IndexParameters, innovationIndex } from "@isonga/schema/innovation-index";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fraction, roundHalfUp, sum } from "../kernel/fraction.ts";
import { checkDefinition } from "./definition-problems.ts";
import { type InnovationIndexInstrument, innovationIndexInstrument } from "./innovation-index-instrument.ts";
import of2023 from "./instruments/iid-2023.json" with { type: "json" };
import of2026 from "./instruments/iid-2026.json" with { type: "json" };

const shipped = { 2023: of2023, 2026: of2026 } as const;

test.each(Object.entries(shipped))("the instrument of %s is one, with 20 rows of each kind and the maxima of the rules", (_year, file) => {
  const instrument = innovationIndexInstrument.parse(file);
  const most = (rows: InnovationIndexInstrument["innovation"]) => sum(rows.map(({ weight }) => fraction(weight).mul(3)));
  expect([instrument.regional.length, instrument.innovation.length]).toEqual([20, 20]);
  expect([roundHalfUp(most(instrument.regional), 2), roundHalfUp(most(instrument.innovation), 2)]).toEqual(["63.00", "111.00"]);
  const { cap, perInnovation, maximum } = instrument.parameters;
  expect([cap, perInnovation, maximum]).toEqual([200, "0.38", 250]);
  expect(instrument.innovation.every(({ evidence }) => evidence !== undefined)).toBe(true);
});

test("the parameters of the years are those made known", () => {
  const [first, second] = [innovationIndexInstrument.parse(of2023), innovationIndexInstrument.parse(of2026)];
  const from = ({ parameters }: InnovationIndexInstrument) => parameters.categories.map((category) => String(category.from));
  expect([first.parameters.divisor, first.parameters.affairs, from(first)]).toEqual([10, null, ["60.01", "35", "0.01", "0"]]);
  expect([second.parameters.divisor, second.parameters.affairs?.atLeast, from(second)]).toEqual([12, 5, ["65.01", "40.01", "0.01", "0"]]);
  expect(second.parameters.affairs?.basic).toHaveLength(6);
  expect(second.eligibility).toMatchObject({ minDesignWords: 300, window: { from: "2024-01-01", to: "2025-12-31" } });
});

test("a year that nobody has thought of needs no code", () => {
  const of2027 = innovationIndexInstrument.parse({
    ...of2026,
    parameters: { ...of2026.parameters, divisor: 14, affairs: { ...of2026.parameters.affairs, atLeast: 6 } },
  });
  const index = (affairs: readonly string[]) =>
    innovationIndex(parametersOf(of2027), { spd: "40", maturity: "960", innovations: 12, affairs }).index;
  const basic = of2027.parameters.affairs?.basic ?? [];
  // (40 + 960 ÷ 14 + 12 × 0.38) ÷ 250 × 100, and without the count where one of the six is not covered
  expect(index(basic)).toBe("45.25");
  expect(index(basic.slice(1))).toBe("43.43");
});

test("what an instrument names must be there, once, and be worth something", () => {
  const problems = (change: object) => {
    const checked = checkDefinition(innovationIndexInstrument, { ...of2026, ...change });
    return checked.ok ? [] : checked.problems.map(({ code, field }) => `${field} ${code}`);
  };
  const [row, ...rows] = of2026.innovation;
  expect(problems({ affairs: of2026.affairs.slice(1) })).toEqual(["parameters.affairs.basic[0] UNKNOWN_REFERENCE"]);
  expect(problems({ groups: of2026.groups.slice(0, -1) })).toContain("innovation[17].group UNKNOWN_REFERENCE");
  expect(problems({ innovation: [{ ...row, code: of2026.regional[0]?.code }, ...rows] })).toEqual(["innovation[0].code ALREADY_EXISTS"]);
  expect(problems({ parameters: { ...of2026.parameters, maximum: 0 } })).toEqual(["parameters.maximum INVALID_VALUE"]);
  expect(problems({ levels: ["PROVINCE"] })).toContain("prizes[1].level UNKNOWN_LEVEL");
  expect(problems({ tieBreaks: [{ rule: "CHAIR_DECISION" }, { rule: "MORE_INNOVATIONS" }] })).toEqual(["tieBreaks[0].rule INVALID_VALUE"]);
  expect(problems({ surprise: 1 })).toEqual(["surprise INVALID_ROUND_FILE"]);
});

test("the browser's arithmetic and exact fractions agree", () => {
  const instrument = innovationIndexInstrument.parse(of2023);
  const parameters = parametersOf(instrument);
  const some = fc.record({ spd: fc.nat(6_300), maturity: fc.nat(2_000_000), innovations: fc.nat(400) });
  fc.assert(
    fc.property(some, ({ spd, maturity, innovations }) => {
      const text = (hundredths: number) => (hundredths / 100).toFixed(2);
      const part = fraction(text(maturity)).div(Math.max(parameters.divisor, innovations));
      const count = fraction(parameters.perInnovation).mul(Math.min(innovations, parameters.cap));
      const points = fraction(text(spd)).add(part).add(count);
      const { index } = innovationIndex(parameters, { spd: text(spd), maturity: text(maturity), innovations, affairs: [] });
      expect(index).toBe(roundHalfUp(points.div(parameters.maximum).mul(100), 2));
    }),
  );
});

function parametersOf({ parameters }: InnovationIndexInstrument): IndexParameters {
  return {
    ...parameters,
    perInnovation: String(parameters.perInnovation),
    maximum: String(parameters.maximum),
    categories: parameters.categories.map(({ code, from }) => ({ code, from: String(from) })),
  };
}
