import { type Fraction, fraction, sum, ZERO } from "../../kernel/fraction.ts";
import type { Normalisation } from "../../programmes/service-performance-instrument.ts";
import type { Direction, MetricRatio } from "../../services/performance.ts";

const FULL = fraction(100);

/**
 * Values shrunk towards p₀, the overall rate of the level's eligible subjects: (x + k·p₀) ÷ (n + k), x numerator and n
 * denominator. With k = 0 the plain ratios. From the programme rules, "Service performance".
 */
export function shrink(ratios: readonly MetricRatio[], strength: Fraction): Fraction[] {
  if (strength.equals(0)) return ratios.map(({ numerator, denominator }) => numerator.div(denominator));
  const prior = overallRate(ratios).mul(strength);
  return ratios.map(({ numerator, denominator }) => numerator.add(prior).div(denominator.add(strength)));
}

/** p₀ = Σ numerators ÷ Σ denominators; 0 for nobody. */
export function overallRate(ratios: readonly MetricRatio[]): Fraction {
  const denominator = sum(ratios.map((ratio) => ratio.denominator));
  return denominator.equals(0) ? ZERO : sum(ratios.map((ratio) => ratio.numerator)).div(denominator);
}

/**
 * Values of the eligible subjects on a scale from 0 to 100, 100 the best. They come after shrinking: the smallest and the
 * largest are those of the shrunk values.
 *
 * MIN_MAX: (v − min) ÷ (max − min), the other way round where less is better; all equal → 100. TARGET: (v − floor) ÷
 * (target − floor), clamped. PERCENT_RANK: the share of the others that do worse, ties counted half; one subject alone → 100.
 */
export function normaliseAll(values: readonly Fraction[], how: Normalisation, direction: Direction): Fraction[] {
  switch (how.method) {
    case "MIN_MAX":
      return minMax(values, direction);
    case "TARGET": {
      const floor = fraction(how.floor);
      const span = fraction(how.target).sub(floor);
      return values.map((value) => clamp(value.sub(floor).div(span).mul(FULL)));
    }
    case "PERCENT_RANK":
      return percentRank(values, direction);
  }
}

/** The smallest and the largest; null of nothing. */
export function extremes(values: readonly Fraction[]): { readonly lowest: Fraction; readonly highest: Fraction } | null {
  const [first, ...others] = values;
  if (!first) return null;
  let lowest = first;
  let highest = first;
  for (const value of others) {
    if (value.lt(lowest)) lowest = value;
    if (value.gt(highest)) highest = value;
  }
  return { lowest, highest };
}

function minMax(values: readonly Fraction[], direction: Direction): Fraction[] {
  const ends = extremes(values);
  if (!ends) return [];
  const span = ends.highest.sub(ends.lowest);
  if (span.equals(0)) return values.map(() => FULL);
  return values.map((value) => (direction === "HIGH" ? value.sub(ends.lowest) : ends.highest.sub(value)).div(span).mul(FULL));
}

function clamp(value: Fraction): Fraction {
  return value.lt(0) ? ZERO : value.gt(FULL) ? FULL : value;
}

function percentRank(values: readonly Fraction[], direction: Direction): Fraction[] {
  if (values.length < 2) return values.map(() => FULL);
  const sign = direction === "HIGH" ? 1 : -1;
  const order = [...values.keys()].sort((a, b) => sign * compareAt(values, a, b));
  const result: Fraction[] = values.map(() => ZERO);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && compareAt(values, order[start], order[end]) === 0) end++;
    // `start` others do worse, and `end − start − 1` do as well.
    const share = fraction(2 * start + (end - start - 1)).div(2 * (values.length - 1));
    for (const index of order.slice(start, end)) result[index] = share.mul(FULL);
  }
  return result;
}

function compareAt(values: readonly Fraction[], a: number | undefined, b: number | undefined): number {
  return ((a === undefined ? undefined : values[a]) ?? ZERO).compare((b === undefined ? undefined : values[b]) ?? ZERO);
}
