import type { InnovationIndex } from "./innovation-index.ts";
import type { LocalizedText } from "./languages.ts";

/** A sample of entries that was verified row by row, how it was drawn, and what it found. Whoever has the entries can draw it again. */
export interface PublishedSample {
  /** Share of each group that was drawn, in percent. */
  readonly percent: string;
  /** By what it was spread: NONE, JURISDICTION, AGENCY or FORM. */
  readonly stratifiedBy: string;
  /** What chance began with. */
  readonly seed: string;
  /** Entries drawn, out of how many, and how many of them are verified. */
  readonly size: number;
  readonly outOf: number;
  readonly verified: number;
  /** Rows of those verified in which a level was claimed or found, and those in which another was found than claimed. */
  readonly rows: number;
  readonly differing: number;
  /** The discrepancy rate: differing ÷ rows in percent, two places; null before anything is verified. */
  readonly rate: string | null;
  /** Mean of found minus claimed over the rows, four places. */
  readonly meanDifference: string | null;
}

/** Levels of an entry are digits 0–3 in the order of the instrument's rows; `verified` is null unless the entry counts as verified. */
export interface PublishedLevels {
  readonly claimed: string;
  readonly verified: string | null;
}

/** The entries an index was computed from. */
export interface PublishedEntries {
  /** Each region's own rows, by its code. */
  readonly regional: readonly (PublishedLevels & { readonly code: string })[];
  /** Each innovation's rows, by the code of its region, then id. */
  readonly innovations: readonly (PublishedLevels & {
    /** Id of the entry. */
    readonly id: string;
    /** Code of its region. */
    readonly code: string;
    /** Codes of the affairs it belongs to. */
    readonly affairs: readonly string[];
  })[];
}

/** A region's index by the levels it claims and by those verified: the second is its score. */
export interface PublishedIndex {
  readonly claimed: PublishedIndexFigures;
  readonly verified: PublishedIndexFigures;
}

/** An index with its parts and the names of its category. */
export interface PublishedIndexFigures extends InnovationIndex {
  readonly categoryNames: LocalizedText | null;
}
