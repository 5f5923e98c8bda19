import type { Language } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { nameSql } from "./grants/find-scope.ts";
import type { Me } from "./person.type.ts";

/** The signed-in person, or null for the public. */
export async function findMe(ctx: Context): Promise<Me | null> {
  const { rows } = await sql<Omit<Me, "roles"> & { readonly language: Language }>`
    select person.id, person.name, person.email, person.language, person.version, coalesce(held.names, '{}') as "worksAt"
    from person left join lateral (${scopeNames(ctx.language)}) held on true where person.id = ${ctx.actor.id}`.execute(ctx.db);
  const [person] = rows;
  return person ? { ...person, roles: [...new Set(ctx.actor.grants.map((grant) => grant.role))] } : null;
}

/** Each once, in the order in which they were given. */
function scopeNames(language: Language) {
  return sql`select array_agg(scope.name order by scope.since) as names from (
    select coalesce(${nameSql("agency", language)}, ${nameSql("place", language)},
        nullif(round.names ->> ${language}::text, ''), round.names ->> 'en', round.code) as name, min(g.created_at) as since
    from role_grant g
    left join agency on agency.id = g.agency_id
    left join jurisdiction place on place.id = g.jurisdiction_id
    left join round on round.id = g.round_id
    where g.person_id = person.id and g.scope <> 'PLATFORM' group by 1) scope`;
}
