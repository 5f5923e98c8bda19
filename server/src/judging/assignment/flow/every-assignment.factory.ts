import type { AssignmentProblem, EntryToAssign, JudgeToAssign } from "./assignment-problem.ts";

/** What one way of assigning amounts to; `uneven`: for each entry 1 + 2 + … up to the judges it lacks. */
export type Outcome = {
  readonly missing: number;
  readonly uneven: number;
  readonly cost: number;
  readonly pairs: readonly (readonly [string, string])[];
};

/** Every way to assign a small problem that breaks no rule, one by one, by nothing but the rules. `across`: other panels are as good as one's own. */
export function* everyAssignment(problem: AssignmentProblem, across = false): Generator<Outcome> {
  const barred = new Set(problem.forbidden.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`));
  const kept = keptPairs(problem, barred);
  const choices = problem.entries.map((entry) => {
    const own = problem.judges.filter(({ id }) => kept.has(`${entry.id} ${id}`));
    const free = problem.judges.filter(
      (judge) =>
        !barred.has(`${entry.id} ${judge.id}`) && !own.includes(judge) && (across || !entry.panel || judge.panels.includes(entry.panel)),
    );
    const asked = Math.max(0, (entry.judges ?? problem.perEntry) - own.length);
    return subsets(free, asked).map((chosen) => ({ entry, all: [...own, ...chosen], missing: asked - chosen.length }));
  });
  for (const chosen of product(choices)) {
    const cards = new Map(problem.judges.map(({ id }) => [id, chosen.filter(({ all }) => all.some((judge) => judge.id === id)).length]));
    const tooMany = ({ id, capacity, load }: JudgeToAssign) => {
      const stays = problem.entries.filter((entry) => kept.has(`${entry.id} ${id}`)).length;
      return (cards.get(id) ?? 0) > stays && (cards.get(id) ?? 0) + load > capacity;
    };
    if (problem.judges.some(tooMany)) continue;
    yield {
      missing: sum(chosen.map(({ missing }) => missing)),
      uneven: sum(chosen.map(({ missing }) => (missing * (missing + 1)) / 2)),
      cost: sum(chosen.flatMap(({ entry, all }) => all.map((judge) => mismatch(problem, entry, judge)))) + loadCost(problem, cards),
      pairs: chosen.flatMap(({ entry, all }) => all.map((judge) => [entry.id, judge.id] as const)),
    };
  }
}

/** The best way there is: fewest missing, most evenly, then cheapest. */
export function bestAssignment(problem: AssignmentProblem): Outcome {
  const first: Outcome = { missing: Number.POSITIVE_INFINITY, uneven: 0, cost: 0, pairs: [] };
  let best = first;
  for (const one of everyAssignment(problem))
    if (one.missing - best.missing || one.uneven - best.uneven || one.cost - best.cost) best = better(one, best);
  return best;
}

/** Mismatch of one pair by the words of the rules. */
export function mismatch({ weights }: AssignmentProblem, entry: EntryToAssign, judge: JudgeToAssign): number {
  const stranger = entry.expertise.length > 0 && !judge.expertise.some((tag) => entry.expertise.includes(tag));
  const unread = entry.language !== null && !judge.languages.includes(entry.language);
  return (stranger ? weights.expertise : 0) + (unread ? weights.language : 0);
}

/** Number of groups of entries and judges that have pairs. */
export function groupsOf(pairs: readonly (readonly [string, string])[]): number {
  const groups: Set<string>[] = [];
  for (const [entry, judge] of pairs) {
    const touched = groups.filter((group) => group.has(entry) || group.has(judge));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([entry, judge, ...touched.flatMap((group) => [...group])]));
  }
  return groups.length;
}

/** Fixed pairs of the problem that are not forbidden, as words. */
export function keptPairs({ entries, judges, fixed }: AssignmentProblem, barred: ReadonlySet<string>): ReadonlySet<string> {
  const known = fixed.filter(({ entryId, judgeId }) => entries.some(({ id }) => id === entryId) && judges.some(({ id }) => id === judgeId));
  return new Set(known.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`).filter((pair) => !barred.has(pair)));
}

function better(a: Outcome, b: Outcome): Outcome {
  return (a.missing - b.missing || a.uneven - b.uneven || a.cost - b.cost) < 0 ? a : b;
}

function loadCost({ judges, weights }: AssignmentProblem, cards: ReadonlyMap<string, number>): number {
  const each = judges.map(({ id, load }) =>
    sum(Array.from({ length: cards.get(id) ?? 0 }, (_, index) => weights.load * (load + index + 1))),
  );
  return sum(each);
}

function subsets<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const [first, ...rest] = all;
  if (first === undefined || most === 0) return [[]];
  return [...subsets(rest, most), ...subsets(rest, most - 1).map((others) => [first, ...others])];
}

function* product<T>(choices: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...rest] = choices;
  if (first === undefined) yield [];
  else for (const one of first) for (const others of product(rest)) yield [one, ...others];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
