import { sql } from "kysely";
import { findable } from "../authorize.ts";
import type { Context } from "../context.ts";
import { type Connection, connectionFrom, keyset, type PageArgs, pageOf } from "../graphql/connection.ts";
import type { NodeSource } from "../graphql/node-sources.ts";
import { refusalsOf } from "../refusal.ts";
import { importPolicy } from "./import.policy.ts";
import type { ImportChange, ImportKindInfo, ImportRefusal, ImportRun, ImportRunsArgs } from "./import-run.type.ts";
import type { Importer } from "./importer.ts";
import { allImporters } from "./registry.ts";
import { endAbandonedRuns, findRun, type ImportRunRow, selectRuns } from "./run-store.ts";

/** One import, or null when there is none or it is somebody else's. A run whose process died is ended first. */
export async function findImport(ctx: Context, id: string): Promise<ImportRun | null> {
  const found = await findRun(ctx, id);
  if (!found || !importPolicy.view(ctx.actor, found)) return null;
  if (found.state !== "RUNNING") return runView(found);
  await endAbandonedRuns(ctx);
  const now = await findRun(ctx, id);
  return now && runView(now);
}

/** Imports, the latest first: one's own, or everybody's for those who may see them. */
export async function listImports(ctx: Context, args: ImportRunsArgs): Promise<Connection<ImportRun>> {
  await endAbandonedRuns(ctx);
  const page = pageOf(args);
  const keys = keyset(page, { columns: [sql`id`], descending: true });
  const everybody = args.everybody && importPolicy.viewAll(ctx.actor);
  const rows = await selectRuns(
    ctx,
    sql`where (${everybody} or started_by = ${ctx.actor.id}::uuid) and (${args.kind ?? null}::text is null or kind = ${args.kind ?? null})
      and ${keys.where} ${keys.orderBy} ${keys.limit}`,
  );
  return connectionFrom(rows.map(runView), page, (run) => [run.id]);
}

/** Why rows of a run were refused, in the order of the file. Ask after the run was found visible. */
export async function listRefusals(ctx: Context, runId: string, args: PageArgs): Promise<Connection<ImportRefusal>> {
  const page = pageOf(args);
  const keys = keyset(page, { columns: [sql`line`, sql`id`] });
  const { rows } = await sql<ImportRefusal>`select id, line, "column", code, "values", row from import_refusal
    where run_id = ${runId}::uuid and ${keys.where} ${keys.orderBy} ${keys.limit}`.execute(ctx.db);
  return connectionFrom(rows, page, (row) => [row.line, row.id]);
}

/** What a run changes and (the first of it) makes new, changed rows first. Ask after the run was found visible. */
export async function listChanges(ctx: Context, runId: string, args: PageArgs): Promise<Connection<ImportChange>> {
  const page = pageOf(args);
  const keys = keyset(page, { columns: [sql`kind`, sql`line`, sql`id`] });
  const { rows } = await sql<ImportChange>`select id, line, kind, subject, before, after from import_change
    where run_id = ${runId}::uuid and ${keys.where} ${keys.orderBy} ${keys.limit}`.execute(ctx.db);
  return connectionFrom(rows, page, (row) => [row.kind, row.line, row.id]);
}

/** What the asker may import. */
export async function listImportKinds(ctx: Context): Promise<readonly ImportKindInfo[]> {
  const found: ImportKindInfo[] = [];
  for (const importer of allImporters()) {
    if (!(await allowed(ctx, importer, {}))) continue;
    const columns = importer.columns.map(({ name, required = false }) => ({ name, required }));
    const { kind, formats } = importer;
    found.push({ kind, formats, columns, mayApprove: await allowed(ctx, importer, importer.counting ?? { state: "APPROVED" }) });
  }
  return found;
}

async function allowed(ctx: Context, importer: Importer<object, object>, options: object): Promise<boolean> {
  try {
    await importer.authorize(ctx, importer.options.parse(options));
    return true;
  } catch (error) {
    if (refusalsOf(error)) return false;
    throw error;
  }
}

/** For `node(id:)`. */
export const importRunNodes: NodeSource = { typename: "ImportRun", table: "import_run", find: findImport };

/** The run, which the actor must be allowed to see. Refuses NOT_FOUND. */
export async function visibleRun(ctx: Context, id: string): Promise<ImportRunRow> {
  return findable(await findRun(ctx, id), (run) => importPolicy.view(ctx.actor, run));
}

/** A run as the contract has it. */
export function runView(run: ImportRunRow): ImportRun {
  const { understood } = run;
  return {
    ...run,
    understood: understood && {
      format: understood.format,
      encoding: understood.encoding ?? null,
      delimiter: understood.delimiter ?? null,
      sheet: understood.sheet ?? null,
      columns: Object.entries(understood.columns)
        .map(([column, header]) => ({ column, header }))
        .sort((a, b) => understood.headers.indexOf(a.header) - understood.headers.indexOf(b.header)),
      ignored: understood.ignored,
      facts: Object.entries(understood.facts).map(([name, value]) => ({ name, value })),
    },
  };
}
