import { exactText, type Fraction, fraction, roundHalfUp } from "../kernel/fraction.ts";
import type { PartCode, PartResult, RankedRow, StandingRows } from "./scoring.ts";

/** Two ranked subjects of one level beside each other. Differences are the first's minus the second's, in points of the score. */
export interface Comparison {
  readonly level: string;
  readonly first: RankedRow;
  readonly second: RankedRow;
  readonly metrics: readonly MetricComparison[];
  /** The difference before rounding: the exact sum of the metrics' differences. */
  readonly difference: string;
  readonly differenceExact: string;
}

export interface MetricComparison {
  readonly metric: PartCode;
  readonly first: PartResult;
  readonly second: PartResult;
  readonly difference: string;
  readonly differenceExact: string;
}

const POINT_PLACES = 4;

/** Where two subjects differ, part by part; null unless both are ranked at the same level. */
export function compareSubjects(standing: StandingRows, firstCode: string, secondCode: string): Comparison | null {
  for (const { level, ranked } of standing.levels) {
    const first = ranked.find((entry) => entry.subject.code === firstCode);
    const second = ranked.find((entry) => entry.subject.code === secondCode);
    if (!first || !second) continue;
    const metrics = first.metrics.flatMap((mine) => {
      const theirs = second.metrics.find((entry) => entry.metric === mine.metric);
      if (!theirs) return [];
      const difference = fraction(mine.exact.contribution).sub(fraction(theirs.exact.contribution));
      return [{ metric: mine.metric, first: mine, second: theirs, ...written(difference) }];
    });
    return { level, first, second, metrics, ...written(fraction(first.scoreExact).sub(fraction(second.scoreExact))) };
  }
  return null;
}

function written(difference: Fraction) {
  return { difference: roundHalfUp(difference, POINT_PLACES), differenceExact: exactText(difference) };
}
