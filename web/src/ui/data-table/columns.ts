import type { ReactNode } from "react";

/** What a cell is worth when rows are sorted, filtered and exported; null sorts last. */
export type CellValue = string | number | null;

/** A column of a {@link DataTable}. Keep the list of columns stable (module scope or `useMemo`). */
export type Column<Row> = {
  /** Stands in the URL (`sort=score`); short. */
  readonly id: string;
  /** The heading, with the unit for figures: "Mean time (hours)". */
  readonly header: string;
  /** For sorting, filtering and CSV. An exact decimal is given as its string with `numeric`. */
  readonly value: (row: Row) => CellValue;
  /** What is shown; the value itself when not given. */
  readonly cell?: (row: Row) => ReactNode;
  /** Figures: to the right, sorted as numbers. */
  readonly numeric?: boolean;
  /** False where an order means nothing. With rows ordered by the server, true only for what it can order by. */
  readonly sortable?: boolean;
  /** True for the column that says what the row is: a row heading, always shown, first on a phone's card. */
  readonly heading?: boolean;
  /** True where a nought says nothing: it is left out on a phone's card. */
  readonly quietZero?: boolean;
  /** Not shown until chosen. */
  readonly hidden?: boolean;
};

/** Ascending by value: numbers as numbers (also exact decimals in strings), words as a person reads them; nothing comes last. */
export function compareValues(a: CellValue, b: CellValue, numeric: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (numeric) return Number(a) - Number(b);
  return COLLATOR.compare(String(a), String(b));
}

/** The shown columns and rows as RFC 4180 CSV, with a byte order mark so that spreadsheets read it as UTF-8. */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map((column) => column.header), ...rows.map((row) => columns.map((column) => column.value(row)))];
  return `\uFEFF${lines.map((line) => line.map(quote).join(",")).join("\r\n")}\r\n`;
}

/** One explicit locale for all three languages: no engine has `rw`, and the host's must have no say. */
const COLLATOR = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Quotes where needed; a text that a spreadsheet would run as a formula is made plain by an apostrophe. */
function quote(value: CellValue): string {
  if (value === null) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
