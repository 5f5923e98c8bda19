import type { Context } from "../../kernel/context.ts";
import { loadForVerifying } from "./load-for-verifying.ts";
import { readVerification } from "./read-verification.ts";
import { partFor } from "./row-state.ts";
import { writeLevel } from "./set-verified-level.ts";
import type { AcceptClaimedLevelsInput, VerificationPayload } from "./verification.inputs.ts";
import { verificationPolicy } from "./verification.policy.ts";

/**
 * Says, in every row that waits for the actor and is proved, the level that is claimed. Rows without evidence stay open, and so does what is
 * to be settled between two verifiers.
 */
export async function acceptClaimedLevels(ctx: Context, input: AcceptClaimedLevelsInput): Promise<VerificationPayload> {
  const { entry, ground } = await loadForVerifying(ctx, input.entryId);
  const person = { id: ctx.actor.id, verifies: verificationPolicy.verify(ctx.actor, ground.facts) };
  for (const row of ground.rows) {
    const said = row.opinions.some(({ verifierId }) => verifierId === person.id);
    const part = partFor(row, person);
    const mine = part === "SECOND" || (part === "FIRST" && row.opinions.length === 0);
    if (row.claimed > 0 && row.evidence > 0 && mine && !said)
      await writeLevel(ctx, { entryId: entry.id, row, part, level: row.claimed, note: null });
  }
  return { verification: await readVerification(ctx, entry.id) };
}
