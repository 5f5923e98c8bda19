import type { Context } from "../../kernel/context.ts";
import { emit } from "../../kernel/outbox.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { refuseStale } from "../stale.ts";
import { loadRoundFor, roundAnswer } from "./load-round.ts";
import type { RoundPayload, StepRoundInput } from "./round.inputs.ts";
import { roundPolicy } from "./round.policy.ts";
import type { RoundGap } from "./round-states.ts";
import { Stage, type StageKind } from "./stage.entity.ts";
import { latestInstrument } from "./write-instrument.ts";

/** Opens a round: its instrument is frozen from now on. Refuses ROUND_INCOMPLETE once for each thing missing, named in `missing`. */
export async function openRound(ctx: Context, input: StepRoundInput): Promise<RoundPayload> {
  const { round } = await loadRoundFor(ctx, input.id, roundPolicy.lead);
  refuseStale(round, input);
  round.step("open", ctx.now());
  const instrument = await latestInstrument(ctx, round.id);
  const stages = await ctx.em.find(Stage, { roundId: round.id });
  const gaps = roundGaps({ kinds: stages.map((stage) => stage.kind), hasInstrument: instrument !== null });
  refuseAll(gaps.map((missing) => new Refusal("ROUND_INCOMPLETE", { field: GAP_FIELDS[missing], values: { missing } })));
  if (instrument) instrument.frozenAt = ctx.now();
  await emit(ctx, { type: "round.opened", payload: { roundId: round.id } });
  return roundAnswer(ctx, round.id);
}

/** What a round with these stages still needs before it can open. */
export function roundGaps({ kinds, hasInstrument }: { readonly kinds: readonly StageKind[]; readonly hasInstrument: boolean }): RoundGap[] {
  return [
    ...(kinds.includes("REPORTING") ? [] : ["REPORTING_STAGE" as const]),
    ...(kinds.includes("PUBLICATION") ? [] : ["PUBLICATION_STAGE" as const]),
    ...(hasInstrument ? [] : ["INSTRUMENT" as const]),
  ];
}

const GAP_FIELDS: Readonly<Record<RoundGap, string>> = {
  REPORTING_STAGE: "stages",
  PUBLICATION_STAGE: "stages",
  INSTRUMENT: "instrument",
};
