import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { importRound } from "../programmes/exchange/import-round.ts";
import { openRound } from "../programmes/rounds/open-round.ts";

/** Makes a round from its file and opens it. Call inside a transaction. */
export async function openFromFile(ctx: Context, code: string, text: string): Promise<void> {
  await importRound(ctx, { text, dryRun: false });
  await ctx.em.flush();
  await openRound(ctx, await findRound(ctx, code));
  await ctx.em.flush();
}

export async function findRound(ctx: Context, code: string): Promise<{ readonly id: string; readonly version: number }> {
  const { rows } = await sql<{ id: string; version: number }>`select id, version from round where code = ${code}`.execute(ctx.db);
  const [round] = rows;
  if (!round) throw new Error(`The demo's round ${code} was not imported`);
  return round;
}

/** What has become of a round of the demo; null before it is there. */
export async function stateOf(ctx: Context, code: string): Promise<string | null> {
  const { rows } = await sql<{ state: string }>`select state from round where code = ${code}`.execute(ctx.db);
  return rows[0]?.state ?? null;
}
