import type { Steps } from "../../../kernel/in-turns.ts";
import type { CostMatrix } from "./cost-matrix.ts";
import { Plan } from "./plan.ts";

/**
 * The cheapest plan of those in which the fewest judges are missing, spread evenly over the entries that lack them; `overtime`: judges may
 * be given more than their capacity, but as seldom as can be.
 *
 * Minimum-cost flow by successive shortest paths with potentials (Edmonds and Karp 1972, Tomizawa 1971): entries ask for one judge at a time,
 * in turns, and the way to a judge with room may lead over others who hand an entry on. Judges are few and entries many, so ways are looked for
 * among judges only; the cheapest entry that one can hand on to another is kept for each two of them and found anew when either changed.
 * Whoever cannot be served is held by nobody, which costs more than any detour, and for the n-th judge that an entry lacks n times as much.
 */
export function* cheapestPlan(matrix: CostMatrix, { overtime = false }: { readonly overtime?: boolean } = {}): Steps<Plan> {
  const flow = new Flow(matrix, overtime);
  const most = matrix.need.reduce((a, b) => Math.max(a, b), 0);
  for (let turn = 0; turn < most; turn += 1)
    for (let entry = 0; entry < matrix.entries.length; entry += 1) {
      if (turn < (matrix.need[entry] as number)) flow.ask(entry);
      yield;
    }
  return flow.plan;
}

const START = -1;

/** Its members are `private` and not `#private`: what compiles the server as it loads turns those into look-ups that make this twenty times slower. */
class Flow {
  readonly plan: Plan;
  private readonly judges: number;
  /** The judges, and after them nobody. */
  private readonly nodes: number;
  private readonly overtime: boolean;
  /** More than any detour among judges may cost. */
  private readonly much: number;
  private readonly missing: Int32Array;
  private readonly unserved = new Set<number>();
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly before: Int32Array;
  private readonly done: Uint8Array;
  /** For each two nodes: the least it costs that the first hands an entry on to the second, and which entry. */
  private readonly handing: Float64Array;
  private readonly handed: Int32Array;
  private readonly stale: Uint8Array;

  constructor(matrix: CostMatrix, overtime: boolean) {
    this.plan = new Plan(matrix);
    this.judges = matrix.judges.length;
    this.nodes = this.judges + 1;
    this.overtime = overtime;
    const dearest = matrix.cost.reduce((a, b) => Math.max(a, b), 0);
    const cards = matrix.entries.length + matrix.held.reduce((a, b) => Math.max(a, b), 0) + 1;
    this.much = 2 * (this.nodes + 1) * (dearest + matrix.loadWeight * cards + 1);
    this.missing = new Int32Array(matrix.entries.length);
    this.potential = new Float64Array(this.nodes);
    this.distance = new Float64Array(this.nodes);
    this.before = new Int32Array(this.nodes);
    this.done = new Uint8Array(this.nodes);
    this.handing = new Float64Array(this.nodes * this.nodes);
    this.handed = new Int32Array(this.nodes * this.nodes);
    this.stale = new Uint8Array(this.nodes).fill(1);
  }

  /** One more judge for this entry, by the cheapest way. */
  ask(entry: number): void {
    const end = this.search(entry);
    const steps: { readonly entry: number; readonly from: number; readonly to: number }[] = [];
    let to = end;
    for (let from = this.before[to] as number; from !== START; from = this.before[to] as number) {
      steps.push({ entry: this.handed[from * this.nodes + to] as number, from, to });
      to = from;
    }
    for (const step of steps) this.leave(step.entry, step.from);
    for (const step of steps) this.join(step.entry, step.to);
    this.join(entry, to);
  }

  /** Dijkstra over judges; answers where the way ends, at a judge with room or at nobody. */
  private search(entry: number): number {
    this.begin(entry);
    const [distance, potential, done] = [this.distance, this.potential, this.done];
    let [end, shortest] = [this.judges, Number.POSITIVE_INFINITY];
    for (;;) {
      const node = this.nearest();
      if (node < 0 || (distance[node] as number) >= shortest) break;
      done[node] = 1;
      const whole = (distance[node] as number) + (potential[node] as number) + this.endCost(node);
      if (whole < shortest) [end, shortest] = [node, whole];
      this.spread(node);
    }
    for (let node = 0; node < this.nodes; node += 1)
      if (done[node] === 1) potential[node] = (potential[node] as number) + Math.min(0, (distance[node] as number) - shortest);
    return end;
  }

  private begin(entry: number): void {
    const row = entry * this.judges;
    for (let judge = 0; judge < this.judges; judge += 1)
      this.distance[judge] = (this.plan.open[row + judge] as number) - (this.potential[judge] as number);
    this.distance[this.judges] = this.lackCost(entry, 1) - (this.potential[this.judges] as number);
    this.before.fill(START);
    this.done.fill(0);
  }

  private nearest(): number {
    let [node, least] = [-1, Number.POSITIVE_INFINITY];
    for (let at = 0; at < this.nodes; at += 1)
      if (this.done[at] === 0 && (this.distance[at] as number) < least) [node, least] = [at, this.distance[at] as number];
    return node;
  }

  private spread(node: number): void {
    if (this.stale[node] === 1) this.renew(node);
    const start = (this.distance[node] as number) + (this.potential[node] as number);
    const row = node * this.nodes;
    for (let to = 0; to < this.nodes; to += 1) {
      const way = start + (this.handing[row + to] as number) - (this.potential[to] as number);
      if (way < (this.distance[to] as number) && this.done[to] === 0) {
        this.distance[to] = way;
        this.before[to] = node;
      }
    }
  }

  /** What each entry that this node holds costs elsewhere instead. */
  private renew(node: number): void {
    const row = node * this.nodes;
    this.handing.fill(Number.POSITIVE_INFINITY, row, row + this.nodes);
    this.stale[node] = 0;
    const nobody = node === this.judges;
    for (const entry of nobody ? this.unserved : (this.plan.cards[node] ?? [])) {
      const here = nobody ? this.lackCost(entry, 0) : this.plan.costOf(entry, node);
      const cells = entry * this.judges;
      for (let judge = 0; judge < this.judges; judge += 1) {
        const there = (this.plan.open[cells + judge] as number) - here;
        if (there < (this.handing[row + judge] as number)) this.note(row + judge, there, entry);
      }
      const lack = this.lackCost(entry, 1) - here;
      if (!nobody && lack < (this.handing[row + this.judges] as number)) this.note(row + this.judges, lack, entry);
    }
  }

  private note(cell: number, cost: number, entry: number): void {
    this.handing[cell] = cost;
    this.handed[cell] = entry;
  }

  private endCost(node: number): number {
    if (node === this.judges) return 0;
    if (this.plan.hasRoom(node)) return this.plan.nextCard(node);
    return this.overtime ? this.much + this.plan.nextCard(node) : Number.POSITIVE_INFINITY;
  }

  /** What it costs that the entry lacks so many more than it does. */
  private lackCost(entry: number, more: number): number {
    return 4 * this.much * ((this.missing[entry] as number) + more);
  }

  private leave(entry: number, node: number): void {
    this.touch(entry, node);
    if (node < this.judges) this.plan.take(entry, node);
    else this.lack(entry, -1);
  }

  private join(entry: number, node: number): void {
    if (node < this.judges) this.plan.give(entry, node);
    else this.lack(entry, 1);
    this.touch(entry, node);
  }

  private lack(entry: number, more: number): void {
    const missing = (this.missing[entry] as number) + more;
    this.missing[entry] = missing;
    if (missing > 0) this.unserved.add(entry);
    else this.unserved.delete(entry);
  }

  private touch(entry: number, node: number): void {
    this.stale[node] = 1;
    this.stale[this.judges] = 1;
    for (const judge of this.plan.holders[entry] ?? []) this.stale[judge] = 1;
  }
}
