import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { tokenHash } from "../../mail/mailer.ts";

/** Days in which an invitation is taken up. */
export const INVITATION_DAYS = 7;

/** Makes the one valid invitation of a person: earlier ones end. Only its hash is stored. */
export async function makeInvitation(ctx: Context, personId: string): Promise<{ readonly token: string; readonly until: Date }> {
  await endLinks(ctx, personId, "invitation:%");
  const token = randomBytes(24).toString("base64url");
  const now = ctx.now();
  const until = new Date(now.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
  await sql`insert into auth_verification (id, identifier, value, expires_at, created_at, updated_at)
    values (${ctx.newId()}, ${identifierOf(token)}, ${personId}, ${until}, ${now}, ${now})`.execute(ctx.db);
  return { token, until };
}

export type Invited = { readonly id: string; readonly name: string; readonly email: string };

/** Whom a link invites; null when it is unknown, spent, too old, or its person disabled. */
export async function findInvited(ctx: Context, token: string): Promise<Invited | null> {
  const { rows } = await sql<Invited>`select person.id, person.name, person.email from auth_verification link
    join person on person.id::text = link.value
    where link.identifier = ${identifierOf(token)} and link.expires_at > ${ctx.now()} and person.disabled_at is null`.execute(ctx.db);
  return rows[0] ?? null;
}

/** Spends a link: true once, for whoever comes first. */
export async function spendInvitation(ctx: Context, token: string): Promise<boolean> {
  const { rows } = await sql`delete from auth_verification where identifier = ${identifierOf(token)} returning id`.execute(ctx.db);
  return rows.length === 1;
}

/** Ends a person's links: invitations (`invitation:%`) or all of them. */
export async function endLinks(ctx: Context, personId: string, which = "%"): Promise<void> {
  await sql`delete from auth_verification where value = ${personId} and identifier like ${which}`.execute(ctx.db);
}

function identifierOf(token: string): string {
  return `invitation:${tokenHash(token)}`;
}
