import { unitsText } from "@isonga/schema/ratio";

/**
 * How near to a half a float counts as the half, in units of the last place. Solving for judges' effects errs by less than 1e-10 points, so
 * at two to four places a value that is exactly a half is always taken for one, in whatever order its parts were added up.
 */
const HALF_WITHIN = 1e-5;

/**
 * A float with a fixed number of places (0 to 4), rounded half up (halves away from zero). What lies within 1e-5 of the last place below
 * a half counts as the half: 60.00499999 and 60.005 are both "60.01" at two places. Zero has no sign.
 */
export function roundDouble(value: number, places: number): string {
  const units = Math.floor(Math.abs(value) * 10 ** places + 0.5 + HALF_WITHIN);
  return unitsText(BigInt(value < 0 ? -units : units), places);
}

/** The mean; null of nothing. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The standard deviation of a sample (divided by n − 1), in the unit of the values; null of fewer than two. */
export function deviationOf(values: readonly number[]): number | null {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** Things by a key, groups and what is in them in the order in which they came. */
export function groupedBy<T>(items: Iterable<T>, key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Linear equations: a symmetric matrix by rows, and the right side. */
export type Equations = { readonly matrix: readonly Float64Array[]; readonly right: Float64Array };

/** Solves symmetric positive definite equations by Cholesky's method, in place: matrix and right side are used up. */
export function solvePositive({ matrix, right }: Equations): readonly number[] {
  for (const [j, row] of matrix.entries()) {
    for (let k = 0; k <= j; k++) {
      const upper = matrix[k] ?? row;
      let rest = row[k] ?? 0;
      for (let i = 0; i < k; i++) rest -= (row[i] ?? 0) * (upper[i] ?? 0);
      row[k] = k === j ? Math.sqrt(rest) : rest / (upper[k] ?? 1);
    }
  }
  for (const [j, row] of matrix.entries()) {
    for (let i = 0; i < j; i++) right[j] = (right[j] ?? 0) - (row[i] ?? 0) * (right[i] ?? 0);
    right[j] = (right[j] ?? 0) / (row[j] ?? 1);
  }
  for (const [back, row] of [...matrix.entries()].reverse()) {
    right[back] = (right[back] ?? 0) / (row[back] ?? 1);
    for (let i = 0; i < back; i++) right[i] = (right[i] ?? 0) - (row[i] ?? 0) * (right[back] ?? 0);
  }
  return [...right];
}
