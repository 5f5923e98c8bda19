import { LIMITS } from "@isonga/schema/limits";
import { type RawBuilder, sql } from "kysely";
import { pathsWithRole } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { nameSql } from "./find-scope.ts";
import { isAdministrator } from "./grant.policy.ts";
import type { GrantableScope, ScopeKind } from "./grant.type.ts";

const MOST = 20;

/** Areas, agencies or rounds for which the asker may give roles, found by a part of their name (typing errors forgiven) or their code; the best first. */
export async function listGrantableScopes(ctx: Context, kind: ScopeKind, search: string): Promise<readonly GrantableScope[]> {
  const words = search.trim().toLowerCase().slice(0, LIMITS.searchLength);
  if (kind === "PLATFORM" || (kind === "ROUND" && !isAdministrator(ctx.actor))) return [];
  const { rows } = await sql<GrantableScope>`${kind === "ROUND" ? rounds(ctx, words) : areas(ctx, words, kind)}
    order by rank, name, id limit ${MOST}`.execute(ctx.db);
  return rows;
}

function areas(ctx: Context, words: string, kind: "JURISDICTION" | "AGENCY"): RawBuilder<unknown> {
  const thing =
    kind === "AGENCY" ? sql`agency as thing join jurisdiction place on place.id = thing.jurisdiction_id` : sql`jurisdiction as thing`;
  const path = kind === "AGENCY" ? sql`place.path` : sql`thing.path`;
  const own = kind === "AGENCY" ? sql`true` : sql`above.id <> thing.id`;
  return sql`select thing.id, ${nameSql("thing", ctx.language)} as name,
      (select coalesce(jsonb_agg(${nameSql("above", ctx.language)} order by nlevel(above.path)), '[]') from jurisdiction above
        where above.path @> ${path} and ${own}) as trail,
      case when lower(thing.name) = ${words} or thing.code = ${words} then 0 when starts_with(lower(thing.name), ${words}) then 1 else 2 end as rank
    from ${thing} where ${reach(ctx, path)} and ${matches("thing", words)}`;
}

function rounds(ctx: Context, words: string): RawBuilder<unknown> {
  const name = sql`coalesce(nullif(thing.names ->> ${ctx.language}::text, ''), thing.names ->> 'en', thing.code)`;
  return sql`select thing.id, ${name} as name,
      jsonb_build_array(coalesce(nullif(programme.names ->> ${ctx.language}::text, ''), programme.names ->> 'en', programme.code)) as trail, 0 as rank
    from round as thing join programme on programme.id = thing.programme_id
    where ${words} = '' or position(${words} in lower(thing.names::text)) > 0 or lower(thing.code) = ${words}`;
}

/** Everywhere for administrators; for coordinators at or below their own areas. */
function reach(ctx: Context, path: RawBuilder<unknown>): RawBuilder<boolean> {
  const paths = isAdministrator(ctx.actor) ? "EVERYWHERE" : pathsWithRole(ctx.actor, "COORDINATOR");
  return paths === "EVERYWHERE" ? sql<boolean>`true` : sql<boolean>`${path} <@ any(${[...paths]}::ltree[])`;
}

function matches(alias: string, words: string): RawBuilder<boolean> {
  if (words === "") return sql<boolean>`true`;
  const pattern = `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const [name, names, code] = ["name", "names", "code"].map((column) => sql.ref(`${alias}.${column}`));
  return sql<boolean>`(lower(${name}) like ${pattern} or lower(${name}) % ${words} or lower(${names}::text) like ${pattern} or ${code} = ${words})`;
}
