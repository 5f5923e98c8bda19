/** Exact numbers, the same in the browser and on the server: a whole number over a whole number. No float takes part in what decides a rank. */

/** An exact number in lowest terms; `d` is above 0. */
export type Ratio = { readonly n: bigint; readonly d: bigint };

/** What an exact number is read from: a whole number, a decimal as text (`"0.9"`), or a ratio as text (`"5/7"`). */
export type Exact = Ratio | bigint | number | string;

/** Nothing. */
export const ZERO: Ratio = { n: 0n, d: 1n };

const TEXT = /^(-?)(\d+)(?:\.(\d+)|\/(0*[1-9]\d*))?$/;

/** Reads an exact number. A `number` must be whole, since a float has already lost what was written; anything else is a RangeError. */
export function ratio(value: Exact): Ratio {
  if (typeof value === "object") return value;
  if (typeof value === "bigint") return { n: value, d: 1n };
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
    return { n: BigInt(value), d: 1n };
  }
  const [, sign, whole, places = "", divisor = "1"] = TEXT.exec(value) ?? [];
  if (whole === undefined) throw new RangeError(`"${value}" is not an exact number`);
  const size = BigInt(whole + places);
  return lowest(sign === "-" ? -size : size, BigInt(divisor) * 10n ** BigInt(places.length));
}

/** Whether a text is an exact number that {@link ratio} reads. */
export function isExact(text: string): boolean {
  return TEXT.test(text);
}

/** The exact sum of two. */
export function add(a: Ratio, b: Ratio): Ratio {
  return a.d === b.d ? lowest(a.n + b.n, a.d) : lowest(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b, exact. */
export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, { n: -b.n, d: b.d });
}

/** The exact product. */
export function multiply(a: Ratio, b: Ratio): Ratio {
  return lowest(a.n * b.n, a.d * b.d);
}

/** The exact quotient; a RangeError for a division by 0. */
export function divide(a: Ratio, b: Ratio): Ratio {
  if (b.n === 0n) throw new RangeError("division by 0");
  return b.n < 0n ? lowest(-a.n * b.d, a.d * -b.n) : lowest(a.n * b.d, a.d * b.n);
}

/** Below 0 when a is less than b, above 0 when it is more, 0 when they are equal. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The exact sum; 0 for nothing. */
export function total(values: Iterable<Ratio>): Ratio {
  let sum = ZERO;
  for (const value of values) sum = add(sum, value);
  return sum;
}

/** With a fixed number of places, rounded half up (halves away from zero): 60.005 → "60.01" at two places. Zero has no sign. */
export function roundHalfUp(value: Ratio, places: number): string {
  const size = value.n < 0n ? -value.n : value.n;
  const units = (2n * size * 10n ** BigInt(places) + value.d) / (2n * value.d);
  return unitsText(value.n < 0n ? -units : units, places);
}

/** A count of the last place as text: (6001, 2) → "60.01". */
export function unitsText(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const sign = units < 0n ? "-" : "";
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** As text that {@link ratio} reads back: `"5/7"`, `"12"`. */
export function ratioText(value: Ratio): string {
  return value.d === 1n ? String(value.n) : `${value.n}/${value.d}`;
}

/** The nearest float, good to some 15 digits. Equal ratios give the same float. For statistics, never for what decides a rank by itself. */
export function toNumber({ n, d }: Ratio): number {
  const [whole, rest] = [n / d, n % d];
  return Number(whole) + Number((rest * 10n ** 18n) / d) / 1e18;
}

function lowest(n: bigint, d: bigint): Ratio {
  if (d === 1n) return { n, d };
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 1n ? { n, d } : { n: n / a, d: d / a };
}
