import { LockMode } from "@mikro-orm/core";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { addProgramme } from "../create-programme.ts";
import { DEFAULT_FORM } from "../forms/default-form.ts";
import { checkedForm, dropDraftForm, writeDraftForm, writeFormRevision } from "../forms/write-form.ts";
import { Programme } from "../programme.entity.ts";
import { programmePolicy } from "../programme.policy.ts";
import type { Programme as ProgrammeView } from "../programme.type.ts";
import type { RoundFile } from "../round-file.ts";
import { addRound } from "../rounds/create-round.ts";
import { loadRoundFor } from "../rounds/load-round.ts";
import type { Round } from "../rounds/round.entity.ts";
import { roundPolicy } from "../rounds/round.policy.ts";
import type { Round as RoundView } from "../rounds/round.type.ts";
import { forgetRound } from "../rounds/round-loaders.ts";
import { writeDraftInstrument, writeRevision } from "../rounds/write-instrument.ts";
import { writeStages } from "../rounds/write-stages.ts";

export type RoundFileWork = {
  readonly file: RoundFile;
  readonly before: Partial<RoundFile>;
  readonly programme: ProgrammeView | null;
  readonly round: RoundView | null;
  readonly placeId: string;
  readonly reason: string;
};

/** Writes what differs, each part under its own rules; answers the round's id. */
export async function writeRoundFile(ctx: Context, work: RoundFileWork): Promise<string> {
  const programmeId = await writeProgramme(ctx, work);
  const round = await writeRound(ctx, work, programmeId);
  const { stages, instrument } = work.file.round;
  if (differs(work, (file) => file.round?.stages))
    await writeStages(ctx, round, {
      stages: stages.map(({ graceMinutes = 0, ...stage }) => ({
        ...stage,
        startsAt: new Date(stage.startsAt),
        endsAt: new Date(stage.endsAt),
        graceMinutes,
      })),
      reason: work.reason,
      field: "round.stages",
    });
  if (differs(work, (file) => file.round?.instrument)) {
    if (!round.isOpened()) await writeDraftInstrument(ctx, round, instrument);
    else if (work.reason.trim() === "") throw new Refusal("INSTRUMENT_FROZEN", { field: "round.instrument" });
    else await writeRevision(ctx, round, { definition: instrument, reason: work.reason });
  }
  if (differs(work, (file) => file.round?.form)) await writeForm(ctx, round, work);
  await ctx.em.flush();
  forgetRound(ctx, round.id);
  return round.id;
}

async function writeForm(ctx: Context, round: Round, { file, reason }: RoundFileWork): Promise<void> {
  const { form, instrument } = file.round;
  if (!form && !round.isOpened()) return dropDraftForm(ctx, round);
  const definition = form ? checkedForm(form, { instrument, field: "round.form" }) : DEFAULT_FORM;
  if (!round.isOpened()) return writeDraftForm(ctx, round, definition);
  if (reason.trim() === "") throw new Refusal("FORM_FROZEN", { field: "round.form" });
  return writeFormRevision(ctx, round, { definition, reason });
}

async function writeProgramme(ctx: Context, work: RoundFileWork): Promise<string> {
  const { programme: wanted } = work.file;
  if (!work.programme) return (await addProgramme(ctx, wanted)).id;
  if (!differs(work, (file) => file.programme)) return work.programme.id;
  if (wanted.country !== work.programme.country)
    throw new Refusal("INVALID_VALUE", { field: "programme.country", values: { value: wanted.country } });
  const programme = await ctx.em.findOneOrFail(
    Programme,
    { id: work.programme.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  authorize(ctx.actor, programmePolicy.edit(ctx.actor, programme));
  programme.describe({ version: programme.version, names: wanted.names, descriptions: wanted.descriptions ?? {}, at: ctx.now() });
  return programme.id;
}

async function writeRound(ctx: Context, work: RoundFileWork, programmeId: string): Promise<Round> {
  const { code, names, descriptions = {}, timeZone, illustrative } = work.file.round;
  const jurisdictionId = work.placeId;
  if (!work.round) return addRound(ctx, { programmeId, code, names, descriptions, jurisdictionId, timeZone, illustrative });
  const { round } = await loadRoundFor(ctx, work.round.id, roundPolicy.lead);
  if (!differs(work, (file) => file.round)) return round;
  round.touch({ version: round.version, at: ctx.now() });
  round.names = names;
  round.descriptions = descriptions;
  round.frameIn({ jurisdictionId, timeZone, illustrative });
  return round;
}

function differs({ before, file }: RoundFileWork, part: (file: Partial<RoundFile>) => unknown): boolean {
  return JSON.stringify(part(before)) !== JSON.stringify(part(file));
}
