import type { LocalizedText } from "@isonga/schema/languages";
import type { PublishedArea, PublishedPlace } from "@isonga/schema/published-result";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../kernel/context.ts";

/** The areas a standing is about. */
export interface PlaceInputs {
  /** By code: every area of the round's place that is ranked, reports or lies between, and existed in the round's time. */
  readonly areas: readonly PublishedArea[];
  /** Levels by code, with names and position. */
  readonly levels: ReadonlyMap<string, LevelFacts>;
  /** Areas above the round's place, the country first. */
  readonly above: readonly PublishedPlace[];
}

export interface LevelFacts {
  readonly code: string;
  readonly names: LocalizedText;
  readonly position: number;
}

/** Which areas: below a path, down to the deepest of some levels, that existed on any day from `from` (included) to `until` (not). */
export interface PlaceScope {
  readonly country: string;
  readonly path: string;
  readonly downTo: readonly string[];
  readonly from: string;
  readonly until: string;
}

/** Reads them in two statements. */
export async function loadPlaces(ctx: Context, scope: PlaceScope): Promise<PlaceInputs> {
  const levels = await loadLevels(ctx, scope.country);
  return { levels, ...(await loadAreas(ctx, scope, levels)) };
}

/** Whether the area `j` existed on any of the days. */
export function existedIn({ from, until }: Pick<PlaceScope, "from" | "until">): RawBuilder<boolean> {
  return sql<boolean>`(j.valid_from is null or j.valid_from < ${until}::date) and (j.valid_to is null or j.valid_to > ${from}::date)`;
}

async function loadLevels(ctx: Context, country: string): Promise<ReadonlyMap<string, LevelFacts>> {
  const { rows } = await sql<LevelFacts>`select code, names, position from area_level where country = ${country} order by position`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

async function loadAreas(
  ctx: Context,
  scope: PlaceScope,
  levels: ReadonlyMap<string, LevelFacts>,
): Promise<Pick<PlaceInputs, "areas" | "above">> {
  const { path } = scope;
  const deepest = Math.max(...scope.downTo.map((level) => levels.get(level)?.position ?? 0));
  const kept = [...levels.values()].filter(({ position }) => position <= deepest).map(({ code }) => code);
  const { rows } = await sql<PublishedArea & { readonly isAbove: boolean }>`select j.id, j.code, j.level, j.name, j.names, j.population,
      parent.code as "parentCode", j.path @> ${path}::text::ltree and j.path <> ${path}::text::ltree as "isAbove"
    from jurisdiction j left join jurisdiction parent on parent.id = j.parent_id
    where (j.path <@ ${path}::text::ltree and j.level = any(${kept}::text[]) and ${existedIn(scope)}) or j.path @> ${path}::text::ltree
    order by j.code collate "C"`.execute(ctx.db);
  const bare = rows.map(({ isAbove, ...area }) => ({ isAbove, area }));
  const above = bare
    .filter(({ isAbove }) => isAbove)
    .map(({ area: { id, code, level, name, names } }) => ({ id, code, level, name, names }));
  above.sort((a, b) => (levels.get(a.level)?.position ?? 0) - (levels.get(b.level)?.position ?? 0));
  return { above, areas: bare.filter(({ isAbove }) => !isAbove).map(({ area }) => area) };
}
