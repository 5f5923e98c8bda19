import { createWriteStream } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { sql } from "kysely";
import { atomically } from "../kernel/atomically.ts";
import type { Context } from "../kernel/context.ts";
import type { ImportKind } from "../kernel/imports/importer.ts";
import { importerOf } from "../kernel/imports/registry.ts";
import { writeRefusedCsv } from "../kernel/imports/report-files.ts";
import { fileSource } from "../kernel/imports/row-source.ts";
import { runImport } from "../kernel/imports/run-import.ts";
import { endAbandonedRuns, type ImportProgress, type ImportRunRow } from "../kernel/imports/run-store.ts";
import { readOptions } from "../kernel/imports/start-import.ts";
import { refusalWords } from "../kernel/refusal-words.ts";
import { StartProblem } from "../problem.ts";
import { importRound } from "../programmes/exchange/import-round.ts";
import type { ImportOptions } from "./import-command.ts";
import type { Io } from "./io.ts";
import { words } from "./words.ts";

/** Refused rows that are printed; all of them go into the file of `--refused`. */
const PRINTED = 20;

/** What to import, and how. */
export type ImportCall = { readonly kind: ImportKind; readonly file: string; readonly options: ImportOptions };

/** Imports a file; answers whether anything was refused. */
export async function importFile(ctx: Context, io: Io, { kind, file, options }: ImportCall): Promise<boolean> {
  await textOf(file, false);
  await endAbandonedRuns(ctx);
  const { country, system, state, round, stage, agencies, written: language, mode, dryRun = false } = options;
  const run = await runImport(ctx, {
    importer: importerOf(kind),
    options: readOptions(kind, { country, system, state, round, stage, agencies, language }),
    mode,
    dryRun,
    source: fileSource(file),
    onProgress: (progress) => io.progress(progressLine(io, progress)),
  });
  io.progress(progressLine(io, { ...run, rowsTotal: run.rowsRead }), true);
  await sayRefused(ctx, io, run);
  if (options.refused && run.rowsRefused > 0)
    await writeRefusedCsv(ctx, { run, language: io.language }, createWriteStream(options.refused));
  const { rowsNew, rowsChanged, rowsUnchanged, rowsRefused } = run;
  const phrase = run.state === "REFUSED" ? "import.refused" : dryRun ? "import.tried" : "import.done";
  io.put(words(io, phrase, { added: rowsNew, changed: rowsChanged, unchanged: rowsUnchanged, refused: rowsRefused }));
  return run.state !== "DONE" || rowsRefused > 0;
}

function progressLine(io: Io, { rowsRead, rowsTotal, rowsRefused }: ImportProgress): string {
  return words(io, "import.progress", { read: rowsRead, total: rowsTotal ?? "?", refused: rowsRefused });
}

async function sayRefused(ctx: Context, io: Io, run: ImportRunRow): Promise<void> {
  type Row = { readonly line: number; readonly column: string | null; readonly code: string; readonly values: Record<string, unknown> };
  const { rows } = await sql<Row>`select line, "column", code, "values" from import_refusal where run_id = ${run.id}::uuid
    order by line, id limit ${PRINTED}`.execute(ctx.db);
  for (const { line, column, code, values } of rows)
    io.say(words(io, "import.refusedRow", { line, column: column ?? "–", reason: refusalWords(io.language, code, values) }));
  if (run.rowsRefused > rows.length) io.say(words(io, "import.more", { count: run.rowsRefused - rows.length }));
}

/** Makes or changes a round from its file, in one transaction. */
export async function importRoundFile(ctx: Context, io: Io, { file, options }: Omit<ImportCall, "kind">): Promise<void> {
  const { dryRun = false, reason } = options;
  const text = await textOf(file);
  const { roundCode, changes } = await atomically(ctx, { verb: "importRound", ...(reason ? { reason } : {}) }, () =>
    importRound(ctx, { text, dryRun, reason }),
  );
  for (const change of changes) io.say(JSON.stringify(change));
  io.put(
    words(io, changes.length === 0 ? "import.roundSame" : dryRun ? "import.roundTried" : "import.roundDone", {
      code: roundCode,
      count: changes.length,
    }),
  );
}

async function textOf(file: string, whole = true): Promise<string> {
  try {
    return whole ? await readFile(file, "utf8") : await access(file).then(() => "");
  } catch (error) {
    throw new StartProblem(
      `The file ${file} cannot be read (${error instanceof Error && "code" in error ? String(error.code) : "?"}).`,
      "Check its path.",
    );
  }
}
