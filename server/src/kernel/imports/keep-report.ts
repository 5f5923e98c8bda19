import { sql } from "kysely";
import type { Context } from "../context.ts";
import type { Refusal } from "../refusal.ts";
import type { RowSource, SourceShape } from "./row-source.ts";
import { addToStage, createStage, type Stage } from "./stage.ts";

/** New rows that are kept in a run's report: the file itself says the rest. Changed rows are all kept. */
const NEW_ROWS_KEPT = 200;
const BATCH = 2_000;

const RAW: Stage = { table: "import_raw", columns: { line: "int", row: "jsonb" } };

type Reported = { readonly runId: string; readonly source: RowSource; readonly importer: SourceShape };

/** Keeps why rows were refused, each with its text, which is read from the file again. */
export async function keepRefusals(ctx: Context, { runId, source, importer }: Reported): Promise<void> {
  const { rows } = await sql<{ line: number }>`select distinct line from import_problem order by line`.execute(ctx.db);
  if (rows.length === 0) return;
  await createStage(ctx, RAW);
  await stageRawRows(ctx, { source, importer, lines: new Set(rows.map(({ line }) => line)) });
  await sql`insert into import_refusal (id, run_id, line, "column", code, "values", row)
    select gen_random_uuid(), ${runId}::uuid, p.line, p."column", p.code, coalesce(p."values", '{}'), coalesce(r.row, '{}')
    from import_problem p left join import_raw r using (line)`.execute(ctx.db);
}

/** Keeps what is new (the first of them) and what changes (all of it). */
export async function keepChanges(ctx: Context, runId: string): Promise<void> {
  await sql`insert into import_change (id, run_id, line, kind, subject, before, after)
    (select gen_random_uuid(), ${runId}::uuid, line, kind, subject, before, after from import_delta where kind = 'CHANGED')
    union all
    (select gen_random_uuid(), ${runId}::uuid, line, kind, subject, before, after from import_delta where kind = 'NEW' order by line limit ${NEW_ROWS_KEPT})`.execute(
    ctx.db,
  );
}

/** Keeps why a whole file was refused: told of its first line. */
export async function keepFileRefusals(ctx: Context, runId: string, refusals: readonly Refusal[]): Promise<void> {
  for (const { code, field, values } of refusals)
    await sql`insert into import_refusal (id, run_id, line, "column", code, "values", row)
      values (${ctx.newId()}, ${runId}, ${Number(values["line"] ?? 1)}, ${field}, ${code}, ${JSON.stringify(values)}::jsonb, '{}')`.execute(
      ctx.db,
    );
}

type Lookup = Omit<Reported, "runId"> & { readonly lines: ReadonlySet<number> };

async function stageRawRows(ctx: Context, { source, importer, lines }: Lookup): Promise<void> {
  const { understood, rows } = await source.open(importer);
  let batch: [number, string][] = [];
  for await (const { line, raw } of rows) {
    if (!lines.has(line)) continue;
    batch.push([line, JSON.stringify(Object.fromEntries(raw.map((cell, index) => [understood.headers[index] ?? `#${index + 1}`, cell])))]);
    if (batch.length === BATCH) {
      await addToStage(ctx, RAW, batch);
      batch = [];
    }
  }
  if (batch.length > 0) await addToStage(ctx, RAW, batch);
}
