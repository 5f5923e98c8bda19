import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { refuseClosedRound, roundStateOf } from "../custody/load-for-act.ts";
import type { Entry } from "../entries/entry.entity.ts";
import type { EntryFacts } from "../entries/entry.policy.ts";
import { loadEntryFor } from "../entries/load-entry.ts";
import { type VerificationGround, verificationGround } from "./read-verification.ts";
import { verificationPolicy } from "./verification.policy.ts";

/** An entry that is being verified, its row locked. */
export type Verifying = { readonly entry: Entry; readonly ground: VerificationGround };

/**
 * The entry for a level to be said, held against others until this transaction ends. Refuses NOT_FOUND, FORBIDDEN to who may never say one,
 * WRONG_STATE where it is not with the verifiers (or its round is not open), NOT_IN_SAMPLE for what is not verified row by row.
 */
export async function loadForVerifying(ctx: Context, entryId: string): Promise<Verifying> {
  const { entry, facts } = await loadEntryFor(ctx, checkedId(entryId, "entryId"), (found) => mayEver(ctx, found));
  refuseClosedRound(await roundStateOf(ctx, entry.roundId));
  if (facts.state !== "CHECKED") throw new Refusal("WRONG_STATE", { field: "state", values: { state: facts.state } });
  const ground = await verificationGround(ctx, entry.id);
  if (!ground) throw new Refusal("NOT_FOUND");
  if (!ground.inSample) throw new Refusal("NOT_IN_SAMPLE");
  return { entry, ground };
}

function mayEver(ctx: Context, facts: EntryFacts): boolean {
  return verificationPolicy.settle(ctx.actor, { ...facts, state: "CHECKED" });
}
