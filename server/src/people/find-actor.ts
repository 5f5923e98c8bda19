import { isLanguage, type Language } from "@isonga/schema/languages";
import type { Pool } from "pg";
import type { Actor, Grant, Role, Scope } from "../kernel/actor.ts";

export type FoundActor = { readonly actor: Actor; readonly language: Language };

type Row = {
  readonly name: string;
  readonly language: string;
  readonly role: Role | null;
  readonly scope: Scope["kind"] | null;
  readonly scope_id: string | null;
  readonly path: string | null;
};

/** The person with their grants and language in one statement; null when there is none or the account is disabled. */
export async function findActor(pool: Pool, personId: string): Promise<FoundActor | null> {
  const { rows } = await pool.query<Row>(
    `select person.name, person.language, g.role, g.scope, coalesce(g.jurisdiction_id, g.agency_id, g.round_id) as scope_id, place.path::text as path
     from person
     left join role_grant g on g.person_id = person.id
     left join agency on agency.id = g.agency_id
     left join jurisdiction place on place.id = coalesce(g.jurisdiction_id, agency.jurisdiction_id)
     where person.id = $1 and person.disabled_at is null`,
    [personId],
  );
  const [first] = rows;
  if (!first) return null;
  return {
    actor: { id: personId, kind: "PERSON", name: first.name, grants: rows.flatMap(grantOf) },
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
