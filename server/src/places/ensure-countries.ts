import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { KNOWN_COUNTRIES, KNOWN_LEAGUES, type LevelRow } from "./countries.ts";

/**
 * Writes what the platform knows of these countries (all of them unless told): levels, the country's own area, and the leagues. What is
 * there stays as it is; a new area gets its id of `ids`, if it is told one. Call inside a transaction.
 */
export async function ensureCountries(
  ctx: Context,
  codes?: readonly string[],
  ids: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const countries = KNOWN_COUNTRIES.filter(({ code }) => codes === undefined || codes.includes(code));
  await insertLevels(
    ctx,
    countries.flatMap(({ levels }) => levels),
  );
  await ensureLeagues(ctx);
  const areas = countries.map(({ code, name, names, levels }) => ({
    id: ids.get(code) ?? ctx.newId(),
    code,
    name,
    names,
    level: levels[0]?.code,
  }));
  await sql`insert into jurisdiction (id, country, level, code, name, names, path, created_at, updated_at)
    select r.id, r.code, r.level, r.code, r.name, r.names, r.code::ltree, ${ctx.now()}, ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as r(id uuid, code text, name text, names jsonb, level text)
    on conflict do nothing`.execute(ctx.db);
}

/** Adds levels that are not there yet; those that are stay as they are. */
export async function insertLevels(ctx: Context, levels: readonly LevelRow[]): Promise<void> {
  await sql`insert into area_level (country, code, position, names, key_system)
    select r.country, r.code, r.position, r.names, r."keySystem"
    from jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) as r(country text, code text, position int, names jsonb, "keySystem" text)
    on conflict do nothing`.execute(ctx.db);
}

async function ensureLeagues(ctx: Context): Promise<void> {
  const leagues = KNOWN_LEAGUES.map((league) => ({ ...league, id: ctx.newId() }));
  await sql`insert into league (id, code, names)
    select r.id, r.code, r.names from jsonb_to_recordset(${JSON.stringify(leagues)}::jsonb) as r(id uuid, code text, names jsonb)
    on conflict do nothing`.execute(ctx.db);
}
