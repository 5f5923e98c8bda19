import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "./assign.ts";
import type { Assignment, AssignmentProblem } from "./assignment-problem.ts";
import { bestAssignment, everyAssignment, groupsOf, keptPairs } from "./every-assignment.factory.ts";
import { someProblem } from "./problem.factory.ts";
import { relaxed } from "./relax.ts";

const small = someProblem({ entries: 4, judges: 4, perEntry: 2 });
const larger = someProblem({ entries: 14, judges: 7, perEntry: 4 });
const wordsOf = ({ pairs }: Assignment) => pairs.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`).sort();

describe("judges are assigned", () => {
  it("to nobody they must keep away from, once each, and nobody beyond their capacity but by what stays", () => {
    fc.assert(
      fc.property(larger, (problem) => keepsTheRules(problem, assign(problem))),
      { numRuns: 400 },
    );
  });

  it("as well as the best of all ways, when nothing is to be connected", () => {
    fc.assert(
      fc.property(small, (problem) => {
        const best = bestAssignment(problem);
        const found = assign({ ...problem, wantConnected: false });
        expect(found.lacking.reduce((sum, { missing }) => sum + missing, 0)).toBe(best.missing);
        expect(found.lacking.reduce((sum, { missing }) => sum + (missing * (missing + 1)) / 2, 0)).toBe(best.uneven);
        expect(found.complete).toBe(best.missing === 0);
        expect(found.cost.total).toBe(best.cost);
      }),
      { numRuns: 400 },
    );
  });

  it("the same, however entries, judges and pairs are listed", () => {
    fc.assert(
      fc.property(larger, (problem) => {
        const turned = {
          ...problem,
          entries: problem.entries.toReversed(),
          judges: problem.judges.toReversed(),
          forbidden: problem.forbidden.toReversed(),
          fixed: problem.fixed.toReversed(),
        };
        expect(wordsOf(assign(turned))).toEqual(wordsOf(assign(problem)));
        expect(assign(problem)).toEqual(assign(problem));
      }),
      { numRuns: 100 },
    );
  });

  it("so that each relaxation that is named gives everybody their judges, and some is named whenever somebody lacks one", () => {
    fc.assert(
      fc.property(larger, (problem) => {
        const { complete, relaxations } = assign(problem);
        expect(relaxations.length > 0).toBe(!complete);
        for (const relaxation of relaxations) expect(assign(relaxed(problem, relaxation)).complete).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe("entries are connected", () => {
  it("never but truly, and the groups are those of the pairs", () => {
    fc.assert(
      fc.property(larger, (problem) => {
        const { connection, pairs, lacking, entries } = assign(problem);
        const alone = entries.filter(({ judgeIds, entryId }) => judgeIds.length === 0 && lacking.some((one) => one.entryId === entryId));
        const groups = groupsOf(pairs.map(({ entryId, judgeId }) => [entryId, judgeId])) + alone.length;
        expect(connection.groups.length).toBe(groups);
        expect(connection.connected).toBe(groups < 2);
      }),
      { numRuns: 300 },
    );
  });

  it("in nearly all small cases in which any way of assigning connects them", () => {
    let [possible, reached] = [0, 0];
    fc.assert(
      fc.property(small, (problem) => {
        const found = assign({ ...problem, wantConnected: true });
        if (!found.complete) return;
        if (!canBeConnected(problem)) return;
        possible += 1;
        if (found.connection.connected) reached += 1;
      }),
      { numRuns: 600, seed: 7 },
    );
    expect(possible).toBeGreaterThan(50);
    expect(reached / possible).toBeGreaterThan(0.95);
  });

  it("at no change of who has how many judges, but for one more where that is said", () => {
    fc.assert(
      fc.property(larger, (problem) => {
        const [apart, joined] = [assign({ ...problem, wantConnected: false }), assign({ ...problem, wantConnected: true })];
        const added = joined.connection.links.filter(({ kind }) => kind === "ADDED").map(({ entryId }) => entryId);
        for (const [index, { entryId, judgeIds }] of joined.entries.entries())
          expect(judgeIds.length).toBe((apart.entries[index]?.judgeIds.length ?? 0) + added.filter((id) => id === entryId).length);
        expect(joined.connection.groups.length).toBeLessThanOrEqual(apart.connection.groups.length);
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether one of all ways to give everybody their judges makes one group; across panels where that is allowed. */
function canBeConnected(problem: AssignmentProblem): boolean {
  for (const { missing, pairs } of everyAssignment(problem, problem.crossPanels)) if (missing === 0 && groupsOf(pairs) < 2) return true;
  return false;
}

function keepsTheRules(problem: AssignmentProblem, { pairs, judges, entries, lacking, connection, dropped }: Assignment): void {
  const words = pairs.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`);
  const barred = new Set(problem.forbidden.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`));
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((pair) => barred.has(pair))).toEqual([]);
  const kept = keptPairs(problem, barred);
  expect(new Set(pairs.filter((pair) => pair.kept).map(({ entryId, judgeId }) => `${entryId} ${judgeId}`))).toEqual(kept);
  for (const { entryId, judgeId } of dropped) expect(barred.has(`${entryId} ${judgeId}`)).toBe(true);
  for (const { cards, kept: stays, load, capacity } of judges) expect(cards === stays || cards + load <= capacity).toBe(true);
  for (const { reason, kept: stays } of pairs) if (reason.cross && !stays) expect(reason.link && problem.crossPanels).toBe(true);
  for (const { entryId, judgeIds } of entries) {
    const stays = [...kept].filter((pair) => pair.startsWith(`${entryId} `)).length;
    const missing = lacking.find((one) => one.entryId === entryId)?.missing ?? 0;
    const added = connection.links.filter((link) => link.kind === "ADDED" && link.entryId === entryId).length;
    expect(judgeIds.length).toBe(Math.max(problem.perEntry, stays) - missing + added);
  }
}
