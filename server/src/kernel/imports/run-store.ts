import type { Language } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import type { Pool } from "pg";
import type { Context } from "../context.ts";
import type { ImportKind, ImportMode, ImportPlan } from "./importer.ts";
import type { Understood } from "./row-source.ts";

export const IMPORT_STATES = ["WAITING", "RUNNING", "DONE", "REFUSED", "FAILED"] as const;
/** Waiting for its turn, running, done (or tried, on a dry run), refused as a whole, or failed: then nothing was written. */
export type ImportState = (typeof IMPORT_STATES)[number];

/** What was understood of a file, for whoever sent it. */
export type Understanding = Understood & {
  readonly columns: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
};

/** One import of one file. */
export type ImportRunRow = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fileKey: string | null;
  readonly mode: ImportMode;
  readonly dryRun: boolean;
  readonly state: ImportState;
  readonly startedBy: string | null;
  readonly language: Language;
  readonly rowsTotal: number | null;
  readonly rowsRead: number;
  readonly rowsNew: number;
  readonly rowsChanged: number;
  readonly rowsUnchanged: number;
  readonly rowsRefused: number;
  readonly faultId: string | null;
  readonly options: Readonly<Record<string, unknown>>;
  readonly understood: Understanding | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
};

const COLUMNS = sql`id, kind, file_name as "fileName", file_key as "fileKey", mode, dry_run as "dryRun", state, started_by as "startedBy", language,
  rows_total as "rowsTotal", rows_read as "rowsRead", rows_new as "rowsNew", rows_changed as "rowsChanged", rows_unchanged as "rowsUnchanged",
  rows_refused as "rowsRefused", fault_id as "faultId", options, understood, created_at as "createdAt", finished_at as "finishedAt"`;

/** Runs by a condition and an order. */
export async function selectRuns(ctx: Context, rest: RawBuilder<unknown>): Promise<readonly ImportRunRow[]> {
  const { rows } = await sql<ImportRunRow>`select ${COLUMNS} from import_run ${rest}`.execute(ctx.db);
  return rows;
}

/** One run, or null. */
export async function findRun(ctx: Context, id: string): Promise<ImportRunRow | null> {
  const [run] = await selectRuns(ctx, sql`where id = ${id}::uuid`);
  return run ?? null;
}

export type NewRun = Pick<ImportRunRow, "kind" | "fileName" | "fileKey" | "mode" | "dryRun" | "options">;

/** Writes down that an import is to be done. */
export async function insertRun(ctx: Context, run: NewRun): Promise<string> {
  const id = ctx.newId();
  await sql`insert into import_run (id, kind, file_name, file_key, mode, dry_run, state, started_by, language, options, created_at)
    values (${id}, ${run.kind}, ${run.fileName}, ${run.fileKey}, ${run.mode}, ${run.dryRun}, 'WAITING', ${ctx.actor.id}, ${ctx.language},
      ${JSON.stringify(run.options)}::jsonb, ${ctx.now()})`.execute(ctx.db);
  return id;
}

/** How far a run is. */
export type ImportProgress = { readonly rowsRead: number; readonly rowsRefused: number; readonly rowsTotal: number | null };

/** Shows everybody how far a run is, outside of its transaction, which nobody sees into. */
export async function showProgress(ctx: Context, runId: string, progress: ImportProgress): Promise<void> {
  const pool = (await ctx.em.getConnection().getNativeClient()) as Pool;
  await pool.query(
    `update import_run set state = 'RUNNING', rows_read = $2, rows_refused = $3, rows_total = $4 where id = $1 and state in ('WAITING', 'RUNNING')`,
    [runId, progress.rowsRead, progress.rowsRefused, progress.rowsTotal],
  );
}

export type RunOutcome = {
  readonly state: ImportState;
  readonly progress: ImportProgress;
  readonly plan?: ImportPlan;
  readonly understood?: Understanding;
  readonly faultId?: string;
};

/** Writes down how a run ended. */
export async function finishRun(ctx: Context, runId: string, outcome: RunOutcome): Promise<void> {
  const { state, progress, plan, understood, faultId } = outcome;
  await sql`update import_run set state = ${state}, rows_total = ${progress.rowsTotal}, rows_read = ${progress.rowsRead},
    rows_refused = ${progress.rowsRefused}, rows_new = ${plan?.added ?? 0}, rows_changed = ${plan?.changed ?? 0},
    rows_unchanged = ${plan?.unchanged ?? 0}, understood = ${understood ? JSON.stringify(understood) : null}::jsonb,
    fault_id = ${faultId ?? null}, finished_at = ${ctx.now()} where id = ${runId}`.execute(ctx.db);
}

/** The lock that a run holds as long as its process lives: whoever gets it knows that nobody works on the run. */
export function runLock(runId: string | RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`hashtextextended('isonga.import.' || ${runId}::text, 0)`;
}

/** Ends runs whose process was killed in the middle: their transaction is gone, so nothing was written. */
export async function endAbandonedRuns(ctx: Context): Promise<void> {
  await sql`update import_run set state = 'FAILED', finished_at = ${ctx.now()}
    where state = 'RUNNING' and pg_try_advisory_xact_lock(${runLock(sql`id`)})`.execute(ctx.db);
}
