import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { definitionOf } from "../rounds/instrument-view.ts";
import { loadRoundFor, roundAnswer } from "../rounds/load-round.ts";
import { roundPolicy } from "../rounds/round.policy.ts";
import { latestInstrument } from "../rounds/write-instrument.ts";
import type { FormPayload, ReviseFormInput, SaveFormInput } from "./form.type.ts";
import { findForm } from "./read-forms.ts";
import { checkedForm, dropDraftForm, writeDraftForm, writeFormRevision } from "./write-form.ts";

/** Saves a draft's form. Refuses FORM_FROZEN once the round is open, and every problem of the form with its path. */
export async function saveForm(ctx: Context, input: SaveFormInput): Promise<FormPayload> {
  const { round } = await loadRoundFor(ctx, input.id, roundPolicy.lead);
  round.touch({ version: input.version, at: ctx.now() });
  if (input.definition === null || input.definition === undefined) await dropDraftForm(ctx, round);
  else await writeDraftForm(ctx, round, await formFor(ctx, round.id, input.definition));
  return { ...(await roundAnswer(ctx, round.id)), form: await findForm(ctx, round.id) };
}

/** Writes a new version of a frozen form, the old kept. Refuses REASON_REQUIRED, and WRONG_STATE for a draft. */
export async function reviseForm(ctx: Context, input: ReviseFormInput): Promise<FormPayload> {
  const { round } = await loadRoundFor(ctx, input.id, roundPolicy.lead);
  if (!round.isOpened()) throw new Refusal("WRONG_STATE", { values: { state: round.state } });
  round.touch({ version: input.version, at: ctx.now() });
  await writeFormRevision(ctx, round, { definition: await formFor(ctx, round.id, input.definition), reason: input.reason });
  return { ...(await roundAnswer(ctx, round.id)), form: await findForm(ctx, round.id) };
}

async function formFor(ctx: Context, roundId: string, definition: unknown) {
  const instrument = await latestInstrument(ctx, roundId);
  return checkedForm(definition, { instrument: instrument && definitionOf(instrument), field: "definition" });
}
