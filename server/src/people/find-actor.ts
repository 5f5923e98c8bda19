import { isLanguage, type Language } from "@isonga/schema/languages";
import type { Pool } from "pg";
import type { Actor, Grant, LentGrant, Role, Scope } from "../kernel/actor.ts";

export type FoundActor = { readonly actor: Actor; readonly language: Language };

type Row = {
  readonly name: string;
  readonly language: string;
  readonly role: Role | null;
  readonly scope: Scope["kind"] | null;
  readonly scope_id: string | null;
  readonly path: string | null;
  readonly absent_id: string | null;
  readonly absent_name: string | null;
};

/** Roles that a person may lend while away: those that hold entries. */
export const LENDABLE_ROLES = ["HEAD", "COORDINATOR", "VERIFIER"] as const satisfies readonly Role[];

/**
 * The person with their grants, what is lent to them at this instant, and their language, in one statement; null when there is none or the
 * account is disabled. What is lent is never lent on, and not by who is disabled.
 */
export async function findActor(pool: Pool, personId: string, at: Date): Promise<FoundActor | null> {
  const { rows } = await pool.query<Row>(
    `select person.name, person.language, g.role, g.scope, coalesce(g.jurisdiction_id, g.agency_id, g.round_id) as scope_id,
       place.path::text as path, g.absent_id, g.absent_name
     from person
     left join lateral (
       select role, scope, jurisdiction_id, agency_id, round_id, null::uuid as absent_id, null as absent_name
       from role_grant where person_id = person.id
       union all
       select lent.role, lent.scope, lent.jurisdiction_id, lent.agency_id, lent.round_id, absent.id, absent.name
       from delegation d join person absent on absent.id = d.person_id and absent.disabled_at is null
       join role_grant lent on lent.person_id = absent.id and lent.role = any($3)
       where d.delegate_id = person.id and d.starts_at <= $2 and d.ends_at > $2 and d.ended_at is null
     ) g on true
     left join agency on agency.id = g.agency_id
     left join jurisdiction place on place.id = coalesce(g.jurisdiction_id, agency.jurisdiction_id)
     where person.id = $1 and person.disabled_at is null`,
    [personId, at, [...LENDABLE_ROLES]],
  );
  const [first] = rows;
  if (!first) return null;
  return {
    actor: {
      id: personId,
      kind: "PERSON",
      name: first.name,
      grants: rows.filter((row) => row.absent_id === null).flatMap(grantOf),
      lent: rows.flatMap(lentOf),
    },
    language: isLanguage(first.language) ? first.language : "en",
  };
}

function grantOf(row: Row): readonly Grant[] {
  const { role, scope, scope_id: id, path } = row;
  if (role === null || scope === null) return [];
  if (scope === "PLATFORM") return [{ role, scope: { kind: scope } }];
  if (id === null) return [];
  if (scope === "ROUND") return [{ role, scope: { kind: scope, id } }];
  return path === null ? [] : [{ role, scope: { kind: scope, id, path } }];
}

function lentOf(row: Row): readonly LentGrant[] {
  const { absent_id: id, absent_name: name } = row;
  return id === null ? [] : grantOf(row).map((grant) => ({ ...grant, for: { id, name: name ?? "" } }));
}
