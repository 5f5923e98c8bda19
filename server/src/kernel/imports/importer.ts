import type { RefusalCode } from "@isonga/schema/refusal-codes";
import type { ZodType } from "zod";
import type { Context } from "../context.ts";
import type { FileFormat } from "../files/sniff.ts";

/** What can be imported. */
export const IMPORT_KINDS = ["PLACES", "SERVICES", "REPORTS", "INNOVATIONS", "REGIONAL", "MARKS", "ASSIGNMENTS"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Whether one refused row refuses the whole file, or only itself. */
export const IMPORT_MODES = ["REJECT_EVERYTHING", "REJECT_FAILED_ROWS"] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/** A column of the file: its name as people write it in the header, other names it goes by, and whether the file must have it. */
export type ImportColumn = { readonly name: string; readonly aliases?: readonly string[]; readonly required?: boolean };

/** The text of one row by canonical column name: trimmed, empty when the column or the cell is not there. */
export type Cells = (column: string) => string;

/** What is wrong with one cell or, without a column, with the row. `values` fill the placeholders of the code's words. */
export type CellProblem = {
  readonly column?: string;
  readonly code: RefusalCode;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** A problem and the line of the file it is in; the header is line 1. */
export type RowProblem = CellProblem & { readonly line: number };

/** All that is wrong with a row that could not be read. */
export class Problems {
  readonly problems: readonly CellProblem[];

  constructor(problems: readonly CellProblem[]) {
    this.problems = problems;
  }
}

/** What `parse` answers for a row it cannot read. */
export function problems(...found: readonly CellProblem[]): Problems {
  return new Problems(found);
}

/** A row that could be read, and its line. */
export type PlannedRow<Row> = { readonly line: number; readonly row: Row };

/** What a run will do, or has done. `facts` are shown to whoever sent the file, such as the first and the last month in it. */
export type ImportPlan = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly facts?: Readonly<Record<string, string>>;
};

/** One importer at work on one file, inside the one transaction of the run. */
export type ImportSession<Row> = {
  /** Reads a row's cells, or says all that is wrong with them at once. Pure and quick. `record` gives the whole row by header. */
  readonly parse: (cells: Cells, record: () => Readonly<Record<string, string>>) => Row | Problems;
  /** Columns that this file must have besides those which every file must: it depends on what it is for. */
  readonly needs?: readonly string[];
  /** Whether a header that is none of the importer's columns is read too, as `record` gives it: criteria of a round, say. */
  readonly alsoReads?: (header: string) => boolean;
  /** Takes a batch of readable rows. */
  readonly add: (rows: readonly PlannedRow<Row>[]) => Promise<void>;
  /** After the last row: refuses rows for what is wrong between them and the database, and tells what is new and what changes. */
  readonly plan: () => Promise<ImportPlan>;
  /** Writes what was planned. Never touches an unchanged row. Not called on a dry run. */
  readonly apply: () => Promise<void>;
};

/** Reads one kind of thing from files: see `docs/architecture.md`, "Imports". */
export type Importer<Row extends object, Options extends object> = {
  readonly kind: ImportKind;
  readonly formats: readonly FileFormat[];
  readonly columns: readonly ImportColumn[];
  readonly options: ZodType<Options>;
  /** How a JSON file becomes flat records; without it, it is an array of objects (nested ones as `names.en`). */
  readonly records?: (json: unknown) => Iterable<Readonly<Record<string, unknown>>>;
  /** Options under which what is imported counts at once, without another's approval; `{ state: "APPROVED" }` unless told. */
  readonly counting?: object;
  /** Who may start it: throws FORBIDDEN. Rows are judged one by one. */
  readonly authorize: (ctx: Context, options: Options) => void | Promise<void>;
  /** Before the first row. A refusal thrown here refuses the file. */
  readonly begin: (ctx: Context, run: { readonly options: Options }) => Promise<ImportSession<Row>>;
};

/** An importer whose row type is its own business. */
export type AnyImporter = Importer<never, never>;
