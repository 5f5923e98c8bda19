import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import type { JudgingRules } from "../../programmes/jury-instrument.ts";
import { definitionOf } from "../../programmes/rounds/instrument-view.ts";
import type { JudgingFacts } from "../judging.policy.ts";
import type { JudgingStageState } from "../judging-states.ts";
import { rubricView } from "../stages/rubric-view.ts";
import type { DeskStage } from "./queue.type.ts";

/** A judging stage as far as its judges' desk goes. */
export type DeskStageFacts = JudgingFacts & {
  readonly id: string;
  readonly stage: string;
  readonly names: LocalizedText;
  readonly roundCode: string;
  readonly roundNames: LocalizedText;
  readonly state: JudgingStageState;
  readonly endsAt: Date;
  readonly graceMinutes: number;
  readonly timeZone: string;
  readonly firstMarkAt: string | null;
  readonly instrumentId: string;
  readonly rules: JudgingRules;
};

/**
 * A stage by id for whoever `allowed` lets through. Others get NOT_FOUND, as for a stage that does not exist or is no longer in the newest
 * instrument; they do so before anything more is read, so that all of them take the same.
 */
export async function findableDeskStage(ctx: Context, id: string, allowed: (facts: DeskStageRow) => boolean): Promise<DeskStageFacts> {
  const { rows } = await sql<DeskStageRow>`select ${DESK_STAGE} ${FROM_DESK_STAGE} where s.id = ${id}::uuid`.execute(ctx.db);
  return findable(await withRules(ctx, findable(rows[0], allowed)), () => true);
}

/** What is read of a stage itself. */
export type DeskStageRow = Omit<DeskStageFacts, "endsAt" | "rules"> & { readonly endsAt: string };

/** What is read of a stage, and from where: `s` is the stage, `r` its round. */
export const DESK_STAGE: RawBuilder<unknown> = sql`s.id, s.round_id as "roundId", s.stage, st.names, s.state, s.first_mark_at as "firstMarkAt", r.code as "roundCode",
  r.names as "roundNames", r.state as "roundState", r.time_zone as "timeZone", place.path::text as path, st.ends_at as "endsAt",
  st.grace_minutes as "graceMinutes", (select i.id from instrument i where i.round_id = r.id order by i.number desc limit 1) as "instrumentId"`;
export const FROM_DESK_STAGE: RawBuilder<unknown> = sql`from judging_stage s join round r on r.id = s.round_id
  join jurisdiction place on place.id = r.jurisdiction_id join stage st on st.round_id = s.round_id and st.code = s.stage`;

/** The row with its rules. */
export async function withRules(ctx: Context, row: DeskStageRow): Promise<DeskStageFacts | null> {
  const rules = (await judgingRulesOf(ctx, row.instrumentId)).find(({ stage }) => stage === row.stage);
  return rules ? { ...row, endsAt: new Date(row.endsAt), rules } : null;
}

/** The judging stages of a version of an instrument. Versions of an open round never change: each is read once a process. */
export async function judgingRulesOf(ctx: Context, instrumentId: string): Promise<readonly JudgingRules[]> {
  const known = kept.get(instrumentId);
  if (known) return known;
  const { rows } = await sql<{ definition: unknown; frozen: boolean }>`select definition, frozen_at is not null as frozen from instrument
    where id = ${instrumentId}::uuid`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error(`there is no instrument ${instrumentId}`);
  const instrument = definitionOf({ id: instrumentId, definition: row.definition });
  const rules = instrument.kind === "JURY" ? instrument.judging : [];
  if (kept.size >= 100) kept.clear();
  if (row.frozen) kept.set(instrumentId, rules);
  return rules;
}

const kept = new Map<string, readonly JudgingRules[]>();

/** The instant until which what was done in time is still taken. */
export function graceEndsAt({ endsAt, graceMinutes }: Pick<DeskStageFacts, "endsAt" | "graceMinutes">): Date {
  return new Date(endsAt.getTime() + graceMinutes * 60_000);
}

/** Whether judges may mark at all now: while entries are scored, until the stage ends. */
export function takesMarks({ state, endsAt }: Pick<DeskStageFacts, "state" | "endsAt">, now: Date): boolean {
  return (state === "SCORING" || state === "CALIBRATING") && now <= endsAt;
}

/** The stage as its judges see it. */
export function deskStageView(ctx: Context, facts: DeskStageFacts): DeskStage {
  const { id, stage, roundId, roundCode, state, endsAt, graceMinutes, timeZone, rules } = facts;
  return {
    id,
    code: stage,
    name: pickText(facts.names, ctx.language) || stage,
    roundId,
    roundCode,
    roundName: pickText(facts.roundNames, ctx.language) || roundCode,
    state,
    form: rules.form,
    endsAt,
    graceMinutes,
    timeZone,
    rubric: rubricView(ctx, rules),
    blind: rules.blind,
    othersWhen: rules.others.when,
    othersWhat: rules.others.what,
    feedback: rules.feedback,
    takesMarks: takesMarks(facts, ctx.now()),
  };
}
