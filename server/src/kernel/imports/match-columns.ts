import type { CellProblem, Cells, ImportColumn } from "./importer.ts";

/** Which header each column was found under, and which headers mean nothing to the importer. */
export type ColumnMatch = {
  readonly columns: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  readonly problems: readonly CellProblem[];
  /** The cells of a row, by canonical column name. */
  cellsOf(raw: readonly string[]): Cells;
  /** A whole row by header. */
  recordOf(raw: readonly string[]): Readonly<Record<string, string>>;
};

/** Finds the importer's columns among a file's headers: names and aliases are compared without case, spaces and punctuation. */
export function matchColumns(headers: readonly string[], columns: readonly ImportColumn[]): ColumnMatch {
  const places = new Map<string, number>();
  const problems: CellProblem[] = [];
  for (const column of columns) {
    const names = new Set([column.name, ...(column.aliases ?? [])].map(bare));
    const found = headers.flatMap((header, index) => (names.has(bare(header)) ? [index] : []));
    const [first] = found;
    if (first === undefined && column.required) problems.push(columnMissing(column.name));
    if (found.length > 1) problems.push({ column: column.name, code: "ROW_TWICE", values: { line: 1 } });
    if (first !== undefined) places.set(column.name, first);
  }
  const used = new Set(places.values());
  return {
    columns: Object.fromEntries([...places].map(([name, index]) => [name, headers[index] ?? ""])),
    ignored: headers.filter((header, index) => header !== "" && !used.has(index)),
    problems,
    cellsOf: (raw) => (column) => unguarded((raw[places.get(column) ?? -1] ?? "").trim()),
    recordOf: (raw) => Object.fromEntries(headers.map((header, index) => [header, unguarded((raw[index] ?? "").trim())])),
  };
}

/** What is wrong with a file whose header lacks some of these columns. */
export function missingColumns({ columns }: ColumnMatch, needed: readonly string[]): readonly CellProblem[] {
  return needed.filter((name) => columns[name] === undefined).map(columnMissing);
}

function columnMissing(column: string): CellProblem {
  return { column, code: "COLUMN_MISSING", values: { column } };
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Downloads put an apostrophe before what a spreadsheet would run as a formula; it is taken off when the file comes back. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
