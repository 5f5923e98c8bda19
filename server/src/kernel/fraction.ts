import { Fraction } from "fraction.js";

export type { Fraction } from "fraction.js";

/** What an exact number can be made from: whole numbers, and text that is a decimal (`"20914.7"`) or a ratio (`"5/7"`). */
export type Exact = Fraction | bigint | number | string;

const EXACT_TEXT = /^-?\d+(\.\d+|\/[1-9]\d*)?$/;

/**
 * An exact rational number. A `number` must be whole: what has places after the point comes as text, since a float has already
 * lost what was written. Anything else is a fault of the caller.
 */
export function fraction(value: Exact): Fraction {
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
  if (typeof value === "string" && !EXACT_TEXT.test(value)) throw new RangeError(`"${value}" is not an exact number`);
  return value instanceof Fraction ? value : new Fraction(value);
}

export const ZERO: Fraction = new Fraction(0);

/** The exact sum; 0 for nothing. */
export function sum(values: Iterable<Fraction>): Fraction {
  let total = ZERO;
  for (const value of values) total = total.add(value);
  return total;
}

/**
 * A number with a fixed number of places, rounded half up (halves away from zero, so that a difference and its opposite read
 * alike): 60.005 → "60.01" at two places. Zero has no sign.
 */
export function roundHalfUp(value: Fraction, places: number): string {
  const units = roundedUnits(value, places);
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const sign = units < 0n ? "-" : "";
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The same rounding as a count of the last place: 60.005 at two places → 6001. For comparing what is shown. */
export function roundedUnits(value: Fraction, places: number): bigint {
  const doubled = 2n * value.n * 10n ** BigInt(places) + value.d;
  return value.s * (doubled / (2n * value.d));
}

/** An exact number as text that {@link fraction} reads back: `"5/7"`, `"12"`. */
export function exactText(value: Fraction): string {
  return value.toFraction();
}
