import type { AssignedPair, AssignmentCost, Connection, CostWeights, Group, Link, PairReason } from "./assignment-problem.ts";
import type { PlanLink } from "./connect-plan.ts";
import { expertiseInCommon, reads, samePanel } from "./cost-matrix.ts";
import type { Plan } from "./plan.ts";
import { graphOf } from "./plan-graph.ts";

/** Each pair with its reason. A judge's cards are numbered after those held already: kept ones first, then by lot. */
export function pairsOf(plan: Plan, links: readonly PlanLink[]): AssignedPair[] {
  const { entries, judges } = plan.matrix;
  const linked = new Set(links.map(({ entry, judge }) => entry * judges.length + judge));
  const numbered = judges.map(({ load }) => load);
  const all = [...plan.pairs()].sort((a, b) => Number(b.kept) - Number(a.kept) || a.entry - b.entry || a.judge - b.judge);
  return all.flatMap(({ entry: row, judge: column, kept }) => {
    const [entry, judge] = [entries[row], judges[column]];
    if (!entry || !judge) return [];
    const nth = (numbered[column] ?? 0) + 1;
    numbered[column] = nth;
    const reason: PairReason = {
      expertise: expertiseInCommon(entry, judge),
      language: reads(entry, judge),
      load: { nth, capacity: judge.capacity },
      cross: !samePanel(entry, judge),
      link: linked.has(row * judges.length + column),
    };
    return [{ entryId: entry.id, judgeId: judge.id, kept, reason, cost: plan.costOf(row, column) }];
  });
}

/** Computed from the pairs as they are in the end, whatever was done to connect them. */
export function connectionOf(plan: Plan, links: readonly PlanLink[]): Connection {
  const { entries, judges, need } = plan.matrix;
  const { ofEntry, ofJudge, groups } = graphOf(plan);
  const members = (ids: readonly { readonly id: string }[], of: Int32Array, group: number) =>
    ids.flatMap(({ id }, index) => (of[index] === group ? [id] : [])).sort();
  const found: Group[] = Array.from({ length: groups }, (_, group) => ({
    entryIds: members(entries, ofEntry, group),
    judgeIds: members(judges, ofJudge, group),
  }));
  const alone = entries.flatMap(({ id }, row) => (ofEntry[row] === -1 && (need[row] as number) > 0 ? [id] : [])).sort();
  const all = [...found.sort(bySize), ...alone.map((id) => ({ entryIds: [id], judgeIds: [] }))];
  const idOf = (ids: readonly { readonly id: string }[], index: number) => ids[index]?.id ?? "";
  const made = links.map(
    ({ entry, judge, insteadOf }): Link => ({
      entryId: idOf(entries, entry),
      judgeId: idOf(judges, judge),
      kind: insteadOf === null ? "ADDED" : "SWAPPED",
      insteadOf: insteadOf === null ? null : idOf(judges, insteadOf),
    }),
  );
  return { connected: all.length < 2, groups: all, links: made };
}

/** What the plan costs by kind; a judge's cards after `load` cost their number each. */
export function costOf(plan: Plan, weights: CostWeights): AssignmentCost {
  const { entries, judges } = plan.matrix;
  let [expertise, language, load] = [0, 0, 0];
  for (const { entry: row, judge: column } of plan.pairs()) {
    const [entry, judge] = [entries[row], judges[column]];
    if (!entry || !judge) continue;
    if (expertiseInCommon(entry, judge)?.length === 0) expertise += weights.expertise;
    if (!reads(entry, judge)) language += weights.language;
  }
  for (const [index, judge] of judges.entries()) {
    const cards = plan.count[index] as number;
    load += (weights.load * (cards * (cards + 1) - judge.load * (judge.load + 1))) / 2;
  }
  return { total: load + expertise + language, load, expertise, language };
}

function bySize(a: Group, b: Group): number {
  const size = (group: Group) => group.entryIds.length + group.judgeIds.length;
  return size(b) - size(a) || ((a.entryIds[0] ?? "") < (b.entryIds[0] ?? "") ? -1 : 1);
}
