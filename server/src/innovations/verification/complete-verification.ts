import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { loadForAct } from "../custody/load-for-act.ts";
import { takeStep } from "../custody/take-step.ts";
import { openRows, readVerification, verificationGround } from "./read-verification.ts";
import type { CompleteVerificationInput, VerificationPayload } from "./verification.inputs.ts";

/**
 * Ends the verification of an entry: from now on its levels make the verified index. Refuses VERIFICATION_INCOMPLETE while a row is open, and
 * what every step of custody does.
 */
export async function completeVerification(ctx: Context, input: CompleteVerificationInput): Promise<VerificationPayload> {
  const { entry, forId } = await loadForAct(ctx, { id: input.entryId, version: input.version }, "verify");
  const ground = await verificationGround(ctx, entry.id);
  if (!ground?.inSample) throw new Refusal("NOT_IN_SAMPLE");
  const open = openRows(ground.rows);
  if (open > 0) throw new Refusal("VERIFICATION_INCOMPLETE", { values: { count: open } });
  await sql`update entry_claim set verified = 0, version = version + 1, changed_by = ${ctx.actor.id}::uuid, changed_at = ${ctx.now()}
    where entry_id = ${entry.id}::uuid and verified is null`.execute(ctx.db);
  await takeStep(ctx, { entry, act: "verify", forId });
  return { verification: await readVerification(ctx, entry.id) };
}
