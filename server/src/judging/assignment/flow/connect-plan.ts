import type { Steps } from "../../../kernel/in-turns.ts";
import { ACROSS, OPEN } from "./cost-matrix.ts";
import type { Plan } from "./plan.ts";
import { graphOf, type PlanGraph } from "./plan-graph.ts";

/** A pair made to connect; `insteadOf`: the judge who had the entry before, null where it has one judge more than it asked for. */
export type PlanLink = { readonly entry: number; readonly judge: number; readonly insteadOf: number | null };

/**
 * Joins groups that have no judge in common, two at each step and by the cheapest step there is: an entry goes to a judge of another group
 * who has room, or two judges of different groups exchange an entry each. Only where neither can be done an entry gets a judge more than it
 * asked for. A step that would tear a group apart is not taken. Ends when all are one group or no step is left.
 */
export function* connectPlan(plan: Plan): Steps<readonly PlanLink[]> {
  const links: PlanLink[] = [];
  for (;;) {
    yield;
    const graph = graphOf(plan);
    if (graph.groups < 2) return links;
    const step = cheapestChange(plan, graph, links) ?? cheapestAddition(plan, graph);
    if (step === null) return links;
    for (const { entry, insteadOf } of step) if (insteadOf !== null) plan.take(entry, insteadOf);
    for (const { entry, judge } of step) plan.give(entry, judge);
    links.push(...step);
  }
}

/** Whether a pair that does not exist could be made: of the same panel, or across where that is allowed. */
function mayLink(plan: Plan, entry: number, judge: number): boolean {
  const grade = plan.matrix.grade[entry * plan.matrix.judges.length + judge];
  return grade === OPEN || (grade === ACROSS && plan.matrix.crossPanels);
}

/** The cheapest handing on of an entry, for each two judges. */
type Handings = { readonly cost: Float64Array; readonly entry: Int32Array };

function handings(cells: number): Handings {
  return { cost: new Float64Array(cells).fill(Number.POSITIVE_INFINITY), entry: new Int32Array(cells).fill(-1) };
}

function note({ cost, entry }: Handings, cell: number, offer: { readonly cost: number; readonly entry: number }): void {
  if (offer.cost >= (cost[cell] as number)) return;
  cost[cell] = offer.cost;
  entry[cell] = offer.entry;
}

/** Every handing on into another group but of what was made to connect; `loose` ones leave their own group in one piece. */
function handingsAcross(plan: Plan, { ofJudge, bridges }: PlanGraph, links: readonly PlanLink[]) {
  const size = plan.matrix.judges.length;
  const made = new Set(links.map(({ entry, judge }) => entry * size + judge));
  const [any, loose] = [handings(size * size), handings(size * size)];
  for (const [entry, holders] of plan.holders.entries())
    for (const from of holders) {
      if (made.has(entry * size + from)) continue;
      const bridge = bridges.has(entry * size + from);
      for (let to = 0; to < size; to += 1) {
        if (ofJudge[to] === -1 || ofJudge[to] === ofJudge[from] || !mayLink(plan, entry, to)) continue;
        const offer = { cost: plan.costOf(entry, to) - plan.costOf(entry, from), entry };
        note(any, from * size + to, offer);
        if (!bridge) note(loose, from * size + to, offer);
      }
    }
  return { any, loose };
}

/** An entry that goes over, or two that are exchanged, of which at least one leaves its group in one piece. */
function cheapestChange(plan: Plan, graph: PlanGraph, links: readonly PlanLink[]): readonly PlanLink[] | null {
  const size = plan.matrix.judges.length;
  const { any, loose } = handingsAcross(plan, graph, links);
  let [least, best]: [number, readonly PlanLink[] | null] = [Number.POSITIVE_INFINITY, null];
  for (let from = 0; from < size; from += 1)
    for (let to = 0; to < size; to += 1) {
      const [there, back] = [from * size + to, to * size + from];
      const [over, exchange] = [loose.cost[there] as number, (loose.cost[there] as number) + (any.cost[back] as number)];
      const load = plan.hasRoom(to) ? plan.nextCard(to) - plan.lastCard(from) : Number.POSITIVE_INFINITY;
      const first = { entry: loose.entry[there] as number, judge: to, insteadOf: from };
      if (over + load < least) [least, best] = [over + load, [first]];
      if (exchange < least) [least, best] = [exchange, [first, { entry: any.entry[back] as number, judge: from, insteadOf: to }]];
    }
  return best;
}

function cheapestAddition(plan: Plan, { ofEntry, ofJudge }: PlanGraph): readonly PlanLink[] | null {
  let [least, best]: [number, readonly PlanLink[] | null] = [Number.POSITIVE_INFINITY, null];
  for (let judge = 0; judge < ofJudge.length; judge += 1) {
    if (ofJudge[judge] === -1 || !plan.hasRoom(judge)) continue;
    for (let entry = 0; entry < ofEntry.length; entry += 1) {
      if (ofEntry[entry] === -1 || ofEntry[entry] === ofJudge[judge] || !mayLink(plan, entry, judge)) continue;
      const cost = plan.costOf(entry, judge) + plan.nextCard(judge);
      if (cost < least) [least, best] = [cost, [{ entry, judge, insteadOf: null }]];
    }
  }
  return best;
}
