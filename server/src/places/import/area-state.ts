import type { LocalizedText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";

/** What an import compares and writes of an area. */
export type AreaState = {
  readonly country: string;
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly names: LocalizedText;
  /** Key code of the area above; null for a country. */
  readonly parent: string | null;
  readonly population: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly codes: Readonly<Record<string, string>>;
  readonly leagues: readonly string[];
};

/** An area that is there already. */
export type KnownArea = AreaState & { readonly id: string; readonly path: string };

/** An area among all: its country and key code. */
export function areaKey(area: { readonly country: string; readonly code: string }): string {
  return `${area.country}|${area.code}`;
}

/** Every area of these countries with codes and leagues, by {@link areaKey}: three statements whatever their number. */
export async function knownAreas(ctx: Context, countries: readonly string[]): Promise<Map<string, KnownArea>> {
  const { rows } =
    await sql<KnownArea>`select j.id, j.country, j.level, j.code, j.name, j.names, parent.code as parent, j.path::text as path,
      j.population, j.valid_from as "validFrom", j.valid_to as "validTo",
      coalesce(c.codes, '{}') as codes, coalesce(l.leagues, '[]') as leagues
    from jurisdiction j
    left join jurisdiction parent on parent.id = j.parent_id
    left join (select jurisdiction_id, jsonb_object_agg(system, code) as codes from jurisdiction_code group by 1) c on c.jurisdiction_id = j.id
    left join (select jl.jurisdiction_id, jsonb_agg(league.code order by league.code) as leagues
      from jurisdiction_league jl join league on league.id = jl.league_id group by 1) l on l.jurisdiction_id = j.id
    where j.country = any(${[...countries]}::text[])`.execute(ctx.db);
  return new Map(rows.map((row) => [areaKey(row), row]));
}

/** Whether two states say the same, whatever the order in which their parts were told. */
export function sameArea(one: AreaState, other: AreaState): boolean {
  return canonical(one) === canonical(other);
}

function canonical(area: AreaState): string {
  const { country, level, code, name, names, parent, population, validFrom, validTo, codes, leagues } = area;
  return JSON.stringify([
    country,
    level,
    code,
    name,
    sorted(names),
    parent,
    population,
    validFrom,
    validTo,
    sorted(codes),
    [...leagues].sort(),
  ]);
}

function sorted(values: Readonly<Record<string, string | null | undefined>>): readonly (readonly [string, string])[] {
  return Object.entries(values)
    .flatMap(([key, value]) => (value ? [[key, value] as const] : []))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
