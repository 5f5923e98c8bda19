import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { atomically } from "../atomically.ts";
import type { Context } from "../context.ts";
import { Refusal, refusalsOf } from "../refusal.ts";
import {
  type Importer,
  type ImportMode,
  type ImportPlan,
  type ImportSession,
  type PlannedRow,
  Problems,
  type RowProblem,
} from "./importer.ts";
import { keepChanges, keepFileRefusals, keepRefusals } from "./keep-report.ts";
import { type ColumnMatch, matchColumns, missingColumns } from "./match-columns.ts";
import type { OpenSource, RawRow, RowSource } from "./row-source.ts";
import { findRun, finishRun, type ImportProgress, type ImportRunRow, insertRun, runLock, showProgress } from "./run-store.ts";
import { createPlanTables, refuseRows } from "./stage.ts";

/** An import to be done now, in this process. */
export type ImportRequest<Row extends object, Options extends object> = {
  readonly importer: Importer<Row, Options>;
  readonly options: Options;
  readonly mode: ImportMode;
  readonly dryRun: boolean;
  readonly source: RowSource;
  /** The run that was written down when it was asked for; without it one is made. */
  readonly runId?: string;
  /** Told now and then how far it is. */
  readonly onProgress?: (progress: ImportProgress) => void;
};

/** Rows a batch: memory does not grow with the file. */
const BATCH = 2_000;
/** Milliseconds between two tellings of progress. */
const TELL_EVERY = 300;

/**
 * Imports a file in one transaction: all good rows or, when refused or killed, none. Answers the run as it ended; a fault fails the run
 * (nothing was written) and is thrown.
 */
export async function runImport<Row extends object, Options extends object>(
  ctx: Context,
  request: ImportRequest<Row, Options>,
): Promise<ImportRunRow> {
  const { importer, source } = request;
  const { mode, dryRun, options } = request;
  const runId =
    request.runId ??
    (await insertRun(ctx, {
      kind: importer.kind,
      fileName: source.name,
      fileKey: null,
      mode,
      dryRun,
      options: options as Record<string, unknown>,
    }));
  const progress = new Progress(ctx, runId, request.onProgress);
  const verb = `import${importer.kind.slice(0, 1)}${importer.kind.slice(1).toLowerCase()}`;
  try {
    await importer.authorize(ctx, options);
    await atomically(ctx, { verb }, () => importInTransaction(ctx, { ...request, runId }, progress));
  } catch (error) {
    await endBadly(ctx, runId, { error, progress });
  }
  const run = await findRun(ctx, runId);
  if (!run) throw new Error(`The import run ${runId} is gone`);
  return run;
}

type Running<Row extends object, Options extends object> = ImportRequest<Row, Options> & { readonly runId: string };

async function importInTransaction<Row extends object, Options extends object>(
  ctx: Context,
  run: Running<Row, Options>,
  progress: Progress,
): Promise<void> {
  const { importer, source, runId } = run;
  await sql`select pg_advisory_xact_lock(hashtext(${`isonga.import.${importer.kind}`}))`.execute(ctx.db);
  await sql`select pg_advisory_xact_lock(${runLock(runId)})`.execute(ctx.db);
  await joinWithoutStatistics(ctx);
  const open = await source.open(importer);
  await progress.start(open.rowsTotal);
  const match = matchColumns(open.understood.headers, importer.columns);
  await createPlanTables(ctx);
  const begun = match.problems.length > 0 ? null : await importer.begin(ctx, { options: run.options });
  const headed = begun ? missingColumns(match, begun.needs ?? []) : match.problems;
  await refuseRows(
    ctx,
    headed.map((problem) => ({ ...problem, line: 1 })),
  );
  const session = headed.length > 0 ? null : begun;
  if (session) await readRows(ctx, { open, match, session }, progress);
  const plan = session ? await session.plan() : NOTHING;
  const refused = await countRefused(ctx);
  const whole = session !== null && !(refused > 0 && run.mode === "REJECT_EVERYTHING");
  if (session && whole && !run.dryRun) await session.apply();
  await keepRefusals(ctx, run);
  await keepChanges(ctx, runId);
  const also = match.ignored.filter((header) => session?.alsoReads?.(header) ?? false);
  const columns = { ...match.columns, ...Object.fromEntries(also.map((header) => [header, header])) };
  const ignored = match.ignored.filter((header) => !also.includes(header));
  const understood = { ...open.understood, columns, ignored, facts: plan.facts ?? {} };
  await finishRun(ctx, runId, { state: whole ? "DONE" : "REFUSED", progress: progress.end(refused), plan, understood });
}

/**
 * A table that was counted while another import filled it looks empty until it is counted again, and a staged one is never counted: for this
 * transaction rows are not joined one by one, which for a country's reports took hours.
 */
async function joinWithoutStatistics(ctx: Context): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(ctx.db);
}

const NOTHING: ImportPlan = { added: 0, changed: 0, unchanged: 0 };

type Reading<Row extends object> = { readonly open: OpenSource; readonly match: ColumnMatch; readonly session: ImportSession<Row> };

async function readRows<Row extends object>(ctx: Context, { open, match, session }: Reading<Row>, progress: Progress): Promise<void> {
  let good: PlannedRow<Row>[] = [];
  let bad: RowProblem[] = [];
  const hand = async () => {
    if (good.length > 0) await session.add(good);
    if (bad.length > 0) await refuseRows(ctx, bad);
    good = [];
    bad = [];
  };
  for await (const raw of open.rows) {
    const read = readRow(raw, match, session);
    if (read instanceof Problems) {
      bad.push(...read.problems.map((problem) => ({ ...problem, line: raw.line })));
      progress.refused++;
    } else good.push({ line: raw.line, row: read });
    progress.read++;
    if (progress.read > LIMITS.importRows) throw new Refusal("FILE_TOO_LARGE", { values: { max: LIMITS.importRows } });
    if (good.length + bad.length >= BATCH) {
      await hand();
      await progress.tell();
    }
  }
  await hand();
  await progress.tell();
}

function readRow<Row extends object>(raw: RawRow, match: ColumnMatch, session: ImportSession<Row>): Row | Problems {
  return raw.broken ? new Problems([raw.broken]) : session.parse(match.cellsOf(raw.raw), () => match.recordOf(raw.raw));
}

async function countRefused(ctx: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct line)::int as count from import_problem`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

type BadEnd = { readonly error: unknown; readonly progress: Progress };

/** A refusal of the whole file ends the run as refused; anything else as failed, and is thrown on. */
async function endBadly(ctx: Context, runId: string, { error, progress }: BadEnd): Promise<void> {
  const refusals = refusalsOf(error);
  if (refusals) {
    await keepFileRefusals(ctx, runId, refusals);
    await finishRun(ctx, runId, { state: "REFUSED", progress: progress.end(1) });
    return;
  }
  const faultId = uuidv7();
  ctx.log.error({ faultId, runId, err: error }, "import failed");
  await finishRun(ctx, runId, { state: "FAILED", progress: progress.end(0), faultId });
  throw error;
}

/** Counts what was read, and tells it now and then. */
class Progress {
  read = 0;
  refused = 0;
  #total: number | null = null;
  #told = 0;
  readonly #show: (progress: ImportProgress) => Promise<void>;

  constructor(ctx: Context, runId: string, onProgress: ((progress: ImportProgress) => void) | undefined) {
    this.#show = async (progress) => {
      onProgress?.(progress);
      await showProgress(ctx, runId, progress);
    };
  }

  async start(total: number | null): Promise<void> {
    this.#total = total;
    await this.#show(this.#now());
  }

  async tell(): Promise<void> {
    if (performance.now() - this.#told < TELL_EVERY) return;
    this.#told = performance.now();
    await this.#show(this.#now());
  }

  end(refused: number): ImportProgress {
    return { rowsRead: this.read, rowsRefused: refused, rowsTotal: this.read };
  }

  #now(): ImportProgress {
    return { rowsRead: this.read, rowsRefused: this.refused, rowsTotal: this.#total };
  }
}
