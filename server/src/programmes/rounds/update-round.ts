import type { Context } from "../../kernel/context.ts";
import { descriptionIn, nameIn } from "../texts.ts";
import { refuseForeignPlace, refuseUnknownZone } from "./create-round.ts";
import { loadRoundFor, roundAnswer } from "./load-round.ts";
import type { RoundPayload, UpdateRoundInput } from "./round.inputs.ts";
import { roundPolicy } from "./round.policy.ts";

/** Changes a round's words and, while it is a draft, its place and zone. Refuses STALE_VERSION, and WRONG_STATE for what is fixed. */
export async function updateRound(ctx: Context, input: UpdateRoundInput): Promise<RoundPayload> {
  const { round, country } = await loadRoundFor(ctx, input.id, roundPolicy.lead);
  round.touch({ version: input.version, at: ctx.now() });
  round.names = nameIn("names", input.names);
  round.descriptions = descriptionIn("descriptions", input.descriptions);
  const frame = {
    jurisdictionId: input.jurisdictionId ?? round.jurisdictionId,
    timeZone: input.timeZone ?? round.timeZone,
    illustrative: input.illustrative ?? round.illustrative,
  };
  await refuseForeignPlace(ctx, { jurisdictionId: frame.jurisdictionId, country });
  refuseUnknownZone(frame.timeZone);
  round.frameIn(frame);
  return roundAnswer(ctx, round.id);
}
