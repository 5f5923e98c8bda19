import { sql } from "kysely";
import type { Context } from "../context.ts";
import type { RowProblem } from "./importer.ts";

/** A temporary table of one run: its name, and each column's SQL type by its name. */
export type Stage = { readonly table: string; readonly columns: Readonly<Record<string, string>> };

type StagedValue = string | number | null;

/** Makes a temporary table that goes with the transaction. */
export async function createStage(ctx: Context, { table, columns }: Stage): Promise<void> {
  const definitions = Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
  await sql`create temporary table ${sql.table(table)} (${sql.join(definitions)}) on commit drop`.execute(ctx.db);
}

/** Adds rows, each with its values in the order of the stage's columns: one statement with one array a column. */
export async function addToStage(ctx: Context, { table, columns }: Stage, rows: readonly (readonly StagedValue[])[]): Promise<void> {
  const names = Object.keys(columns);
  const arrays = names.map((_, index) => sql`${rows.map((row) => textOf(row[index]))}::text[]`);
  const values = names.map((name) => sql`${sql.ref(`v.${name}`)}::${sql.raw(columns[name] ?? "text")}`);
  await sql`insert into ${sql.table(table)} select ${sql.join(values)}
    from unnest(${sql.join(arrays)}) as v(${sql.join(names.map((name) => sql.ref(name)))})`.execute(ctx.db);
}

/** What is new or changed by a row. */
export type RowChange = {
  readonly line: number;
  readonly kind: "NEW" | "CHANGED";
  /** What it is about, in words that need no translation, such as codes. */
  readonly subject: string;
  readonly before: object | null;
  readonly after: object;
};

const PROBLEMS: Stage = { table: "import_problem", columns: { line: "int", column: "text", code: "text", values: "jsonb" } };
const DELTA: Stage = { table: "import_delta", columns: { line: "int", kind: "text", subject: "text", before: "jsonb", after: "jsonb" } };

/** The tables that an importer's plan fills: `import_problem` and `import_delta`. */
export async function createPlanTables(ctx: Context): Promise<void> {
  await createStage(ctx, PROBLEMS);
  await createStage(ctx, DELTA);
}

/** Refuses rows by their lines. */
export async function refuseRows(ctx: Context, found: readonly RowProblem[]): Promise<void> {
  for (const part of inParts(found))
    await addToStage(
      ctx,
      PROBLEMS,
      part.map(({ line, column, code, values }) => [line, column ?? null, code, JSON.stringify(values ?? {})]),
    );
}

/** Tells what the rows will add or change. */
export async function tellChanges(ctx: Context, changes: readonly RowChange[]): Promise<void> {
  for (const part of inParts(changes))
    await addToStage(
      ctx,
      DELTA,
      part.map(({ line, kind, subject, before, after }) => [line, kind, subject, before && JSON.stringify(before), JSON.stringify(after)]),
    );
}

function* inParts<T>(list: readonly T[], size = 2_000): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

function textOf(value: StagedValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
