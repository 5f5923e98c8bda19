import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { enqueue } from "../../kernel/jobs/jobs.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { forgetContents } from "../evidence/forget-contents.ts";
import type { DeleteDraftInput, DeleteDraftPayload } from "./entry.inputs.ts";
import { entryPolicy } from "./entry.policy.ts";
import { loadEntryFor } from "./load-entry.ts";

/**
 * Deletes a draft that was begun by mistake, with its answers, levels and evidence, and its innovation where this was its only entry; the audit
 * record keeps what they said. At any time, also when the round takes nothing any more. Refuses NOT_FOUND, FORBIDDEN, WRONG_STATE for what
 * was ever handed in (that is withdrawn), IN_USE for what was copied into another round.
 */
export async function deleteDraft(ctx: Context, input: DeleteDraftInput): Promise<DeleteDraftPayload> {
  const mayWrite = (facts: Parameters<typeof entryPolicy.edit>[1]) => entryPolicy.edit(ctx.actor, { ...facts, state: "DRAFT" });
  const { entry } = await loadEntryFor(ctx, checkedId(input.id), mayWrite);
  const { steps, copies } = await historyOf(ctx, entry.id);
  if (entry.state !== "DRAFT" || steps) throw new Refusal("WRONG_STATE", { field: "id", values: { state: entry.state } });
  if (copies) throw new Refusal("IN_USE", { field: "id" });
  const { id, innovationId } = entry;
  const { rows } = await sql<{
    fileKey: string;
  }>`delete from evidence where entry_id = ${id}::uuid returning file_key as "fileKey"`.execute(ctx.db);
  await sql`delete from entry where id = ${id}::uuid`.execute(ctx.db);
  if (innovationId)
    await sql`delete from innovation i where id = ${innovationId}::uuid
      and not exists (select from entry where innovation_id = i.id)`.execute(ctx.db);
  ctx.em.clear();
  const fileKeys = rows.flatMap(({ fileKey }) => (fileKey ? [fileKey] : []));
  if (fileKeys.length > 0) await enqueue(ctx, forgetContents, { payload: { fileKeys } });
  return { deletedId: id };
}

async function historyOf(ctx: Context, id: string): Promise<{ readonly steps: boolean; readonly copies: boolean }> {
  const { rows } = await sql<{
    steps: boolean;
    copies: boolean;
  }>`select exists (select from entry_event where entry_id = ${id}::uuid) as steps,
    exists (select from entry where copied_from_id = ${id}::uuid) as copies`.execute(ctx.db);
  return rows[0] ?? { steps: false, copies: false };
}
