import { type LocalizedText, pickText } from "@isonga/schema/languages";
import DataLoader from "dataloader";
import { sql } from "kysely";
import { type Context, memoized } from "../kernel/context.ts";
import { connectionFrom, keyset, type PageArgs, pageOf } from "../kernel/graphql/connection.ts";
import { type LevelRow, levelsOf } from "./countries.ts";
import type { AreaLevel, Jurisdiction, JurisdictionCode, JurisdictionConnection, League } from "./jurisdiction.type.ts";
import { type JurisdictionRow, jurisdictionColumns, jurisdictionOf, selectJurisdictions } from "./jurisdiction-rows.ts";

/** All levels of all countries, read once a request: there are few. */
export function allLevels(ctx: Context): Promise<readonly AreaLevel[]> {
  return memoized(ctx, allLevels, async () => (await levelsOf(ctx)).map((level) => levelFor(ctx, level)));
}

function levelFor(ctx: Context, level: LevelRow): AreaLevel {
  return { ...level, name: pickText(level.names, ctx.language) };
}

/** Areas by their dotted path: whoever asks for ancestors gets each of them once a request. */
export function pathLoader(ctx: Context): DataLoader<string, Jurisdiction | null> {
  return memoized(
    ctx,
    pathLoader,
    () =>
      new DataLoader<string, Jurisdiction | null>(async (paths) => {
        const found = await selectJurisdictions(ctx, sql`j.path = any(${[...paths]}::text[]::ltree[])`);
        const byPath = new Map(found.map((jurisdiction) => [jurisdiction.path, jurisdiction]));
        return paths.map((path) => byPath.get(path) ?? null);
      }),
  );
}

/** The areas above one, the country first. */
export async function ancestorsOf(ctx: Context, place: { readonly path: string }): Promise<readonly Jurisdiction[]> {
  const labels = place.path.split(".");
  const paths = labels.slice(1).map((_, index) => labels.slice(0, index + 1).join("."));
  const found = await Promise.all(paths.map((path) => pathLoader(ctx).load(path)));
  return found.filter((ancestor) => ancestor !== null);
}

/** Codes in systems other than the key one, by area. */
export function codesLoader(ctx: Context): DataLoader<string, readonly JurisdictionCode[]> {
  return memoized(
    ctx,
    codesLoader,
    () =>
      new DataLoader((ids) =>
        grouped(
          ctx,
          ids,
          sql`select c.jurisdiction_id as "ownerId", c.system, c.code
    from jurisdiction_code c where c.jurisdiction_id = any(${[...ids]}::uuid[]) order by c.system`,
        ),
      ),
  );
}

/** Leagues by area. */
export function leaguesLoader(ctx: Context): DataLoader<string, readonly League[]> {
  return memoized(
    ctx,
    leaguesLoader,
    () =>
      new DataLoader(async (ids: readonly string[]) => {
        const found = await grouped<Omit<League, "name">>(
          ctx,
          ids,
          sql`select jl.jurisdiction_id as "ownerId", l.id, l.code, l.names
          from jurisdiction_league jl join league l on l.id = jl.league_id where jl.jurisdiction_id = any(${[...ids]}::uuid[]) order by l.code`,
        );
        return found.map((leagues) =>
          leagues.map((league) => ({ ...league, name: pickText(league.names as LocalizedText, ctx.language) })),
        );
      }),
  );
}

/** How many areas lie directly below each. */
export function childCountLoader(ctx: Context): DataLoader<string, number> {
  return memoized(
    ctx,
    childCountLoader,
    () =>
      new DataLoader(async (ids: readonly string[]) => {
        const found = await grouped<{ readonly count: number }>(
          ctx,
          ids,
          sql`select parent_id as "ownerId", count(*)::int as count from jurisdiction
          where parent_id = any(${[...ids]}::uuid[]) group by parent_id`,
        );
        return found.map(([row]) => row?.count ?? 0);
      }),
  );
}

/** One page of the children of each of many areas, in one statement. */
export function childrenLoader(ctx: Context, args: PageArgs): DataLoader<string, JurisdictionConnection> {
  return memoized(ctx, `children:${JSON.stringify({ ...args })}`, () => {
    const page = pageOf(args);
    const { where, orderBy, limit } = keyset(page, { columns: [sql`j.name`, sql`j.id`] });
    return new DataLoader(async (ids: readonly string[]) => {
      const lists = await grouped<JurisdictionRow>(
        ctx,
        ids,
        sql`select p.id as "ownerId", c.* from unnest(${[...ids]}::uuid[]) as p(id)
        cross join lateral (select ${jurisdictionColumns()} from jurisdiction j where j.parent_id = p.id and ${where} ${orderBy} ${limit}) c`,
      );
      return lists.map((rows) => {
        const places = rows.map((row) => jurisdictionOf(row, ctx.language));
        return connectionFrom(places, page, ({ officialName, id }) => [officialName, id]);
      });
    });
  });
}

/** The rows of a statement that has an `ownerId`, in a list for each owner. */
export async function grouped<T>(
  ctx: Context,
  ids: readonly string[],
  statement: ReturnType<typeof sql>,
): Promise<readonly (readonly T[])[]> {
  const { rows } = await (statement as ReturnType<typeof sql<T & { readonly ownerId: string }>>).execute(ctx.db);
  const lists = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const { ownerId, ...row } of rows) lists.get(ownerId)?.push(row as T);
  return ids.map((id) => lists.get(id) ?? []);
}
