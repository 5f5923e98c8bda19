import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Entry } from "../entries/entry.entity.ts";
import type { EntryFacts } from "../entries/entry.policy.ts";
import { loadEntryFor } from "../entries/load-entry.ts";
import { type EntryGround, entryGround, rowsOf } from "../forms/entry-ground.ts";
import { submissionLoader, writingRefusal } from "../forms/submission.ts";
import { evidencePolicy } from "./evidence.policy.ts";

/** An entry whose evidence may be changed now, with the rules it is under. */
export type EvidenceGround = { readonly entry: Entry; readonly facts: EntryFacts; readonly ground: EntryGround };

/** Where a piece of evidence goes: one of the two is told. */
export type EvidencePlace = { readonly entryId: string; readonly indicator?: string | null; readonly field?: string | null };

/**
 * The entry, locked, for a change of its evidence. Refuses NOT_FOUND, FORBIDDEN, and SUBMISSION_NOT_OPEN or DEADLINE_PASSED when nothing may
 * be written now. After the check evidence may change as long as the round is open.
 */
export async function loadEvidenceGround(ctx: Context, entryId: string): Promise<EvidenceGround> {
  const { entry, facts } = await loadEntryFor(ctx, checkedId(entryId, "entryId"), (found) => evidencePolicy.change(ctx.actor, found));
  const refusal = await changeRefusal(ctx, entry);
  if (refusal) throw refusal;
  return {
    entry,
    facts,
    ground: await entryGround(ctx, { kind: entry.kind, formId: entry.formId ?? null, instrumentId: entry.instrumentId }),
  };
}

/** Why the evidence of an entry cannot be changed now by anybody; null when it can. */
export async function changeRefusal(ctx: Context, entry: Pick<Entry, "roundId" | "state">): Promise<Refusal | null> {
  const submission = await submissionLoader(ctx).load(entry.roundId);
  return writingRefusal(submission, { state: entry.state === "DRAFT" ? "DRAFT" : "RETURNED", heldSince: ctx.now() }, ctx.now());
}

/** Refuses UNKNOWN_REFERENCE for a row that the instrument does not have or a field that takes no evidence, REQUIRED for neither. */
export function checkPlace({ entry, ground }: EvidenceGround, { indicator, field }: EvidencePlace): void {
  if (indicator && field) throw new Refusal("INVALID_VALUE", { field: "field" });
  if (indicator) {
    const known = rowsOf(ground.instrument, entry.kind).some(({ code }) => code === indicator);
    if (!known) throw new Refusal("UNKNOWN_REFERENCE", { field: "indicator", values: { value: indicator } });
    return;
  }
  if (!field) throw new Refusal("REQUIRED", { field: "indicator" });
  const known = ground.form.tasks.some(({ fields }) => fields.some(({ key, kind }) => kind === "EVIDENCE" && key === field));
  if (!known) throw new Refusal("UNKNOWN_REFERENCE", { field: "field", values: { value: field } });
}

/** How many pieces the entry ever had, for neutral names. Refuses TOO_MUCH_EVIDENCE when the place is full. */
export async function countPieces(ctx: Context, { entryId, indicator, field }: EvidencePlace): Promise<number> {
  const { rows } = await sql<{ ever: number; here: number }>`select count(*)::int as ever, count(*) filter (where removed_at is null
      and indicator is not distinct from ${indicator ?? null} and field is not distinct from ${field ?? null})::int as here
    from evidence where entry_id = ${entryId}::uuid`.execute(ctx.db);
  const { ever, here } = rows[0] ?? { ever: 0, here: 0 };
  if (here >= LIMITS.evidencePieces) throw new Refusal("TOO_MUCH_EVIDENCE", { values: { max: LIMITS.evidencePieces } });
  return ever;
}
