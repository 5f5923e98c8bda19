import { type LocalizedText, pickText } from "@isonga/schema/languages";
import DataLoader from "dataloader";
import { sql } from "kysely";
import { type Context, memoized } from "../../kernel/context.ts";
import { levelsOf } from "../../places/countries.ts";
import type { InstrumentNames, InstrumentRow } from "./instrument-view.ts";
import { findRounds } from "./list-rounds.ts";
import type { Round, Stage } from "./round.type.ts";
import { type StageKind, stageState } from "./stage.entity.ts";
import { localOfInstant } from "./zoned-time.ts";

/** Rounds by id that the actor may see, batched. */
export function roundLoader(ctx: Context): DataLoader<string, Round | null> {
  return memoized(ctx, roundLoader, () => {
    return new DataLoader<string, Round | null>(async (ids) => {
      const byId = new Map((await findRounds(ctx, ids)).map((round) => [round.id, round]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  });
}

type StageRow = {
  readonly id: string;
  readonly roundId: string;
  readonly code: string;
  readonly kind: StageKind;
  readonly names: LocalizedText;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly graceMinutes: number;
  readonly timeZone: string;
};

/** A round's stages in order, batched by round id. */
export function stageLoader(ctx: Context): DataLoader<string, readonly Stage[]> {
  return memoized(ctx, stageLoader, () => {
    return new DataLoader<string, readonly Stage[]>(async (roundIds) => {
      const { rows } = await sql<StageRow>`select s.id, s.round_id as "roundId", s.code, s.kind, s.names, s.starts_at as "startsAt",
          s.ends_at as "endsAt", s.grace_minutes as "graceMinutes", r.time_zone as "timeZone"
        from stage s join round r on r.id = s.round_id where s.round_id = any(${[...roundIds]}::uuid[]) order by s.position`.execute(
        ctx.db,
      );
      const byRound = byRoundId(rows);
      return roundIds.map((id) => (byRound.get(id) ?? []).map((row) => stageOf(ctx, row)));
    });
  });
}

/** A round's instrument versions, the newest first, batched by round id. */
export function instrumentLoader(ctx: Context): DataLoader<string, readonly InstrumentRow[]> {
  return memoized(ctx, instrumentLoader, () => {
    return new DataLoader<string, readonly InstrumentRow[]>(async (roundIds) => {
      const { rows } = await sql<InstrumentRow>`select i.id, i.round_id as "roundId", i.number, i.definition, i.reason,
          i.frozen_at as "frozenAt", i.created_at as "createdAt", person.name as "createdBy"
        from instrument i left join person on person.id = i.created_by
        where i.round_id = any(${[...roundIds]}::uuid[]) order by i.number desc`.execute(ctx.db);
      const byRound = byRoundId(rows);
      return roundIds.map((id) => byRound.get(id) ?? []);
    });
  });
}

/** Names of a country's levels and services, batched by country. */
export function instrumentNamesLoader(ctx: Context): DataLoader<string, InstrumentNames> {
  return memoized(ctx, instrumentNamesLoader, () => {
    return new DataLoader<string, InstrumentNames>(async (countries) => {
      const levels = await levelsOf(ctx, countries);
      const { rows: services } = await sql<{ country: string; code: string; names: LocalizedText }>`
        select country, code, names from service where country = any(${[...countries]}::text[]) order by code`.execute(ctx.db);
      const namesIn = (rows: readonly { country: string; code: string; names: LocalizedText }[], country: string) =>
        new Map(rows.filter((row) => row.country === country).map((row) => [row.code, row.names]));
      return countries.map((country) => ({ levels: namesIn(levels, country), services: namesIn(services, country) }));
    });
  });
}

/** Forgets what was read of a round, after it was changed in the same request. */
export function forgetRound(ctx: Context, id: string): void {
  roundLoader(ctx).clear(id);
  stageLoader(ctx).clear(id);
  instrumentLoader(ctx).clear(id);
}

function byRoundId<Row extends { readonly roundId: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.roundId);
    if (group) group.push(row);
    else groups.set(row.roundId, [row]);
  }
  return groups;
}

function stageOf(ctx: Context, row: StageRow): Stage {
  const { timeZone, startsAt, endsAt } = row;
  const dates = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    names: row.names,
    name: pickText(row.names, ctx.language),
    ...dates,
    startsAtLocal: localOfInstant(dates.startsAt, timeZone),
    endsAtLocal: localOfInstant(dates.endsAt, timeZone),
    graceMinutes: row.graceMinutes,
    state: stageState(dates, ctx.now()),
  };
}
