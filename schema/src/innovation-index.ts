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

/** The index with its parts: `index` two places, points as exact decimals with at most six places, the mean with four. */
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
