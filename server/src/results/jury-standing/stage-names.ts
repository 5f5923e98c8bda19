import type { LocalizedText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";

/** Names of a round's stages by code. */
export type StageNames = ReadonlyMap<string, LocalizedText>;

/** Reads them. */
export async function loadStageNames(ctx: Context, roundId: string): Promise<StageNames> {
  const { rows } = await sql<{
    code: string;
    names: LocalizedText;
  }>`select code, names from stage where round_id = ${roundId}::uuid`.execute(ctx.db);
  return new Map(rows.map(({ code, names }) => [code, names]));
}
