import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Jurisdiction } from "./jurisdiction.type.ts";
import { selectJurisdictions } from "./jurisdiction-rows.ts";

/** How an area is named: by id, or by country and code; the code is the key one unless a system is told. */
export type JurisdictionKey =
  | { readonly id: string }
  | { readonly country: string; readonly code: string; readonly system?: string | null };

/** The area, or null. Areas are public data to anyone signed in: no policy is asked. */
export async function findJurisdiction(ctx: Context, key: JurisdictionKey): Promise<Jurisdiction | null> {
  const [found] = await selectJurisdictions(ctx, conditionOf(key));
  return found ?? null;
}

/** The areas of a country by their key codes, in one statement; a code that no area has is not in the map. */
export async function jurisdictionsByCode(
  ctx: Context,
  country: string,
  codes: Iterable<string>,
): Promise<ReadonlyMap<string, Jurisdiction>> {
  const found = await selectJurisdictions(ctx, sql`j.country = ${country} and j.code = any(${[...new Set(codes)]}::text[])`);
  return new Map(found.map((jurisdiction) => [jurisdiction.code, jurisdiction]));
}

function conditionOf(key: JurisdictionKey) {
  if ("id" in key) return sql<boolean>`j.id = ${key.id}::uuid`;
  const { country, code, system } = key;
  if (!system) return sql<boolean>`j.country = ${country} and j.code = ${code}`;
  return sql<boolean>`j.country = ${country} and j.id in (
    select k.id from jurisdiction k join area_level l on l.country = k.country and l.code = k.level
      where k.country = ${country} and k.code = ${code} and l.key_system = ${system}
    union select c.jurisdiction_id from jurisdiction_code c where c.system = ${system} and c.code = ${code})`;
}
