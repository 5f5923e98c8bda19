import { atOnce, type Steps } from "../../../kernel/in-turns.ts";
import type { Assignment, AssignmentProblem, LackingEntry } from "./assignment-problem.ts";
import { cheapestPlan } from "./cheapest-plan.ts";
import { connectPlan, type PlanLink } from "./connect-plan.ts";
import { costMatrix, OPEN, samePanel } from "./cost-matrix.ts";
import { connectionOf, costOf, pairsOf } from "./describe-plan.ts";
import type { Plan } from "./plan.ts";
import { relaxations } from "./relax.ts";

/**
 * Gives each entry its judges at the least cost: nobody forbidden, nobody beyond their capacity, fixed pairs as they are. Then joins groups
 * that have no judge in common, where that is wanted. Where it can't be done, as many as can be are given, as evenly as can be, and
 * it says who lacks how many and what would help. The same problem with the same seed has the same answer, in whatever order it is told.
 */
export function assign(problem: AssignmentProblem): Assignment {
  return atOnce(assigning(problem));
}

/** The same in steps. */
export function* assigning(problem: AssignmentProblem): Steps<Assignment> {
  const plan = yield* cheapestPlan(costMatrix(problem));
  const lacking = lackingEntries(problem, plan);
  const relaxed = lacking.length > 0 ? yield* relaxations(problem, plan) : [];
  const links = problem.wantConnected ? yield* connectPlan(plan) : [];
  yield;
  return {
    complete: lacking.length === 0,
    ...listed(problem, plan, links),
    lacking,
    relaxations: relaxed,
    dropped: plan.matrix.dropped,
    connection: connectionOf(plan, links),
    cost: costOf(plan, problem.weights),
  };
}

/** Pairs and totals in the order of the problem. */
function listed(problem: AssignmentProblem, plan: Plan, links: readonly PlanLink[]): Pick<Assignment, "pairs" | "entries" | "judges"> {
  const places = new Map(problem.judges.map(({ id }, index) => [id, index]));
  const place = (id: string) => places.get(id) ?? 0;
  const byEntry = Map.groupBy(pairsOf(plan, links), ({ entryId }) => entryId);
  const entries = problem.entries.map(({ id }) => ({
    entryId: id,
    pairs: (byEntry.get(id) ?? []).sort((a, b) => place(a.judgeId) - place(b.judgeId)),
  }));
  const pairs = entries.flatMap((entry) => entry.pairs);
  const byJudge = Map.groupBy(pairs, ({ judgeId }) => judgeId);
  return {
    pairs,
    entries: entries.map((entry) => ({ entryId: entry.entryId, judgeIds: entry.pairs.map(({ judgeId }) => judgeId) })),
    judges: problem.judges.map(({ id, capacity, load }) => {
      const own = byJudge.get(id) ?? [];
      return { judgeId: id, cards: own.length, kept: own.filter(({ kept }) => kept).length, load, capacity };
    }),
  };
}

function lackingEntries(problem: AssignmentProblem, plan: Plan): readonly LackingEntry[] {
  const { entries, judges, grade } = plan.matrix;
  const forbidden = Map.groupBy(problem.forbidden, ({ entryId }) => entryId);
  const known = new Map(judges.map((judge) => [judge.id, judge]));
  const found = entries.flatMap((entry, row): readonly LackingEntry[] => {
    const missing = plan.missing(row);
    if (missing === 0) return [];
    const away = new Map<string, string>();
    for (const { judgeId, reason } of forbidden.get(entry.id) ?? []) {
      const judge = known.get(judgeId);
      if (judge && samePanel(entry, judge)) away.set(judgeId, reason);
    }
    const eligible = grade.subarray(row * judges.length, (row + 1) * judges.length).filter((each) => each === OPEN).length;
    const kept = [...Map.groupBy(away.values(), (reason) => reason)].map(([reason, all]) => ({ reason, judges: all.length }));
    return [{ entryId: entry.id, missing, eligible, kept: kept.sort((a, b) => (a.reason < b.reason ? -1 : 1)) }];
  });
  const place = new Map(problem.entries.map(({ id }, index) => [id, index]));
  return found.sort((a, b) => (place.get(a.entryId) ?? 0) - (place.get(b.entryId) ?? 0));
}
