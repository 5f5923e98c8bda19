import DataLoader from "dataloader";
import { type RawBuilder, sql } from "kysely";
import { type Context, memoized } from "../kernel/context.ts";

/** Rows with an `id` that a statement finds, batched and read once a request. `select` ends where a condition on `id` can follow. */
export function byId<Row extends { readonly id: string }>(
  ctx: Context,
  source: { readonly name: string; readonly select: RawBuilder<unknown>; readonly id: RawBuilder<unknown> },
): DataLoader<string, Row | null> {
  return memoized(
    ctx,
    `by-id:${source.name}`,
    () =>
      new DataLoader<string, Row | null>(async (ids) => {
        const { rows } = await sql<Row>`${source.select} and ${source.id} = any(${[...ids]}::uuid[])`.execute(ctx.db);
        const found = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => found.get(id) ?? null);
      }),
  );
}

/** One row of a statement, or null. */
export async function oneOf<Row>(ctx: Context, statement: RawBuilder<unknown>): Promise<Row | null> {
  const { rows } = await sql<Row>`${statement} limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}
