import type { LocalizedText } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../kernel/actor.ts";
import { findable } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { JudgingRules, JuryInstrument } from "../../programmes/jury-instrument.ts";
import { definitionOf } from "../../programmes/rounds/instrument-view.ts";
import type { RoundState } from "../../programmes/rounds/round-states.ts";
import { type JudgingFacts, judgingPolicy } from "../judging.policy.ts";
import type { JudgingStageState } from "../judging-states.ts";

/** A judging stage as it goes, with its rules from the instrument's newest version and its dates from the round. */
export type JudgingStageFacts = JudgingFacts & {
  readonly id: string;
  /** Its code in the instrument and among the round's stages. */
  readonly stage: string;
  readonly names: LocalizedText;
  readonly state: JudgingStageState;
  readonly version: number;
  readonly roundCode: string;
  readonly roundState: RoundState;
  readonly country: string;
  readonly timeZone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly graceMinutes: number;
  readonly firstMarkAt: Date | null;
  readonly closedAt: Date | null;
  readonly instrumentId: string;
  readonly instrument: JuryInstrument;
  readonly rules: JudgingRules;
  /** Its place among the judging stages, from 0. */
  readonly position: number;
};

/** A stage by id for whoever `allowed` lets through. Others get NOT_FOUND, as for a stage that does not exist. */
export async function loadStage(
  ctx: Context,
  id: string,
  allowed: (actor: Actor, facts: JudgingFacts) => boolean = judgingPolicy.lead,
): Promise<JudgingStageFacts> {
  return findable(await findStage(ctx, id), (facts) => allowed(ctx.actor, facts));
}

/** The same with its row locked until the transaction ends: what changes the stage, its entries or assignments comes one after the other. */
export async function lockStage(
  ctx: Context,
  id: string,
  allowed: (actor: Actor, facts: JudgingFacts) => boolean = judgingPolicy.lead,
): Promise<JudgingStageFacts> {
  const { id: known } = await loadStage(ctx, id, allowed);
  await sql`select id from judging_stage where id = ${known}::uuid for update`.execute(ctx.db);
  return loadStage(ctx, known, allowed);
}

/** A stage by id; null when there is none. Asks no policy. */
export async function findStage(ctx: Context, id: string): Promise<JudgingStageFacts | null> {
  return (await selectStages(ctx, sql<boolean>`s.id = ${id}::uuid`))[0] ?? null;
}

/** The judging stages of a round in the instrument's order. Asks no policy. */
export function stagesOfRound(ctx: Context, roundId: string): Promise<readonly JudgingStageFacts[]> {
  return selectStages(ctx, sql<boolean>`s.round_id = ${roundId}::uuid`);
}

/** Stages that fulfil a condition on `s`, round by round in the instrument's order. A stage that the newest version no longer has is left out. */
export async function selectStages(ctx: Context, where: RawBuilder<boolean>): Promise<readonly JudgingStageFacts[]> {
  const { rows } = await sql<Row>`select s.id, s.round_id as "roundId", s.stage, s.state, s.version, s.first_mark_at as "firstMarkAt",
      s.closed_at as "closedAt", r.code as "roundCode", r.state as "roundState", r.time_zone as "timeZone", p.country, place.path::text as path,
      st.names, st.starts_at as "startsAt", st.ends_at as "endsAt", st.grace_minutes as "graceMinutes", i.id as "instrumentId", i.definition
    from judging_stage s join round r on r.id = s.round_id join programme p on p.id = r.programme_id
    join jurisdiction place on place.id = r.jurisdiction_id join stage st on st.round_id = s.round_id and st.code = s.stage
    join lateral (select id, definition from instrument where round_id = r.id order by number desc limit 1) i on true
    where ${where} order by r.id, st.position`.execute(ctx.db);
  return rows.flatMap(({ definition, ...row }) => {
    const instrument = definitionOf({ id: row.instrumentId, definition });
    if (instrument.kind !== "JURY") return [];
    const position = instrument.judging.findIndex(({ stage }) => stage === row.stage);
    const rules = instrument.judging[position];
    const dates = { startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) };
    const acts = { firstMarkAt: dateOrNull(row.firstMarkAt), closedAt: dateOrNull(row.closedAt) };
    return rules ? [{ ...row, ...dates, ...acts, instrument, rules, position }] : [];
  });
}

/** Refuses WRONG_STATE at `stageId` unless the stage is in one of these states. */
export function refuseUnlessIn(stage: Pick<JudgingStageFacts, "state">, ...states: readonly JudgingStageState[]): void {
  if (!states.includes(stage.state)) throw new Refusal("WRONG_STATE", { field: "stageId", values: { state: stage.state } });
}

type Row = Omit<JudgingStageFacts, "instrument" | "rules" | "position" | "startsAt" | "endsAt" | "firstMarkAt" | "closedAt"> & {
  readonly definition: unknown;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly firstMarkAt: string | null;
  readonly closedAt: string | null;
};

function dateOrNull(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}
