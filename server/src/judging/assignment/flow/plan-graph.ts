import type { Plan } from "./plan.ts";

/** Entries and judges as a graph whose edges are the pairs. */
export type PlanGraph = {
  /** Number of groups of entries and judges that can be compared. */
  readonly groups: number;
  /** Group of each entry, from 0; -1 where it has no judge. */
  readonly ofEntry: Int32Array;
  /** Group of each judge, from 0; -1 where he has no card. */
  readonly ofJudge: Int32Array;
  /** Cells of pairs without which a group would fall apart. */
  readonly bridges: ReadonlySet<number>;
};

/** Groups and bridges in one walk (Tarjan 1974). It is never deeper than twice the number of judges, since it goes to and fro between entries and judges. */
export function graphOf(plan: Plan): PlanGraph {
  const walk = new Walk(plan);
  for (let entry = 0; entry < walk.entries; entry += 1) walk.begin(entry);
  const group = walk.group;
  return {
    groups: walk.groups,
    ofEntry: group.slice(0, walk.entries),
    ofJudge: group.slice(walk.entries),
    bridges: walk.bridges,
  };
}

class Walk {
  readonly entries: number;
  readonly group: Int32Array;
  readonly bridges = new Set<number>();
  groups = 0;
  private readonly judges: number;
  private readonly next: readonly number[][];
  private readonly reached: Int32Array;
  private readonly low: Int32Array;
  private clock = 0;

  constructor(plan: Plan) {
    this.entries = plan.matrix.entries.length;
    this.judges = plan.matrix.judges.length;
    const nodes = this.entries + this.judges;
    const next: number[][] = Array.from({ length: nodes }, () => []);
    for (const { entry, judge } of plan.pairs()) {
      next[entry]?.push(this.entries + judge);
      next[this.entries + judge]?.push(entry);
    }
    this.next = next;
    this.group = new Int32Array(nodes).fill(-1);
    this.reached = new Int32Array(nodes);
    this.low = new Int32Array(nodes);
  }

  begin(entry: number): void {
    if (this.group[entry] !== -1 || this.next[entry]?.length === 0) return;
    this.visit(entry, -1);
    this.groups += 1;
  }

  private visit(node: number, from: number): void {
    this.clock += 1;
    this.group[node] = this.groups;
    this.reached[node] = this.clock;
    let low = this.clock;
    for (const to of this.next[node] ?? []) {
      if (to === from) continue;
      if (this.group[to] === -1) {
        this.visit(to, node);
        if ((this.low[to] as number) > (this.reached[node] as number)) this.bridges.add(this.cell(node, to));
        low = Math.min(low, this.low[to] as number);
      } else low = Math.min(low, this.reached[to] as number);
    }
    this.low[node] = low;
  }

  private cell(one: number, other: number): number {
    return Math.min(one, other) * this.judges + Math.max(one, other) - this.entries;
  }
}
