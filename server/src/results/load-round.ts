import type { LocalizedText } from "@isonga/schema/languages";
import { type RawBuilder, sql } from "kysely";
import { authorize, findable } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { type AnyInstrument, anyInstrument } from "../programmes/instrument.ts";
import type { RoundState } from "../programmes/rounds/round-states.ts";
import { resultsPolicy } from "./results.policy.ts";

/** A round as its results see it, with the newest version of its instrument. */
export interface ResultsRound {
  readonly id: string;
  readonly code: string;
  readonly names: LocalizedText;
  readonly descriptions: LocalizedText;
  readonly state: RoundState;
  readonly timeZone: string;
  readonly illustrative: boolean;
  readonly country: string;
  readonly programme: { readonly id: string; readonly code: string; readonly names: LocalizedText };
  /** Id and dotted path of the place whose subtree takes part. */
  readonly placeId: string;
  readonly path: string;
  readonly instrumentId: string;
  readonly instrumentNumber: number;
  readonly instrument: AnyInstrument;
  /** First and last day of its stages in its own zone; null before it has any. */
  readonly days: { readonly first: string; readonly last: string } | null;
}

/** A round by id or code, for whoever may see its results. Others get NOT_FOUND, as for a round that does not exist. */
export async function loadRound(ctx: Context, idOrCode: string): Promise<ResultsRound> {
  return findable(await findRound(ctx, idOrCode), (found) => resultsPolicy.view(ctx.actor, found));
}

/** A round by id or code; null when there is none. Tells nobody anything by itself. */
export function findRound(ctx: Context, idOrCode: string): Promise<ResultsRound | null> {
  return selectRound(ctx, byIdOrCode(idOrCode));
}

/**
 * The same for whoever may decide, with the round locked until the transaction ends, so that decisions and publications of one round
 * come one after the other. Refuses WRONG_STATE before the round decides.
 */
export async function lockRound(ctx: Context, idOrCode: string): Promise<ResultsRound> {
  const { id } = await loadRound(ctx, idOrCode);
  await sql`select id from round where id = ${id}::uuid for update`.execute(ctx.db);
  const round = await loadRound(ctx, id);
  const decidable = round.state === "DECIDING" || round.state === "PUBLISHED";
  authorize(ctx.actor, resultsPolicy.decide(ctx.actor, decidable ? round : { ...round, state: "DECIDING" }));
  if (!decidable) throw new Refusal("WRONG_STATE", { field: "roundId", values: { state: round.state } });
  return round;
}

/** Whether a text can be an id. */
export const UUID: RegExp = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function byIdOrCode(idOrCode: string): RawBuilder<boolean> {
  return UUID.test(idOrCode) ? sql<boolean>`r.id = ${idOrCode}::uuid` : sql<boolean>`r.code = ${idOrCode}`;
}

type Row = Omit<ResultsRound, "programme" | "instrument" | "days"> & {
  readonly first: string | null;
  readonly last: string | null;
  readonly programmeId: string;
  readonly programmeCode: string;
  readonly programmeNames: LocalizedText;
  readonly definition: unknown;
};

async function selectRound(ctx: Context, where: RawBuilder<boolean>): Promise<ResultsRound | null> {
  const { rows } = await sql<Row>`select r.id, r.code, r.names, r.descriptions, r.state, r.time_zone as "timeZone", r.illustrative,
      p.country, p.id as "programmeId", p.code as "programmeCode", p.names as "programmeNames", r.jurisdiction_id as "placeId",
      place.path::text as path, i.id as "instrumentId", i.number as "instrumentNumber", i.definition,
      span.first, span.last
    from round r join programme p on p.id = r.programme_id join jurisdiction place on place.id = r.jurisdiction_id
    join lateral (select id, number, definition from instrument where round_id = r.id order by number desc limit 1) i on true
    left join lateral (select min(starts_at at time zone r.time_zone)::date as first, max(ends_at at time zone r.time_zone)::date as last
      from stage where round_id = r.id) span on true
    where ${where}`.execute(ctx.db);
  const [row] = rows;
  if (!row) return null;
  const { programmeId, programmeCode, programmeNames, definition, first, last, ...round } = row;
  return {
    ...round,
    programme: { id: programmeId, code: programmeCode, names: programmeNames },
    days: first !== null && last !== null ? { first, last } : null,
    instrument: anyInstrument.parse(definition),
  };
}
