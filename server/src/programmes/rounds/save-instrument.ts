import type { Context } from "../../kernel/context.ts";
import { loadRoundFor, roundAnswer } from "./load-round.ts";
import type { RoundPayload, SaveInstrumentInput } from "./round.inputs.ts";
import { roundPolicy } from "./round.policy.ts";
import { checkedInstrument, writeDraftInstrument } from "./write-instrument.ts";

/** Saves a draft's instrument. Refuses INSTRUMENT_FROZEN once the round is open, and every problem of the definition with its path. */
export async function saveInstrument(ctx: Context, input: SaveInstrumentInput): Promise<RoundPayload> {
  const { round, country } = await loadRoundFor(ctx, input.id, roundPolicy.lead);
  round.touch({ version: input.version, at: ctx.now() });
  await writeDraftInstrument(ctx, round, await checkedInstrument(ctx, country, input.definition));
  return roundAnswer(ctx, round.id);
}
