import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { ensureCountries, insertLevels } from "../ensure-countries.ts";
import { refreshPaths } from "../refresh-paths.ts";
import type { PlacesPlan, PlannedArea } from "./plan-places.ts";
import { writeCodes, writeLeagues } from "./write-tags.ts";

/** Rows a statement: what keeps its text in a few megabytes. */
const CHUNK = 5_000;

/**
 * Writes a plan, set by set. Call inside the transaction in which it was planned, after `lockPlaces`. A plan that changes nothing writes nothing.
 * `onProgress` is told how many areas have been written so far.
 */
export async function applyPlaces(
  ctx: Context,
  plan: PlacesPlan,
  onProgress: (written: number) => Promise<void> | void = () => undefined,
): Promise<void> {
  await insertLevels(ctx, plan.levels);
  if (plan.countries.size > 0) await ensureCountries(ctx, [...plan.countries.keys()], plan.countries);
  let written = 0;
  for (const [areas, write] of [
    [plan.added, insertAreas],
    [plan.changed, updateAreas],
  ] as const) {
    for (let start = 0; start < areas.length; start += CHUNK) {
      const chunk = areas.slice(start, start + CHUNK);
      await write(ctx, chunk);
      await writeCodes(ctx, chunk);
      await writeLeagues(ctx, chunk);
      written += chunk.length;
      await onProgress(written);
    }
  }
  const moved = plan.changed.filter(({ before, path }) => before?.path !== path);
  if (moved.length > 0) await refreshPaths(ctx, [...new Set(moved.map(({ after }) => after.country))]);
}

/** Lets one writer of the tree in at a time: until the transaction's end, others wait. Call before planning what will be applied. */
export async function lockPlaces(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('isonga.places'))`.execute(ctx.db);
}

function areaRows(areas: readonly PlannedArea[]): string {
  return JSON.stringify(areas.map(({ id, after, parentId, path }) => ({ ...after, id, parentId, path })));
}

const COLUMNS = sql`r(id uuid, country text, level text, code text, name text, names jsonb, "parentId" uuid, path text, population int,
  "validFrom" date, "validTo" date)`;

async function insertAreas(ctx: Context, areas: readonly PlannedArea[]): Promise<void> {
  await sql`insert into jurisdiction (id, country, level, code, name, names, parent_id, path, population, valid_from, valid_to, created_at, updated_at)
    select r.id, r.country, r.level, r.code, r.name, r.names, r."parentId", r.path::ltree, r.population, r."validFrom", r."validTo",
      ${ctx.now()}::timestamptz, ${ctx.now()}::timestamptz
    from jsonb_to_recordset(${areaRows(areas)}::jsonb) as ${COLUMNS}`.execute(ctx.db);
}

async function updateAreas(ctx: Context, areas: readonly PlannedArea[]): Promise<void> {
  await sql`update jurisdiction j set level = r.level, name = r.name, names = r.names, parent_id = r."parentId", population = r.population,
      valid_from = r."validFrom", valid_to = r."validTo", version = j.version + 1, updated_at = ${ctx.now()}::timestamptz
    from jsonb_to_recordset(${areaRows(areas)}::jsonb) as ${COLUMNS} where j.id = r.id`.execute(ctx.db);
}
