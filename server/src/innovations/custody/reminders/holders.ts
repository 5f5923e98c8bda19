import type { Language } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../../kernel/context.ts";
import { LENDABLE_ROLES } from "../../../people/find-actor.ts";
import { holderSql } from "../held-sql.ts";

/** Somebody who has to act on an entry, or coordinates its region. */
export type Holder = {
  readonly entryId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
};

/** In which part somebody is looked for. */
export type HolderPart = "HOLDER" | "COORDINATOR" | "AUTHOR";

/**
 * Who has to act next on each of these entries (HOLDER), coordinates its region (COORDINATOR), or wrote it (AUTHOR): the nearest to it by scope, an office's own
 * people before those of the region, and the authors of a draft before their colleagues; with whom they named while away. Active accounts
 * only; in one statement.
 */
export async function holdersOf(ctx: Context, entryIds: readonly string[], as: HolderPart): Promise<readonly Holder[]> {
  if (entryIds.length === 0) return [];
  const now = ctx.now();
  const { rows } = await sql<Holder>`with wanted as (
      select e.id, e.agency_id, e.round_id, e.created_by, place.path, ${ROLES[as]} as roles
      from entry e join jurisdiction place on place.id = e.jurisdiction_id where e.id = any(${[...entryIds]}::uuid[])
    ), candidate as (
      select w.id as entry_id, g.person_id, g.role,
        case g.scope when 'AGENCY' then 1000 when 'ROUND' then 1000 when 'JURISDICTION' then 2 * nlevel(area.path) else 0 end
          - case when g.role = 'HEAD' and 'STAFF' = any(w.roles) then 1 else 0 end
          + case when 'STAFF' = any(w.roles) and ${authorSql} then 10000 else 0 end as nearness
      from wanted w join role_grant g on g.role = any(w.roles) left join jurisdiction area on area.id = g.jurisdiction_id
      where g.scope = 'PLATFORM' or g.agency_id = w.agency_id or area.path @> w.path or (g.round_id = w.round_id and g.role = 'VERIFIER')
    ), nearest as (
      select distinct entry_id, person_id, role from (select *, max(nearness) over (partition by entry_id) as best from candidate) c
      where nearness = best
    ), holding as (
      select entry_id, person_id from nearest
      union
      select n.entry_id, d.delegate_id from nearest n join delegation d on d.person_id = n.person_id
      where n.role = any(${[...LENDABLE_ROLES]}) and d.starts_at <= ${now} and d.ends_at > ${now} and d.ended_at is null
    )
    select h.entry_id as "entryId", p.id as "personId", p.name, p.email, p.language
    from holding h join person p on p.id = h.person_id
    where p.disabled_at is null and exists (select from auth_account a where a.user_id = p.id) order by p.name, p.id`.execute(ctx.db);
  return rows;
}

const ROLES = {
  COORDINATOR: sql`array['COORDINATOR']`,
  AUTHOR: sql`case e.kind when 'REGIONAL' then array['COORDINATOR'] else array['STAFF', 'HEAD'] end`,
  HOLDER: sql`case when ${holderSql("STAFF")} then array['STAFF', 'HEAD'] when ${holderSql("HEAD")} then array['HEAD']
    when ${holderSql("COORDINATOR")} then array['COORDINATOR'] when ${holderSql("VERIFIER")} then array['VERIFIER'] end`,
} as const;

/** Whether the grant's person has written in the entry. */
const authorSql = sql<boolean>`(w.created_by = g.person_id
  or exists (select from entry_answer n where n.entry_id = w.id and n.changed_by = g.person_id)
  or exists (select from entry_claim n where n.entry_id = w.id and n.changed_by = g.person_id))`;
