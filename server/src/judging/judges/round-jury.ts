import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { JuryInstrument } from "../../programmes/jury-instrument.ts";
import { definitionOf } from "../../programmes/rounds/instrument-view.ts";
import { JUDGING_WORDS } from "../judging-words.ts";
import type { JudgeSeatInput } from "./judge.inputs.ts";

/** The rules of a round as its jury is put together by them: the newest version of its instrument. */
export type RoundJury = { readonly number: number; readonly instrument: JuryInstrument };

/** Refuses WRONG_STATE for a round that is not decided by a jury. */
export async function roundJury(ctx: Context, roundId: string): Promise<RoundJury> {
  const { rows } = await sql<{ id: string; number: number; definition: unknown }>`select id, number, definition from instrument
    where round_id = ${roundId}::uuid order by number desc limit 1`.execute(ctx.db);
  const [row] = rows;
  const instrument = row ? definitionOf(row) : null;
  if (!row || instrument?.kind !== "JURY") throw new Refusal("WRONG_STATE", { field: "roundId" });
  return { number: row.number, instrument };
}

/** What a judge may say they know: what the instrument lists, or all its affairs. */
export function expertiseOf({ expertise, affairs }: JuryInstrument): readonly string[] {
  return expertise.length > 0 ? expertise : affairs.map(({ code }) => code);
}

/** The code of conduct as a judge reads it: the instrument's in their language, or the platform's. One rule a line. */
export function conductText(ctx: Context, conduct: LocalizedText | undefined | null): string {
  return pickText(conduct ?? {}, ctx.language) || JUDGING_WORDS[ctx.language].conduct;
}

/** Refuses UNKNOWN_REFERENCE for a stage or panel that the instrument does not have, ALREADY_EXISTS for two seats in one stage. */
export function checkSeats({ judging }: JuryInstrument, seats: readonly JudgeSeatInput[]): void {
  const taken = new Set<string>();
  for (const [at, { stage, panel }] of seats.entries()) {
    const rules = judging.find((entry) => entry.stage === stage);
    if (!rules) throw new Refusal("UNKNOWN_REFERENCE", { field: `seats[${at}].stage`, values: { value: stage } });
    if (!rules.panels.some(({ code }) => code === panel))
      throw new Refusal("UNKNOWN_REFERENCE", { field: `seats[${at}].panel`, values: { value: panel } });
    if (taken.has(stage)) throw new Refusal("ALREADY_EXISTS", { field: `seats[${at}].stage` });
    taken.add(stage);
  }
}

/** Gives a judge these seats and no others. */
export async function writeSeats(ctx: Context, judgeIds: readonly string[], seats: readonly JudgeSeatInput[]): Promise<void> {
  const wanted = JSON.stringify(judgeIds.flatMap((judge) => seats.map((seat) => ({ id: ctx.newId(), judge, ...seat }))));
  await sql`delete from judge_seat s where s.judge_id = any(${[...judgeIds]}::uuid[]) and not exists (
    select from jsonb_to_recordset(${wanted}::jsonb) as w(judge uuid, stage text, panel text)
    where w.judge = s.judge_id and w.stage = s.stage and w.panel = s.panel)`.execute(ctx.db);
  await sql`insert into judge_seat (id, judge_id, stage, panel) select id, judge, stage, panel
    from jsonb_to_recordset(${wanted}::jsonb) as w(id uuid, judge uuid, stage text, panel text) on conflict do nothing`.execute(ctx.db);
}
