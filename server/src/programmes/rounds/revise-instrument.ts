import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { loadRoundFor, roundAnswer } from "./load-round.ts";
import type { ReviseInstrumentInput, RoundPayload } from "./round.inputs.ts";
import { roundPolicy } from "./round.policy.ts";
import { checkedInstrument, writeRevision } from "./write-instrument.ts";

/** Writes a new version of a frozen instrument, the old kept. Refuses REASON_REQUIRED, and WRONG_STATE for a draft. */
export async function reviseInstrument(ctx: Context, input: ReviseInstrumentInput): Promise<RoundPayload> {
  const { round, country } = await loadRoundFor(ctx, input.id, roundPolicy.lead);
  if (!round.isOpened()) throw new Refusal("WRONG_STATE", { values: { state: round.state } });
  round.touch({ version: input.version, at: ctx.now() });
  await writeRevision(ctx, round, { definition: await checkedInstrument(ctx, country, input.definition), reason: input.reason });
  return roundAnswer(ctx, round.id);
}
