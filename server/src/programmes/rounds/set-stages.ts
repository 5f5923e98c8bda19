import type { Context } from "../../kernel/context.ts";
import { checkDefinition } from "../definition-problems.ts";
import { graceMinutes, slug } from "../file-schema.ts";
import { nameIn, refuseProblems } from "../texts.ts";
import { loadRoundFor, roundAnswer } from "./load-round.ts";
import type { RoundPayload, SetStagesInput, StageInput } from "./round.inputs.ts";
import { roundPolicy } from "./round.policy.ts";
import { type WantedStage, writeStages } from "./write-stages.ts";
import { instantOfLocal } from "./zoned-time.ts";

/** Sets all stages of a round, dates given as clocks in its zone show them. Refuses as {@link writeStages} does, and INVALID_DATE. */
export async function setStages(ctx: Context, input: SetStagesInput): Promise<RoundPayload> {
  const { round } = await loadRoundFor(ctx, input.id, roundPolicy.lead);
  round.touch({ version: input.version, at: ctx.now() });
  const stages = input.stages.map((stage, index) => wantedOf(stage, { at: `stages[${index}]`, timeZone: round.timeZone }));
  await writeStages(ctx, round, { stages, reason: input.reason ?? null });
  return roundAnswer(ctx, round.id);
}

function wantedOf(stage: StageInput, { at, timeZone }: { readonly at: string; readonly timeZone: string }): WantedStage {
  const code = checkDefinition(slug, stage.code);
  if (!code.ok) refuseProblems(code.problems, `${at}.code`);
  return {
    code: stage.code,
    kind: stage.kind,
    names: nameIn(`${at}.names`, stage.names),
    startsAt: instantOfLocal(stage.startsAt, timeZone, `${at}.startsAt`),
    endsAt: instantOfLocal(stage.endsAt, timeZone, `${at}.endsAt`),
    graceMinutes: graceOf(stage.graceMinutes, `${at}.graceMinutes`),
  };
}

function graceOf(minutes: number, field: string): number {
  const grace = checkDefinition(graceMinutes, minutes);
  if (!grace.ok) refuseProblems(grace.problems, field);
  return minutes;
}
