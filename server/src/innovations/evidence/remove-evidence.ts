import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { entryPolicy } from "../entries/entry.policy.ts";
import { entryFacts } from "../entries/load-entry.ts";
import type { EvidencePayload, RemoveEvidenceInput } from "./evidence.inputs.ts";
import { evidenceChanged } from "./evidence-changed.ts";
import { loadEvidenceGround } from "./evidence-ground.ts";
import { evidenceShelf } from "./read-evidence.ts";

/**
 * Takes a piece out of what counts; it stays in the history, and its content until the round is long published. Refuses REASON_REQUIRED once
 * the entry was handed in, WRONG_STATE for what was removed before.
 */
export async function removeEvidence(ctx: Context, input: RemoveEvidenceInput): Promise<EvidencePayload> {
  const { rows } = await sql<{ entryId: string; indicator: string | null }>`select entry_id as "entryId", indicator from evidence
    where id = ${checkedId(input.id)}::uuid`.execute(ctx.db);
  const { entryId, indicator } = findable(rows[0], () => true);
  const facts = await entryFacts(ctx, entryId);
  findable(facts, (found) => entryPolicy.view(ctx.actor, found));
  const { entry } = await loadEvidenceGround(ctx, entryId);
  const reason = input.reason?.trim() ?? "";
  if (reason === "" && entry.submittedAt !== null) throw new Refusal("REASON_REQUIRED", { field: "reason" });
  if (reason.length > LIMITS.reasonLength) throw new Refusal("TOO_LONG", { field: "reason", values: { max: LIMITS.reasonLength } });
  if (reason !== "") await becauseOf(ctx, reason);
  const removed = await sql<{ id: string }>`update evidence set removed_at = ${ctx.now()}, removed_by = ${ctx.actor.id}::uuid,
      removed_reason = ${reason || null} where id = ${input.id}::uuid and removed_at is null returning id`.execute(ctx.db);
  if (removed.rows.length === 0) throw new Refusal("WRONG_STATE", { field: "id", values: { state: "REMOVED" } });
  await evidenceChanged(ctx, entry, indicator);
  return { evidence: await evidenceShelf(ctx, entryId) };
}
