import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { admitEntries } from "./admit-entries.ts";
import { type JudgingStageFacts, lockStage, refuseUnlessIn } from "./load-stage.ts";
import { readStage } from "./read-stages.ts";
import type { AddMinuteInput, AdmitEntriesInput, JudgingStagePayload, SetCalibrationInput, SetEntryPanelInput } from "./stage.inputs.ts";
import { writeMinute } from "./write-minute.ts";

/** Takes in the entries that are due; see {@link admitEntries} for its refusals, and WRONG_STATE once scoring has ended. */
export async function admitToStage(ctx: Context, input: AdmitEntriesInput): Promise<JudgingStagePayload> {
  const stage = await lockStage(ctx, checkedId(input.stageId, "stageId"));
  refuseUnlessIn(stage, "SET_UP", "CALIBRATING", "SCORING");
  const admitted = await admitEntries(ctx, stage);
  return { stage: await readStage(ctx, stage.id), admitted };
}

/** Says which entries every judge scores first. Refuses WRONG_STATE once scoring began, UNKNOWN_REFERENCE for an entry that is not in the stage. */
export async function setCalibration(ctx: Context, input: SetCalibrationInput): Promise<JudgingStagePayload> {
  const stage = await lockStage(ctx, checkedId(input.stageId, "stageId"));
  refuseUnlessIn(stage, "SET_UP");
  const ids = await entriesIn(ctx, stage, input.entryIds);
  await sql`update judged_entry set calibration = entry_id = any(${ids}::uuid[]), version = version + 1
    where judging_stage_id = ${stage.id}::uuid and calibration <> (entry_id = any(${ids}::uuid[]))`.execute(ctx.db);
  return { stage: await readStage(ctx, stage.id) };
}

/** Gives entries to a panel of the stage. Refuses UNKNOWN_REFERENCE for a panel or an entry that it does not have. */
export async function setEntryPanel(ctx: Context, input: SetEntryPanelInput): Promise<JudgingStagePayload> {
  const stage = await lockStage(ctx, checkedId(input.stageId, "stageId"));
  refuseUnlessIn(stage, "SET_UP", "CALIBRATING", "SCORING");
  if (!stage.rules.panels.some(({ code }) => code === input.panel))
    throw new Refusal("UNKNOWN_REFERENCE", { field: "panel", values: { value: input.panel } });
  const ids = await entriesIn(ctx, stage, input.entryIds);
  await sql`update judged_entry set panel = ${input.panel}, version = version + 1
    where judging_stage_id = ${stage.id}::uuid and entry_id = any(${ids}::uuid[])`.execute(ctx.db);
  return { stage: await readStage(ctx, stage.id) };
}

/** Adds a note to the minutes of a stage. Refuses REQUIRED and TOO_LONG. */
export async function addMinute(ctx: Context, input: AddMinuteInput): Promise<JudgingStagePayload> {
  const stage = await lockStage(ctx, checkedId(input.stageId, "stageId"));
  await writeMinute(ctx, { stageId: stage.id, kind: "NOTE", text: input.text });
  return { stage: await readStage(ctx, stage.id) };
}

/** The ids, all of them in the stage. */
async function entriesIn(ctx: Context, { id }: JudgingStageFacts, wanted: readonly string[]): Promise<string[]> {
  const ids = wanted.map((entryId) => checkedId(entryId, "entryIds"));
  const { rows } = await sql<{ id: string }>`select wanted.id from unnest(${ids}::uuid[]) wanted(id)
    where not exists (select from judged_entry where judging_stage_id = ${id}::uuid and entry_id = wanted.id and outcome is distinct from 'OUT')`.execute(
    ctx.db,
  );
  const [missing] = rows;
  if (missing) throw new Refusal("UNKNOWN_REFERENCE", { field: "entryIds", values: { value: missing.id } });
  return ids;
}
