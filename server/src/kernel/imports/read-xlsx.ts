import { readFile } from "node:fs/promises";
import readXlsxFile from "read-excel-file/node";
import { Refusal } from "../refusal.ts";
import type { OpenSource, RawRow } from "./row-source.ts";

type Cell = string | number | boolean | Date | null;

/**
 * Opens the first sheet of an Excel file. Its cells come as text: dates as `YYYY-MM-DD`, numbers as written (to 15 digits, as Excel
 * shows them). The sheet is held in memory while it is read; `importBytes` bounds it.
 */
export async function openXlsx(path: string): Promise<OpenSource> {
  const [first] = await readSheets(path);
  const table = (first?.data ?? []) as readonly (readonly Cell[])[];
  const [header] = table;
  if (!first || !header) throw new Refusal("FILE_UNREADABLE", { values: { line: 1 } });
  return {
    understood: { format: "XLSX", headers: header.map((cell) => textOf(cell).trim()), sheet: first.sheet },
    rowsTotal: table.length - 1,
    rows: rowsOf(table),
  };
}

async function readSheets(path: string) {
  try {
    return await readXlsxFile(await readFile(path), { trim: true, parseNumber: (text: string) => text as unknown as number });
  } catch {
    throw new Refusal("FILE_UNREADABLE", { values: { line: 1 } });
  }
}

async function* rowsOf(table: readonly (readonly Cell[])[]): AsyncGenerator<RawRow> {
  for (let index = 1; index < table.length; index++) {
    const raw = (table[index] ?? []).map(textOf);
    if (raw.some((cell) => cell !== "")) yield { line: index + 1, raw };
  }
}

function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, "");
  const text = String(cell);
  // A double's last digits are noise: 320.39999999999998 was typed as 320.4.
  return /^-?\d+\.\d{12,}$/.test(text) || /^-?\d(\.\d+)?e[+-]?\d+$/i.test(text) ? plainNumber(Number(text)) : text;
}

function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded);
}
