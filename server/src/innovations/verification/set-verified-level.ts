import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { loadForVerifying } from "./load-for-verifying.ts";
import { readVerification, type VerifiedRow } from "./read-verification.ts";
import { partFor, settledLevel, type VerificationPart } from "./row-state.ts";
import type { SetVerifiedLevelInput, VerificationPayload } from "./verification.inputs.ts";
import { verificationPolicy } from "./verification.policy.ts";

/**
 * Says the level that the evidence of one row shows; in one's own part it may be said anew until both verifiers have spoken. Refuses
 * EVIDENCE_REQUIRED for a level above 0 without evidence, STALE_VERSION when claim or level moved on, ANOTHER_VERIFIER to who has said theirs.
 */
export async function setVerifiedLevel(ctx: Context, input: SetVerifiedLevelInput): Promise<VerificationPayload> {
  const { entry, ground } = await loadForVerifying(ctx, input.entryId);
  const row = ground.rows.find(({ indicator }) => indicator.code === input.indicator);
  if (!row) throw new Refusal("UNKNOWN_REFERENCE", { field: "indicator", values: { value: input.indicator } });
  if (!Number.isInteger(input.level) || input.level < 0 || input.level > 3) throw new Refusal("INVALID_VALUE", { field: "level" });
  if (row.version !== input.version) throw new Refusal("STALE_VERSION", { field: "version" });
  const note = input.note?.trim() || null;
  if (note && note.length > LIMITS.reasonLength) throw new Refusal("TOO_LONG", { field: "note", values: { max: LIMITS.reasonLength } });
  if (input.level > 0 && row.evidence === 0) throw new Refusal("EVIDENCE_REQUIRED", { field: "level" });
  const part = partFor(row, { id: ctx.actor.id, verifies: verificationPolicy.verify(ctx.actor, ground.facts) });
  if (part !== "FIRST" && part !== "SECOND" && part !== "SETTLEMENT") throw new Refusal(part, { field: "indicator" });
  await writeLevel(ctx, { entryId: entry.id, row, part, level: input.level, note });
  return { verification: await readVerification(ctx, entry.id) };
}

/** A level to be written in a row, as somebody's word. */
export type SaidLevel = {
  readonly entryId: string;
  readonly row: VerifiedRow;
  readonly part: VerificationPart;
  readonly level: number;
  readonly note: string | null;
};

/** Writes a level as the actor's word and, once nothing is open in the row, as the level found. What it replaces stays in the history. */
export async function writeLevel(ctx: Context, said: SaidLevel): Promise<void> {
  const { entryId, row, part, level, note } = said;
  const code = row.indicator.code;
  const at = ctx.now();
  await sql`update verification set superseded_at = ${at} where entry_id = ${entryId}::uuid and indicator = ${code} and part = ${part}
    and superseded_at is null`.execute(ctx.db);
  await sql`insert into verification (id, entry_id, indicator, part, verifier_id, level, note, at)
    values (${ctx.newId()}, ${entryId}::uuid, ${code}, ${part}, ${ctx.actor.id}::uuid, ${level}, ${note}, ${at})`.execute(ctx.db);
  const opinion = { part, verifierId: ctx.actor.id, verifier: null, level, note, at: at.toISOString() };
  const found = settledLevel({ ...row, opinions: [...row.opinions.filter((other) => other.part !== part), opinion] });
  if (found === null) return;
  await sql`insert into entry_claim (id, entry_id, indicator, claimed, verified, note, changed_by, changed_at)
    values (${ctx.newId()}, ${entryId}::uuid, ${code}, 0, ${found}, ${note}, ${ctx.actor.id}::uuid, ${at})
    on conflict (entry_id, indicator) do update set verified = excluded.verified, note = excluded.note,
      version = entry_claim.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(ctx.db);
}
