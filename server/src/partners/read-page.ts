import { type RawBuilder, sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Page } from "../kernel/graphql/connection.ts";
import { Refusal } from "../kernel/refusal.ts";

/** PostgreSQL's codes for a value that is none of its column's type: no such number, date or text at all, out of range, not to compare. */
const MISFITS = new Set<unknown>(["22P02", "22007", "22008", "22003", "22021", "22P05", "42883", "42804"]);

/**
 * The rows of a page's statement. Refuses INVALID_CURSOR when the cursor's values do not fit the list's columns: it was made up, or comes
 * from another list.
 */
export async function readPage<Row>(ctx: Context, page: Page, statement: RawBuilder<unknown>): Promise<Row[]> {
  try {
    return (await sql<Row>`${statement}`.execute(ctx.db)).rows;
  } catch (error) {
    if (page.cursor && MISFITS.has(codeOf(error))) throw new Refusal("INVALID_CURSOR", { field: page.backward ? "before" : "after" });
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : null;
}
