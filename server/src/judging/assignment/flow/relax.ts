import type { Steps } from "../../../kernel/in-turns.ts";
import type { AssignmentProblem, JudgeToAssign, Relaxation, WantedJudges } from "./assignment-problem.ts";
import { cheapestPlan } from "./cheapest-plan.ts";
import { costMatrix } from "./cost-matrix.ts";
import type { Plan } from "./plan.ts";

/** Smallest changes after which nobody lacks a judge, each tried: more cards for some judges, fewer judges for some entries, more judges. */
export function* relaxations(problem: AssignmentProblem, plan: Plan): Steps<readonly Relaxation[]> {
  const found: Relaxation[] = [];
  for (const relaxation of [yield* moreCapacity(problem), fewerJudges(plan), yield* moreJudges(problem, plan)])
    if (relaxation !== null && (yield* works(problem, relaxation))) found.push(relaxation);
  return found;
}

/** The problem after a relaxation. Wanted judges are called `wanted 1`, `wanted 2` and so on, and have no conflict with anything. */
export function relaxed(problem: AssignmentProblem, relaxation: Relaxation): AssignmentProblem {
  if (relaxation.kind === "CAPACITY") {
    const more = new Map(relaxation.judges.map((judge) => [judge.judgeId, judge.more]));
    return {
      ...problem,
      judges: problem.judges.map((judge) => ({ ...judge, capacity: Math.max(judge.capacity, 0) + (more.get(judge.id) ?? 0) })),
    };
  }
  if (relaxation.kind === "FEWER_JUDGES") {
    const fewer = new Map(relaxation.entries.map((entry) => [entry.entryId, entry.fewer]));
    const entries = problem.entries.map((entry) => ({ ...entry, judges: (entry.judges ?? problem.perEntry) - (fewer.get(entry.id) ?? 0) }));
    return { ...problem, entries };
  }
  return { ...problem, judges: [...problem.judges, ...relaxation.judges.flatMap(hired)] };
}

function hired({ panel, count, capacity, expertise, languages }: WantedJudges): readonly JudgeToAssign[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `wanted ${panel ?? ""} ${index + 1}`,
    capacity,
    expertise,
    languages,
    panels: panel === null ? [] : [panel],
    load: 0,
  }));
}

function* works(problem: AssignmentProblem, relaxation: Relaxation): Steps<boolean> {
  return lackingOf(yield* cheapestPlan(costMatrix(relaxed(problem, relaxation)))).length === 0;
}

type Lack = { readonly entry: number; readonly missing: number };

function lackingOf(plan: Plan): readonly Lack[] {
  return plan.matrix.entries.flatMap((_, entry) => (plan.missing(entry) > 0 ? [{ entry, missing: plan.missing(entry) }] : []));
}

/** As few cards over the capacities as there can be; null where conflicts and panels are in the way, not capacities. */
function* moreCapacity(problem: AssignmentProblem): Steps<Relaxation | null> {
  const plan = yield* cheapestPlan(costMatrix(problem), { overtime: true });
  if (lackingOf(plan).length > 0) return null;
  const judges = plan.matrix.judges.flatMap(({ id, capacity }, judge) => {
    const more = (plan.count[judge] as number) - Math.max(capacity, 0);
    return more > 0 && (plan.cards[judge]?.length ?? 0) > 0 ? [{ judgeId: id, more }] : [];
  });
  return { kind: "CAPACITY", judges: judges.sort((a, b) => (a.judgeId < b.judgeId ? -1 : 1)) };
}

/** The plan has as many pairs as there can be, so what is missing in it is the least to go without. */
function fewerJudges(plan: Plan): Relaxation {
  const entries = lackingOf(plan).map(({ entry, missing }) => ({ entryId: plan.matrix.entries[entry]?.id ?? "", fewer: missing }));
  return { kind: "FEWER_JUDGES", entries: entries.sort((a, b) => (a.entryId < b.entryId ? -1 : 1)) };
}

/**
 * For each panel with lacking entries as many judges of the middle capacity as its missing cards need, and no fewer than one entry lacks; then
 * one fewer at a time as long as that works.
 */
function* moreJudges(problem: AssignmentProblem, plan: Plan): Steps<Relaxation> {
  const byPanel = Map.groupBy(lackingOf(plan), ({ entry }) => plan.matrix.entries[entry]?.panel ?? null);
  const panels = [...byPanel].sort(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1));
  let judges = panels.map(([panel, lacking]) => wanted({ panel, lacking, plan }));
  for (const [panel] of panels)
    while (judges.some((one) => one.panel === panel)) {
      const fewer = judges.map((one) => (one.panel === panel ? { ...one, count: one.count - 1 } : one)).filter(({ count }) => count > 0);
      if (!(yield* works(problem, { kind: "MORE_JUDGES", judges: fewer }))) break;
      judges = fewer;
    }
  return { kind: "MORE_JUDGES", judges };
}

type Want = { readonly panel: string | null; readonly lacking: readonly Lack[]; readonly plan: Plan };

function wanted({ panel, lacking, plan: { matrix } }: Want): WantedJudges {
  const capacities = matrix.judges.map((judge) => judge.capacity).sort((a, b) => a - b);
  const capacity = Math.max(1, capacities[Math.floor(capacities.length / 2)] ?? lacking.length);
  const cards = lacking.reduce((sum, { missing }) => sum + missing, 0);
  const entries = lacking.flatMap(({ entry }) => matrix.entries[entry] ?? []);
  return {
    panel,
    count: Math.max(Math.ceil(cards / capacity), ...lacking.map(({ missing }) => missing)),
    capacity,
    expertise: commonFirst(entries.flatMap(({ expertise }) => [...new Set(expertise)])),
    languages: commonFirst(entries.flatMap(({ language }) => language ?? [])),
    entryIds: entries.map(({ id }) => id).sort(),
  };
}

function commonFirst(words: readonly string[]): readonly string[] {
  const counts = [...Map.groupBy(words, (word) => word)].map(([word, all]) => ({ word, count: all.length }));
  return counts.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1)).map(({ word }) => word);
}
