/**
 * The innovation index as data and as arithmetic, the same in the browser (what-if) and on the server (standing). Exact: weights and
 * parameters are decimals as text, sums are whole numbers of millionths, and only the result is rounded, half up, before it is classified.
 * Source of the formula: the programme rules, "The innovation index".
 */

/** A row of an instrument, as far as the arithmetic goes. */
export type IndexRow = { readonly code: string; readonly weight: string };

/** A class of the index: from this value upwards. */
export type IndexCategory = { readonly code: string; readonly from: string };

/** What changes from year to year. */
export type IndexParameters = {
  /** d: the fewest innovations by which the sum of maturities is divided. */
  readonly divisor: number;
  /** The most innovations counted. */
  readonly cap: number;
  /** Points an innovation counted gives. */
  readonly perInnovation: string;
  /** Points that are 100. */
  readonly maximum: string;
  /** The count scores only where innovations cover at least so many of these affairs; null: it always scores. */
  readonly affairs: { readonly basic: readonly string[]; readonly atLeast: number } | null;
  /** In any order; below the lowest there is none. */
  readonly categories: readonly IndexCategory[];
};

/** A region's figures, as they are or as they might be. `maturity` and `spd` are decimals as text. */
export type IndexFigures = {
  /** Σ weight × level of the region's own rows. */
  readonly spd: string;
  /** Σ over innovations of Σ weight × level. */
  readonly maturity: string;
  readonly innovations: number;
  /** Affairs its innovations belong to, each once. */
  readonly affairs: readonly string[];
};

/** The index with its parts: `index` two places, points exact (two to six places), the maturity part six places, the mean four. */
export type InnovationIndex = {
  readonly index: string;
  readonly category: string | null;
  readonly spd: string;
  /** Σ maturity ÷ max(d, n), six places. */
  readonly maturityPart: string;
  readonly count: string;
  /** Σ maturity ÷ n, four places; 0 without innovations. */
  readonly meanMaturity: string;
  readonly innovations: number;
  readonly basicAffairs: number;
  /** Whether the affairs rule let the count score. */
  readonly countScores: boolean;
};

/** Levels by code of their row; what is not there is 0. */
export type Levels = Readonly<Record<string, number>>;

/** Σ weight × level over the rows, exact: two to six places. */
export function maturityOf(rows: readonly IndexRow[], levels: Levels): string {
  return pointsText(rows.reduce((total, { code, weight }) => total + micros(weight) * BigInt(levels[code] ?? 0), 0n));
}

/** Sums of points as text, exact: two to six places. */
export function sumOfPoints(points: Iterable<string>): string {
  let total = 0n;
  for (const value of points) total += micros(value);
  return pointsText(total);
}

/**
 * (spd + Σ maturity ÷ max(d, n) + count) ÷ maximum × 100, rounded half up to two places and only then classified; the count is
 * min(n, cap) × points of one, or 0 where the rule of affairs is not met.
 */
export function innovationIndex(parameters: IndexParameters, figures: IndexFigures): InnovationIndex {
  const { innovations } = figures;
  const divisor = BigInt(Math.max(parameters.divisor, innovations, 1));
  const [spd, maturity] = [micros(figures.spd), micros(figures.maturity)];
  const basicAffairs = coveredAffairs(parameters, figures.affairs);
  const countScores = basicAffairs >= (parameters.affairs?.atLeast ?? 0);
  const count = countScores ? micros(parameters.perInnovation) * BigInt(Math.min(innovations, parameters.cap)) : 0n;
  const points = (spd + count) * divisor + maturity;
  const index = placesText(halfUp(points * 10_000n, divisor * micros(parameters.maximum)), 2);
  return {
    index,
    category: categoryOf(parameters.categories, index),
    spd: pointsText(spd),
    maturityPart: placesText(halfUp(maturity, divisor), 6),
    count: pointsText(count),
    meanMaturity: placesText(halfUp(maturity, BigInt(Math.max(innovations, 1)) * 100n), 4),
    innovations,
    basicAffairs,
    countScores,
  };
}

/** The code of the class to which an index (as rounded) belongs: the highest that begins at or below it; null below them all. */
export function categoryOf(categories: readonly IndexCategory[], index: string): string | null {
  const value = micros(index);
  return fromHighest(categories).find(({ from }) => micros(from) <= value)?.code ?? null;
}

/** The next class above an index, if there is one. */
export function nextCategory<C extends IndexCategory>(categories: readonly C[], index: string): C | null {
  const value = micros(index);
  return fromHighest(categories).findLast(({ from }) => micros(from) > value) ?? null;
}

/** Digits in the catalogue's order, one a row: `"0312"` → levels; null when their number or one of them is wrong. */
export function levelsOfDigits(rows: readonly IndexRow[], digits: string): Levels | null {
  if (digits.length !== rows.length || !/^[0-3]*$/.test(digits)) return null;
  return Object.fromEntries(rows.map(({ code }, position) => [code, Number(digits[position])]));
}

/** Levels as digits in the catalogue's order. */
export function digitsOfLevels(rows: readonly IndexRow[], levels: Levels): string {
  return rows.map(({ code }) => levels[code] ?? 0).join("");
}

/** How many of the basic affairs are among these; 0 where the year has no such rule. */
function coveredAffairs(parameters: IndexParameters, affairs: readonly string[]): number {
  const covered = new Set(affairs);
  return new Set(parameters.affairs?.basic.filter((code) => covered.has(code))).size;
}

function fromHighest<C extends IndexCategory>(categories: readonly C[]): readonly C[] {
  return [...categories].sort((a, b) => (micros(a.from) < micros(b.from) ? 1 : -1));
}

const DECIMAL = /^(\d{1,30})(?:\.(\d{1,6}))?$/;

/** A decimal of at most six places as a whole number of millionths. */
function micros(text: string): bigint {
  const [, whole, places = ""] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`"${text}" is no decimal of at most six places`);
  return BigInt(whole + places.padEnd(6, "0"));
}

/** A quotient of numbers that are not negative, to the nearest whole number, halves up. */
function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

/** A count of the last place as text: (6001, 2) → "60.01". */
function placesText(units: bigint, places: number): string {
  const digits = units.toString().padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Millionths as text with no more places than they need, but at least two. */
function pointsText(value: bigint): string {
  return placesText(value, 6).replace(/0{1,4}$/, "");
}
