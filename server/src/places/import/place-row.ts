import type { Language } from "@isonga/schema/languages";
import type { CellProblem } from "../../kernel/imports/importer.ts";
import type { LevelRow } from "../countries.ts";

/** An area as a file tells it: texts as they were written; what is absent or blank stays as it is. */
export type PlaceRow = {
  /** Line of the file, for the report of refused rows. */
  readonly line: number;
  readonly country: string;
  readonly level: string;
  readonly code: string;
  readonly name?: string;
  readonly names: { readonly [language in Language]?: string };
  /** Key code of the area above; at the first level below the country it may be absent. */
  readonly parent?: string;
  readonly population?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Codes in other systems by system. */
  readonly codes: Readonly<Record<string, string>>;
  /** Codes of its leagues: all of them, in place of those it had. */
  readonly leagues?: readonly string[];
};

/** What one row of a file tells: areas (a row may tell those above as well, again and again), or a level of a country's tree. */
export type PlacesLine = {
  readonly areas: readonly Omit<PlaceRow, "line">[];
  /** Areas above, which other rows tell too. */
  readonly above: readonly Omit<PlaceRow, "line">[];
  readonly level: LevelRow | null;
};

/** A row that is not taken, and the column it is about, named as in the general form. */
export type RefusedPlace = CellProblem & { readonly line: number };

/** What an import holds. */
export type PlacesFile = {
  /** Levels of countries that the platform does not know by itself. */
  readonly levels: readonly LevelRow[];
  readonly rows: readonly PlaceRow[];
};
