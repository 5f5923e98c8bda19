import { type CostMatrix, OPEN } from "./cost-matrix.ts";

/** Who holds what while it is being worked out. Judges and entries by their places in the matrix; fixed pairs are counted and never moved. */
export class Plan {
  readonly matrix: CostMatrix;
  /** Cost of each pair that could be made now; Infinity where it must not be, or is. */
  readonly open: Float64Array;
  /** Entries of each judge that can still be moved. */
  readonly cards: readonly number[][];
  /** Judges of each entry that can still be changed. */
  readonly holders: readonly number[][];
  /** Cards of each judge, load and fixed pairs counted in. */
  readonly count: Int32Array;

  constructor(matrix: CostMatrix) {
    const { cost, grade, fixed } = matrix;
    this.matrix = matrix;
    this.open = Float64Array.from(cost, (value, cell) => (grade[cell] === OPEN && fixed[cell] === 0 ? value : Number.POSITIVE_INFINITY));
    this.cards = matrix.judges.map(() => []);
    this.holders = matrix.entries.map(() => []);
    this.count = Int32Array.from(matrix.held);
  }

  costOf(entry: number, judge: number): number {
    return this.matrix.cost[entry * this.matrix.judges.length + judge] as number;
  }

  /** What one more card would cost this judge. */
  nextCard(judge: number): number {
    return this.matrix.loadWeight * ((this.count[judge] as number) + 1);
  }

  /** What a judge is spared without one card. */
  lastCard(judge: number): number {
    return this.matrix.loadWeight * (this.count[judge] as number);
  }

  hasRoom(judge: number): boolean {
    return (this.count[judge] as number) < (this.matrix.judges[judge]?.capacity ?? 0);
  }

  /** Judges this entry still lacks. */
  missing(entry: number): number {
    return Math.max(0, (this.matrix.need[entry] as number) - (this.holders[entry]?.length ?? 0));
  }

  give(entry: number, judge: number): void {
    this.cards[judge]?.push(entry);
    this.holders[entry]?.push(judge);
    this.count[judge] = (this.count[judge] as number) + 1;
    this.open[entry * this.matrix.judges.length + judge] = Number.POSITIVE_INFINITY;
  }

  take(entry: number, judge: number): void {
    remove(this.cards[judge], entry);
    remove(this.holders[entry], judge);
    this.count[judge] = (this.count[judge] as number) - 1;
    const cell = entry * this.matrix.judges.length + judge;
    if (this.matrix.grade[cell] === OPEN) this.open[cell] = this.matrix.cost[cell] as number;
  }

  /** Each pair, fixed ones counted in, row by row. */
  *pairs(): Generator<{ readonly entry: number; readonly judge: number; readonly kept: boolean }> {
    const { judges, fixed } = this.matrix;
    for (const [entry, holders] of this.holders.entries()) {
      for (let judge = 0; judge < judges.length; judge += 1)
        if (fixed[entry * judges.length + judge] === 1) yield { entry, judge, kept: true };
      for (const judge of holders) yield { entry, judge, kept: false };
    }
  }
}

function remove(list: number[] | undefined, item: number): void {
  const index = list?.indexOf(item) ?? -1;
  if (index >= 0) list?.splice(index, 1);
}
