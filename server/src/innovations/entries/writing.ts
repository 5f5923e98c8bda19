import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { submissionLoader, writingRefusal } from "../forms/submission.ts";
import { entryPolicy } from "./entry.policy.ts";
import { type LoadedEntry, loadEntryFor } from "./load-entry.ts";

/**
 * An entry for its author to write in, held against other writers until the transaction ends. Refuses NOT_FOUND, FORBIDDEN, WRONG_STATE
 * once it is handed in, SUBMISSION_NOT_OPEN and DEADLINE_PASSED.
 */
export async function loadForWriting(ctx: Context, id: string): Promise<LoadedEntry> {
  const loaded = await loadEntryFor(ctx, checkedId(id, "entryId"), (facts) => entryPolicy.edit(ctx.actor, { ...facts, state: "DRAFT" }));
  const { state, heldSince, roundId } = loaded.entry;
  if (state !== "DRAFT" && state !== "RETURNED") throw new Refusal("WRONG_STATE", { values: { state } });
  const refusal = writingRefusal(await submissionLoader(ctx).load(roundId), { state, heldSince }, ctx.now());
  if (refusal) throw refusal;
  return loaded;
}

/** Notes that something of an entry changed now. Its version counts steps of custody, so it stays. */
export async function touch(ctx: Context, entryId: string, title: string | null = null): Promise<void> {
  await sql`update entry set updated_at = ${ctx.now()}, title = coalesce(${title}, title) where id = ${entryId}::uuid`.execute(ctx.db);
}
