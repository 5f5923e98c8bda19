import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { takeStep } from "../custody/take-step.ts";
import type { Entry } from "../entries/entry.entity.ts";

/**
 * What follows when the evidence of a row changes: whatever was verified of that row is verified anew, and an entry that was verified is with
 * the verifiers again. Call inside the transaction, the entry locked.
 */
export async function evidenceChanged(ctx: Context, entry: Entry, indicator: string | null): Promise<void> {
  if (indicator !== null) await reopenRow(ctx, entry.id, indicator);
  entry.updatedAt = ctx.now();
  if (entry.state === "VERIFIED") await takeStep(ctx, { entry, act: "reopen", fieldReasons: [] });
}

/** Sets a row back to waiting: its verified level is forgotten, what verifiers said of it stays in the history. */
async function reopenRow(ctx: Context, entryId: string, indicator: string): Promise<void> {
  await sql`update entry_claim set verified = null, note = null, version = version + 1, changed_by = ${ctx.actor.id}::uuid,
      changed_at = ${ctx.now()}
    where entry_id = ${entryId}::uuid and indicator = ${indicator} and verified is not null`.execute(ctx.db);
  await sql`update verification set superseded_at = ${ctx.now()}
    where entry_id = ${entryId}::uuid and indicator = ${indicator} and superseded_at is null`.execute(ctx.db);
}
