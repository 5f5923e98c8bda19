import fc from "fast-check";
import type { AssignmentProblem, EntryToAssign, JudgeToAssign } from "./assignment-problem.ts";
import { DEFAULT_WEIGHTS } from "./assignment-problem.ts";

/** An entry that anybody may judge, unless told. */
export function entryCalled(id: string, more: Partial<EntryToAssign> = {}): EntryToAssign {
  return { id, expertise: [], language: null, panel: null, ...more };
}

/** A judge with room for ten and no particular knowledge, unless told. */
export function judgeCalled(id: string, more: Partial<JudgeToAssign> = {}): JudgeToAssign {
  return { id, capacity: 10, expertise: [], languages: [], panels: [], load: 0, ...more };
}

/** A problem without conflicts or fixed pairs, one judge an entry, unless told. */
export function problemOf(more: Partial<AssignmentProblem>): AssignmentProblem {
  const nothing = { entries: [], judges: [], perEntry: 1, forbidden: [], fixed: [], wantConnected: false, crossPanels: false };
  return { ...nothing, weights: DEFAULT_WEIGHTS, seed: "lot", ...more };
}

/** How large random problems are. */
export type Size = { readonly entries: number; readonly judges: number; readonly perEntry: number };

/** Small problems of all kinds, feasible or not: panels, tight capacities, conflicts, kept pairs. */
export function someProblem({ entries, judges, perEntry }: Size): fc.Arbitrary<AssignmentProblem> {
  const tags = fc.subarray(["health", "water"]);
  const panels = ["north", "south"];
  const entry = fc.record({ expertise: tags, language: fc.constantFrom(null, "rw", "en"), panel: fc.constantFrom(null, null, ...panels) });
  const judge = fc.record({
    capacity: fc.integer({ min: 0, max: entries }),
    expertise: tags,
    languages: fc.subarray(["rw", "en"]),
    panels: fc.subarray(panels),
    load: fc.constantFrom(0, 0, 1),
  });
  const pairs = (max: number) =>
    fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: entries - 1 }), fc.integer({ min: 0, max: judges - 1 })), {
      maxLength: max,
      selector: ([entry, judge]) => `${entry} ${judge}`,
    });
  return fc
    .record({
      entries: fc.array(entry, { minLength: 1, maxLength: entries }),
      judges: fc.array(judge, { minLength: 1, maxLength: judges }),
      perEntry: fc.integer({ min: 1, max: perEntry }),
      forbidden: pairs(6),
      fixed: pairs(2),
      weights: fc.record({
        load: fc.integer({ min: 0, max: 3 }),
        expertise: fc.integer({ min: 0, max: 9 }),
        language: fc.integer({ min: 0, max: 9 }),
      }),
      wantConnected: fc.boolean(),
      crossPanels: fc.boolean(),
      seed: fc.string({ maxLength: 4 }),
    })
    .map((made) => ({
      ...made,
      entries: made.entries.map((one, index) => ({ ...one, id: `e${index}` })),
      judges: made.judges.map((one, index) => ({ ...one, id: `j${index}` })),
      forbidden: made.forbidden.map(([entry, judge]) => ({ entryId: `e${entry}`, judgeId: `j${judge}`, reason: "EMPLOYMENT" })),
      fixed: made.fixed.map(([entry, judge]) => ({ entryId: `e${entry}`, judgeId: `j${judge}` })),
    }));
}
