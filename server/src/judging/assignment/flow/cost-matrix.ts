import { createHash } from "node:crypto";
import type { AssignmentProblem, EntryToAssign, JudgeToAssign, Pair } from "./assignment-problem.ts";

/** Whether a judge may be given an entry: NEVER; ACROSS panels, as a link only; or as any other. */
export const NEVER = 0;
export const ACROSS = 1;
export const OPEN = 2;

/** The problem as numbers: entries and judges in the order of their lots, a row of `judges.length` for each entry. */
export type CostMatrix = {
  readonly entries: readonly EntryToAssign[];
  readonly judges: readonly JudgeToAssign[];
  /** NEVER, ACROSS or OPEN. */
  readonly grade: Uint8Array;
  /** Cost of a mismatch. */
  readonly cost: Int32Array;
  /** 1 where the pair stays. */
  readonly fixed: Uint8Array;
  /** Judges that each entry asks for beyond its fixed ones. */
  readonly need: Int32Array;
  /** Cards of each judge before any is given: load and fixed pairs. */
  readonly held: Int32Array;
  readonly loadWeight: number;
  readonly crossPanels: boolean;
  readonly dropped: readonly Pair[];
};

/** Orders by lot, so that neither ids nor the order of lists decide, and weighs every pair. */
export function costMatrix(problem: AssignmentProblem): CostMatrix {
  const entries = byLot(problem.entries, `${problem.seed}:entry`);
  const judges = byLot(problem.judges, `${problem.seed}:judge`);
  const { grade, cost } = weigh(problem, entries, judges);
  const at = placesOf(entries, judges);
  for (const pair of problem.forbidden) {
    const cell = at(pair);
    if (cell !== null) grade[cell] = NEVER;
  }
  return {
    entries,
    judges,
    grade,
    cost,
    ...keep(problem, entries, judges, grade),
    loadWeight: problem.weights.load,
    crossPanels: problem.crossPanels,
  };
}

/** Whether a judge sits on the entry's panel, or it has none. */
export function samePanel(entry: EntryToAssign, judge: JudgeToAssign): boolean {
  return entry.panel === undefined || entry.panel === null || judge.panels.includes(entry.panel);
}

/** Tags that both name, sorted; null where the entry asks for none. */
export function expertiseInCommon(entry: EntryToAssign, judge: JudgeToAssign): readonly string[] | null {
  if (entry.expertise.length === 0) return null;
  return [...new Set(entry.expertise)].filter((tag) => judge.expertise.includes(tag)).sort();
}

/** Whether the judge reads the entry's language. */
export function reads(entry: EntryToAssign, judge: JudgeToAssign): boolean {
  return entry.language === null || judge.languages.includes(entry.language);
}

/** By SHA-256 of seed, colon, id: the same for whoever repeats it, however they are listed. */
function byLot<T extends { readonly id: string }>(all: readonly T[], seed: string): readonly T[] {
  return all
    .map((one) => ({ one, lot: createHash("sha256").update(`${seed}:${one.id}`).digest("hex") }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ one }) => one);
}

function weigh({ weights }: AssignmentProblem, entries: readonly EntryToAssign[], judges: readonly JudgeToAssign[]) {
  const grade = new Uint8Array(entries.length * judges.length);
  const cost = new Int32Array(entries.length * judges.length);
  const known = judges.map((judge) => ({ judge, expertise: new Set(judge.expertise), languages: new Set(judge.languages) }));
  let cell = 0;
  for (const entry of entries)
    for (const { judge, expertise, languages } of known) {
      const stranger = entry.expertise.length > 0 && !entry.expertise.some((tag) => expertise.has(tag));
      const unread = entry.language !== null && !languages.has(entry.language);
      grade[cell] = samePanel(entry, judge) ? OPEN : ACROSS;
      cost[cell] = (stranger ? weights.expertise : 0) + (unread ? weights.language : 0);
      cell += 1;
    }
  return { grade, cost };
}

/** What stays as it is, and what is left to ask for. */
function keep(problem: AssignmentProblem, entries: readonly EntryToAssign[], judges: readonly JudgeToAssign[], grade: Uint8Array) {
  const at = placesOf(entries, judges);
  const fixed = new Uint8Array(grade.length);
  const need = Int32Array.from(entries, ({ judges: own }) => own ?? problem.perEntry);
  const held = Int32Array.from(judges, ({ load }) => load);
  const dropped: Pair[] = [];
  for (const pair of problem.fixed) {
    const cell = at(pair);
    if (cell === null || fixed[cell] === 1) continue;
    if (grade[cell] === NEVER) dropped.push({ entryId: pair.entryId, judgeId: pair.judgeId });
    else {
      const [entry, judge] = [Math.floor(cell / judges.length), cell % judges.length];
      fixed[cell] = 1;
      need[entry] = (need[entry] as number) - 1;
      held[judge] = (held[judge] as number) + 1;
    }
  }
  return { fixed, need: need.map((count) => Math.max(0, count)), held, dropped };
}

/** Where a pair stands in the matrix; null where it is of other entries or judges. */
function placesOf(entries: readonly EntryToAssign[], judges: readonly JudgeToAssign[]): (pair: Pair) => number | null {
  const rows = new Map(entries.map(({ id }, index) => [id, index]));
  const columns = new Map(judges.map(({ id }, index) => [id, index]));
  return ({ entryId, judgeId }) => {
    const [row, column] = [rows.get(entryId), columns.get(judgeId)];
    return row === undefined || column === undefined ? null : row * judges.length + column;
  };
}
