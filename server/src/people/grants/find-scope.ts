import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { isId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { NewGrant } from "../create-person.ts";
import { SCOPES_OF_ROLE } from "./grant.policy.ts";
import type { ScopeKind } from "./grant.type.ts";

/** Where a wished grant would hold: the path of its area (an agency's area), null for the platform and rounds, and its name. */
export type FoundScope = { readonly kind: ScopeKind; readonly path: string | null; readonly name: string | null };

/** Looks a wished grant's scope up. Refuses SCOPE_REQUIRED when the role does not hold for such a thing, UNKNOWN_REFERENCE when there is none. */
export async function findScope(ctx: Context, grant: NewGrant, field = ""): Promise<FoundScope> {
  const { role, jurisdictionId, agencyId, roundId } = grant;
  const at = (name: string) => ({ field: `${field}${name}`, values: { role } });
  const named = [jurisdictionId, agencyId, roundId].filter(Boolean);
  const kind: ScopeKind = jurisdictionId ? "JURISDICTION" : agencyId ? "AGENCY" : roundId ? "ROUND" : "PLATFORM";
  if (named.length > 1 || !SCOPES_OF_ROLE[role].includes(kind))
    throw new Refusal("SCOPE_REQUIRED", at(FIELDS[SCOPES_OF_ROLE[role][0] ?? kind]));
  if (kind === "PLATFORM") return { kind, path: null, name: null };
  const [id] = named;
  const found = id && isId(id) ? await find(ctx, kind, id) : undefined;
  if (!found) throw new Refusal("UNKNOWN_REFERENCE", at(FIELDS[kind]));
  return { kind, ...found };
}

const FIELDS: Readonly<Record<ScopeKind, string>> = {
  PLATFORM: "role",
  JURISDICTION: "jurisdictionId",
  AGENCY: "agencyId",
  ROUND: "roundId",
};

type Found = Pick<FoundScope, "path" | "name">;

async function find(ctx: Context, kind: Exclude<ScopeKind, "PLATFORM">, id: string): Promise<Found | undefined> {
  const { language, db } = ctx;
  switch (kind) {
    case "JURISDICTION":
      return (
        await sql<Found>`select path::text as path, ${nameSql("jurisdiction", language)} as name from jurisdiction where id = ${id}`.execute(
          db,
        )
      ).rows[0];
    case "AGENCY":
      return (
        await sql<Found>`select place.path::text as path, ${nameSql("agency", language)} as name from agency
          join jurisdiction place on place.id = agency.jurisdiction_id where agency.id = ${id}`.execute(db)
      ).rows[0];
    case "ROUND":
      return (
        await sql<Found>`select null as path, coalesce(nullif(names ->> ${language}::text, ''), names ->> 'en', code) as name from round where id = ${id}`.execute(
          db,
        )
      ).rows[0];
  }
}

/** The name of an area or agency in a language, or the official one. */
export function nameSql(alias: string, language: string) {
  return sql<string>`coalesce(nullif(${sql.ref(`${alias}.names`)} ->> ${language}::text, ''), ${sql.ref(`${alias}.name`)})`;
}
