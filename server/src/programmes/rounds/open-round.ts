import type { Context } from "../../kernel/context.ts";
import { emit } from "../../kernel/outbox.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { freezeForm } from "../forms/write-form.ts";
import type { InstrumentKind } from "../instrument.ts";
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
  const gaps = roundGaps({ kinds: stages.map((stage) => stage.kind), instrument: instrument?.definition.kind ?? null });
  refuseAll(gaps.map((missing) => new Refusal("ROUND_INCOMPLETE", { field: GAP_FIELDS[missing], values: { missing } })));
  if (instrument) instrument.frozenAt = ctx.now();
  await freezeForm(ctx, round.id, instrument?.definition ?? null);
  await emit(ctx, { type: "round.opened", payload: { roundId: round.id } });
  return roundAnswer(ctx, round.id);
}

/** What a round with these stages still needs before it can open. */
export function roundGaps({ kinds, instrument }: RoundPieces): RoundGap[] {
  const missing = NEEDED_STAGES[instrument ?? "SERVICE_PERFORMANCE"].filter((kind) => !kinds.includes(kind));
  return [...missing.map((kind) => `${kind}_STAGE` as const), ...(instrument ? [] : ["INSTRUMENT" as const])];
}

/** What stages a round has, and by what it scores; null while it has no instrument. */
export type RoundPieces = { readonly kinds: readonly StageKind[]; readonly instrument: InstrumentKind | null };

/** Without these a round of the kind cannot be held. */
const NEEDED_STAGES = {
  SERVICE_PERFORMANCE: ["REPORTING", "PUBLICATION"],
  INNOVATION_INDEX: ["SUBMISSION", "VERIFICATION", "PUBLICATION"],
  JURY: ["SUBMISSION", "JUDGING", "PUBLICATION"],
} as const satisfies Readonly<Record<InstrumentKind, readonly StageKind[]>>;

const GAP_FIELDS: Readonly<Record<RoundGap, string>> = {
  REPORTING_STAGE: "stages",
  SUBMISSION_STAGE: "stages",
  VERIFICATION_STAGE: "stages",
  JUDGING_STAGE: "stages",
  PUBLICATION_STAGE: "stages",
  INSTRUMENT: "instrument",
};
