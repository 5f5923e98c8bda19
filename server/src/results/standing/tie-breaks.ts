import type { Fraction } from "../../kernel/fraction.ts";
import type { TieBreak } from "../../programmes/service-performance-instrument.ts";
import { METRIC_FACTS, type Metric } from "../../services/performance.ts";

/** What ties are broken on: the scored (shrunk) value of each metric, and applications received. */
export interface TieSubject {
  readonly values: ReadonlyMap<Metric, Fraction>;
  readonly volume: bigint;
}

/** Who goes first, and by which rule. `order` is negative for the first, positive for the second. */
export interface TieVerdict {
  readonly order: number;
  readonly rule: TieBreak;
}

/**
 * The first rule of the published list that tells two subjects with the same rounded score apart; null when none does, so that
 * they share the rank. CHAIR_DECISION tells nobody apart by itself: it says that the chair will. Neither id nor time ever counts.
 */
export function breakTie(rules: readonly TieBreak[], a: TieSubject, b: TieSubject): TieVerdict | null {
  for (const rule of rules) {
    const order = orderBy(rule, a, b);
    if (order !== 0) return { order, rule };
  }
  return null;
}

function orderBy(rule: TieBreak, a: TieSubject, b: TieSubject): number {
  switch (rule.rule) {
    case "LARGER_VOLUME":
      return a.volume === b.volume ? 0 : a.volume > b.volume ? -1 : 1;
    case "HIGHER_METRIC": {
      const [mine, theirs] = [a.values.get(rule.metric), b.values.get(rule.metric)];
      if (!mine || !theirs) return 0;
      return METRIC_FACTS[rule.metric].direction === "HIGH" ? theirs.compare(mine) : mine.compare(theirs);
    }
    case "CHAIR_DECISION":
      return 0;
  }
}
