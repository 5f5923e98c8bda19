import { sql } from "kysely";
import { authorize, findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { copyForm } from "../forms/write-form.ts";
import type { AnyInstrument } from "../instrument.ts";
import { addRound } from "./create-round.ts";
import { definitionOf } from "./instrument-view.ts";
import { findRound } from "./list-rounds.ts";
import { roundAnswer } from "./load-round.ts";
import type { Round } from "./round.entity.ts";
import type { CopyRoundInput, RoundPayload } from "./round.inputs.ts";
import { roundPolicy } from "./round.policy.ts";
import { Stage } from "./stage.entity.ts";
import { latestInstrument, writeDraftInstrument } from "./write-instrument.ts";
import { writeStages } from "./write-stages.ts";
import { shiftDay, shiftMonth, shiftMonths } from "./zoned-time.ts";

/** Makes the next edition from a round: a draft with the same rules, its dates and window moved. Names are then to be mended. */
export async function copyRound(ctx: Context, input: CopyRoundInput): Promise<RoundPayload> {
  const from = findable(await findRound(ctx, { id: input.id }), () => true);
  authorize(ctx.actor, roundPolicy.copy(ctx.actor, from));
  if (Math.abs(input.months) > MOST_MONTHS) throw new Refusal("INVALID_NUMBER", { field: "months", values: { limit: MOST_MONTHS } });
  const copy = await addRound(ctx, { ...from, code: input.code, names: input.names ?? from.names });
  await copyStages(ctx, { from: from.id, to: copy, months: input.months });
  const instrument = await latestInstrument(ctx, from.id);
  if (instrument) {
    const definition = definitionOf(instrument);
    await writeDraftInstrument(ctx, copy, movedBy(definition, input.months));
  }
  await copyForm(ctx, { from: from.id, to: copy.id });
  await sql`insert into role_grant (id, person_id, role, scope, round_id, granted_by, created_at)
    select gen_random_uuid(), person_id, role, scope, ${copy.id}, ${ctx.actor.id}, ${ctx.now()}
    from role_grant where round_id = ${from.id} and role = 'CHAIR'`.execute(ctx.db);
  return roundAnswer(ctx, copy.id);
}

const MOST_MONTHS = 120;

/** The same rules, the months they count or the days they allow moved on. */
function movedBy(definition: AnyInstrument, months: number): AnyInstrument {
  if (definition.kind === "SERVICE_PERFORMANCE") {
    const { from, to } = definition.window;
    return { ...definition, window: { from: shiftMonth(from, months), to: shiftMonth(to, months) } };
  }
  const { window } = definition.eligibility;
  if (!window) return definition;
  const moved = { ...window, from: shiftDay(window.from, months), to: shiftDay(window.to, months) };
  return { ...definition, eligibility: { ...definition.eligibility, window: moved } };
}

async function copyStages(ctx: Context, copy: { readonly from: string; readonly to: Round; readonly months: number }): Promise<void> {
  const stages = await ctx.em.find(Stage, { roundId: copy.from }, { orderBy: { position: "asc" } });
  const shift = (date: Date) => shiftMonths(date, copy.months, copy.to.timeZone);
  await writeStages(ctx, copy.to, {
    stages: stages.map(({ code, kind, names, startsAt, endsAt, graceMinutes }) => ({
      code,
      kind,
      names,
      startsAt: shift(startsAt),
      endsAt: shift(endsAt),
      graceMinutes,
    })),
  });
}
