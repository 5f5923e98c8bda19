import { pipeline } from "node:stream/promises";
import type { Language } from "@isonga/schema/languages";
import { stringify } from "csv-stringify";
import { sql } from "kysely";
import writeXlsxFile from "write-excel-file/node";
import type { Context } from "../context.ts";
import { refusalWords } from "../refusal-words.ts";
import type { ImportRunRow } from "./run-store.ts";

/** Columns added to a refused row; a mended file is sent again with them in it, where they mean nothing. */
const ADDED = ["refused_line", "refused_column", "refused_reason"];
const BATCH = 1_000;

type Cells = readonly string[];

/** Of which run, and in which language the reasons. */
export type RefusedReport = { readonly run: ImportRunRow; readonly language: Language };

/** Writes the refused rows of a run as CSV: the file's own columns, then line, columns and reasons in the reader's language. */
export async function writeRefusedCsv(ctx: Context, report: RefusedReport, out: NodeJS.WritableStream): Promise<void> {
  await pipeline(refusedTable(ctx, report), csv(), out);
}

/** The same as an Excel file; every cell is text, so that codes keep their zeros. */
export async function refusedXlsx(ctx: Context, report: RefusedReport): Promise<Buffer> {
  const rows: Cells[] = [];
  for await (const row of refusedTable(ctx, report)) rows.push(row);
  const sheet = rows.map((row) => row.map((value) => ({ value, type: String })));
  return (await writeXlsxFile(sheet).toBuffer()) as Buffer;
}

/** Writes what a run changes as CSV: a row a changed field, before and after. */
export async function writeChangesCsv(ctx: Context, run: ImportRunRow, out: NodeJS.WritableStream): Promise<void> {
  await pipeline(changesTable(ctx, run), csv(), out);
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe; an import takes it off again. */
function csv() {
  return stringify({ bom: true, escape_formulas: true });
}

type RefusalRow = {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly values: object;
  readonly row: Readonly<Record<string, string>>;
};

async function* refusedTable(ctx: Context, { run, language }: RefusedReport): AsyncGenerator<Cells> {
  const headers = (run.understood?.headers ?? []).filter((header) => !ADDED.includes(header));
  yield [...headers, ...ADDED];
  let group: RefusalRow[] = [];
  for await (const refusal of refusalsByLine(ctx, run.id)) {
    if (group[0] && group[0].line !== refusal.line) {
      yield refusedRow(group, headers, language);
      group = [];
    }
    group.push(refusal);
  }
  if (group.length > 0) yield refusedRow(group, headers, language);
}

function refusedRow(group: readonly RefusalRow[], headers: readonly string[], language: Language): Cells {
  const [first] = group;
  const columns = [...new Set(group.flatMap(({ column }) => (column ? [column] : [])))];
  const reasons = group.map(({ column, code, values }) => {
    const words = refusalWords(language, code, values as Record<string, unknown>);
    return group.length > 1 && column ? `${column}: ${words}` : words;
  });
  return [...headers.map((header) => first?.row[header] ?? ""), String(first?.line ?? ""), columns.join(", "), reasons.join(" ")];
}

async function* refusalsByLine(ctx: Context, runId: string): AsyncGenerator<RefusalRow> {
  let after = { line: -1, id: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const { rows } = await sql<RefusalRow & { readonly id: string }>`select id, line, "column", code, "values", row from import_refusal
      where run_id = ${runId}::uuid and (line, id) > (${after.line}, ${after.id}::uuid) order by line, id limit ${BATCH}`.execute(ctx.db);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last;
  }
}

type ChangeRow = {
  readonly line: number;
  readonly kind: string;
  readonly subject: string;
  readonly before: Fields | null;
  readonly after: Fields;
};
type Fields = Readonly<Record<string, unknown>>;

async function* changesTable(ctx: Context, run: ImportRunRow): AsyncGenerator<Cells> {
  yield ["line", "kind", "subject", "field", "before", "after"];
  const { rows } = await sql<ChangeRow>`select line, kind, subject, before, after from import_change
    where run_id = ${run.id}::uuid order by kind, line, id`.execute(ctx.db);
  for (const { line, kind, subject, before, after } of rows)
    for (const [field, value] of Object.entries(after)) {
      const was = before?.[field];
      if (text(was) !== text(value)) yield [String(line), kind, subject, field, text(was), text(value)];
    }
}

function text(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
