import { type RawBuilder, sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { nameSql } from "./grants/find-scope.ts";
import { type GrantLike, grantPolicy } from "./grants/grant.policy.ts";
import type { GrantView } from "./grants/grant.type.ts";
import { personPolicy } from "./person.policy.ts";
import type { PersonView } from "./person-view.type.ts";

/** A person as SQL gives them: with the path of each grant's area, for the policies. */
export type PersonRow = Omit<PersonView, "grants" | "viewerCan"> & {
  readonly grants: readonly (Omit<GrantView, "viewerCan"> & GrantLike)[];
  /** Of who holds no role: path of the area of the last one that was taken; null for the platform's, and where the asker sees everybody anyway. */
  readonly lastPath: string | null;
};

/** Persons with their grants in one statement; `tail` follows `where` and may name `person` with its `state`, and the path in `lost`. */
export async function personRows(ctx: Context, tail: RawBuilder<unknown>): Promise<readonly PersonRow[]> {
  const { rows } = await sql<PersonRow>`select person.id, person.name, person.email, person.language, person.state, person.version,
      person.invited_at as "invitedAt", person.disabled_at as "disabledAt", person.created_at as "createdAt",
      coalesce(held.grants, '[]') as grants, lost.path::text as "lastPath"
    from ${personSql} left join lateral (${grantsSql(ctx.language)}) held on true
    left join (${lostSql(personPolicy.viewAll(ctx.actor))}) lost on lost.person_id = person.id and held.grants is null
    where ${tail}`.execute(ctx.db);
  return rows;
}

/** The row as the asker sees it. */
export function presentPerson(ctx: Context, row: PersonRow): PersonView {
  const { actor } = ctx;
  const edit = personPolicy.edit(actor, row);
  const grants = row.grants.map(({ path, ...grant }) => ({
    ...grant,
    viewerCan: { revoke: grantPolicy.take(actor, { role: grant.role, path }) },
  }));
  const viewerCan = {
    edit,
    invite: edit && row.state === "INVITED",
    disable: personPolicy.disable(actor, row),
    grant: row.state !== "DISABLED" && personPolicy.grant(actor, row),
  };
  return { ...row, grants, viewerCan };
}

const personSql = sql`(select *, case when disabled_at is not null then 'DISABLED'
  when exists (select from auth_account where auth_account.user_id = person.id) then 'ACTIVE' else 'INVITED' end as state
  from person) as person`;

function grantsSql(language: string): RawBuilder<unknown> {
  return sql`select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'scope', g.scope, 'path', place.path::text,
      'scopeId', coalesce(g.jurisdiction_id, g.agency_id, g.round_id),
      'scopeName', case g.scope when 'JURISDICTION' then ${nameSql("place", language)} when 'AGENCY' then ${nameSql("agency", language)}
        when 'ROUND' then coalesce(nullif(round.names ->> ${language}::text, ''), round.names ->> 'en', round.code) end,
      'scopeTrail', coalesce(above.names, '[]'), 'grantedAt', g.created_at, 'grantedBy', giver.name) order by g.created_at, g.id) as grants
    from role_grant g
    left join agency on agency.id = g.agency_id
    left join jurisdiction place on place.id = coalesce(g.jurisdiction_id, agency.jurisdiction_id)
    left join round on round.id = g.round_id
    left join person giver on giver.id = g.granted_by
    left join lateral (select jsonb_agg(${nameSql("upper", language)} order by nlevel(upper.path)) as names from jurisdiction as upper
      where upper.path @> place.path and (g.scope = 'AGENCY' or upper.id <> place.id)) above on true
    where g.person_id = person.id`;
}

/** The area of the role that was last taken from each person, by the record of changes. */
function lostSql(unasked: boolean): RawBuilder<unknown> {
  if (unasked) return sql`select null::uuid as person_id, null::ltree as path where false`;
  return sql`select last.person_id, place.path from (select distinct on (before ->> 'person_id') (before ->> 'person_id')::uuid as person_id,
      (before ->> 'jurisdiction_id')::uuid as jurisdiction_id, (before ->> 'agency_id')::uuid as agency_id
      from audit_event where subject_type = 'role_grant' and after is null order by before ->> 'person_id', id desc) last
    left join agency on agency.id = last.agency_id
    left join jurisdiction place on place.id = coalesce(last.jurisdiction_id, agency.jurisdiction_id)`;
}
