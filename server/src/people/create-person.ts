import type { Language } from "@isonga/schema/languages";
import { hashPassword } from "better-auth/crypto";
import { sql } from "kysely";
import type { Role } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";

/** A grant to be made, by the ids of what it holds for. */
export type NewGrant = {
  readonly role: Role;
  readonly jurisdictionId?: string;
  readonly agencyId?: string;
  readonly roundId?: string;
};

export type NewPerson = {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** Without one the person first chooses it by an invitation. */
  readonly password?: string;
  /** Instead of the password, where many accounts get one: see {@link hashOf}, which takes a good part of a second. */
  readonly passwordHash?: string;
  readonly invitedAt?: Date;
  readonly grants: readonly NewGrant[];
};

/** The hash of a password, as accounts keep it. Slow by design. */
export function hashOf(password: string): Promise<string> {
  return hashPassword(password);
}

/** Makes an account with its grants. Call inside a transaction, after the caller was authorised. Answers the id. */
export async function createPerson(ctx: Context, person: NewPerson): Promise<string> {
  const id = ctx.newId();
  const now = ctx.now();
  const hash = person.passwordHash ?? (person.password === undefined ? null : await hashOf(person.password));
  await sql`insert into person (id, name, email, email_verified, language, invited_at, created_at, updated_at)
    values (${id}, ${person.name}, ${person.email.toLowerCase()}, ${hash !== null}, ${person.language}, ${person.invitedAt ?? null}, ${now}, ${now})`.execute(
    ctx.db,
  );
  if (hash !== null) {
    await sql`insert into auth_account (id, user_id, account_id, provider_id, password, created_at, updated_at)
      values (${ctx.newId()}, ${id}, ${id}, 'credential', ${hash}, ${now}, ${now})`.execute(ctx.db);
  }
  for (const grant of person.grants) await insertGrant(ctx, id, grant);
  return id;
}

/** Adds one grant; the same grant twice is one. Administrators and auditors are so everywhere: another scope is refused (SCOPE_REQUIRED). */
export async function insertGrant(ctx: Context, personId: string, grant: NewGrant): Promise<void> {
  const { role, jurisdictionId = null, agencyId = null, roundId = null } = grant;
  if ((role === "ADMINISTRATOR" || role === "AUDITOR") && (jurisdictionId ?? agencyId ?? roundId))
    throw new Refusal("SCOPE_REQUIRED", { field: "role", values: { role } });
  const scope = jurisdictionId ? "JURISDICTION" : agencyId ? "AGENCY" : roundId ? "ROUND" : "PLATFORM";
  await sql`insert into role_grant (id, person_id, role, scope, jurisdiction_id, agency_id, round_id, granted_by, created_at)
    values (${ctx.newId()}, ${personId}, ${role}, ${scope}, ${jurisdictionId}, ${agencyId}, ${roundId}, ${ctx.actor.id}, ${ctx.now()})
    on conflict do nothing`.execute(ctx.db);
}
