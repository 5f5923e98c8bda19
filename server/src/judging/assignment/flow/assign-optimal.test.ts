import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "./assign.ts";
import type { AssignmentProblem } from "./assignment-problem.ts";
import { keptPairs, mismatch } from "./every-assignment.factory.ts";
import { nationalJury } from "./national.factory.ts";
import { someProblem } from "./problem.factory.ts";

/** Its types describe a module, and it is none. */
const load = createRequire(import.meta.url)("highs") as typeof import("highs").default;
const highs = await load();

describe("the cost of an assignment is the least there is, as HiGHS finds it", () => {
  it("for random problems of middling size, and it says that there is none exactly where HiGHS does", () => {
    let [solved, refused] = [0, 0];
    fc.assert(
      fc.property(someProblem({ entries: 30, judges: 8, perEntry: 3 }), (problem) => {
        const [found, best] = [assign({ ...problem, wantConnected: false }), leastCost(problem)];
        expect(found.complete).toBe(best !== null);
        if (best !== null) expect(found.cost.total).toBe(best);
        if (best === null) refused += 1;
        else solved += 1;
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(solved).toBeGreaterThan(10);
    expect(refused).toBeGreaterThan(10);
  }, 60_000);

  it("for a jury of 24 judges and 200 entries in panels", () => {
    const problem = { ...nationalJury({ entries: 200, judges: 24, perEntry: 3 }), wantConnected: false };
    expect(assign(problem).cost.total).toBe(leastCost(problem));
  }, 60_000);
});

/** The same problem as a linear program; its matrix is totally unimodular, so the optimum is whole. Null where it has no solution. */
function leastCost(problem: AssignmentProblem): number | null {
  const { pairs, cards, asked, base, trivial } = variables(problem);
  if (!trivial) return null;
  if (asked.every(({ need }) => need === 0)) return base;
  const terms = (all: readonly string[], sign = "+") => all.map((name) => `${sign} ${name}`).join(" ");
  const lines = [
    "Minimize",
    `obj: ${[...pairs, ...cards].map(({ name, cost }) => `+ ${cost} ${name}`).join(" ")}`,
    "Subject To",
    ...asked.map(({ entry, need }) => `${terms(pairs.flatMap((pair) => (pair.entry === entry ? pair.name : [])))} = ${need}`),
    ...problem.judges.map(({ id }) => {
      const given = terms(pairs.flatMap((pair) => (pair.judge === id ? pair.name : [])));
      const counted = terms(
        cards.flatMap((card) => (card.judge === id ? card.name : [])),
        "-",
      );
      return given === "" ? "" : `${given} ${counted} ${counted === "" ? "<= 0" : "= 0"}`;
    }),
    "Bounds",
    ...[...pairs, ...cards].map(({ name }) => `0 <= ${name} <= 1`),
    "End",
  ];
  const solution = highs.solve(lines.filter((line) => line !== "").join("\n"));
  return solution.Status === "Optimal" ? Math.round(solution.ObjectiveValue) + base : null;
}

function variables(problem: AssignmentProblem) {
  const { entries, judges, weights } = problem;
  const barred = new Set(problem.forbidden.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`));
  const kept = keptPairs(problem, barred);
  const has = (entry: string, judge: string) => kept.has(`${entry} ${judge}`);
  const held = judges.map(({ id, load }) => load + entries.filter((entry) => has(entry.id, id)).length);
  const pairs = entries.flatMap((entry, row) =>
    judges.flatMap((judge, column) => {
      const never =
        barred.has(`${entry.id} ${judge.id}`) || has(entry.id, judge.id) || (entry.panel && !judge.panels.includes(entry.panel));
      return never ? [] : [{ name: `x${row}_${column}`, entry: entry.id, judge: judge.id, cost: mismatch(problem, entry, judge) }];
    }),
  );
  const cards = judges.flatMap(({ id, capacity }, column) =>
    Array.from({ length: Math.max(0, capacity - (held[column] ?? 0)) }, (_, index) => {
      const nth = (held[column] ?? 0) + index + 1;
      return { name: `y${column}_${nth}`, judge: id, cost: weights.load * nth };
    }),
  );
  const asked = entries
    .map((entry) => ({
      entry: entry.id,
      need: Math.max(0, problem.perEntry - judges.filter(({ id }) => has(entry.id, id)).length),
    }))
    .filter(({ need }) => need > 0);
  const trivial = asked.every(({ entry }) => pairs.some((pair) => pair.entry === entry));
  const keptCost = entries.flatMap((entry) => judges.map((judge) => (has(entry.id, judge.id) ? mismatch(problem, entry, judge) : 0)));
  const loads = judges.map(
    ({ load }, column) => (weights.load * ((held[column] ?? 0) * ((held[column] ?? 0) + 1) - load * (load + 1))) / 2,
  );
  return { pairs, cards, asked, trivial, base: [...keptCost, ...loads].reduce((a, b) => a + b, 0) };
}
