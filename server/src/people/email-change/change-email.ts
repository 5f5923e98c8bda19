import { randomBytes } from "node:crypto";
import { isLanguage } from "@isonga/schema/languages";
import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import { actingAs, type Context } from "../../kernel/context.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { tokenHash } from "../../mail/mailer.ts";
import { writeLetter } from "../../mail/write-letter.ts";
import { endLinks } from "../invitations/invitation-token.ts";
import { emailProblems } from "../person-rules.ts";

/** Milliseconds in which the link to a new address is followed. */
const LINK_LIFE = 24 * 60 * 60 * 1000;

/**
 * Writes a letter with a link to the address that somebody wishes to have; the account keeps its present one until the link is followed.
 * An earlier wish ends. Refuses REQUIRED, INVALID_EMAIL, and ALREADY_EXISTS (an account has it, perhaps one's own).
 */
export async function requestEmailChange(ctx: Context, wish: { readonly personId: string; readonly email: string }): Promise<void> {
  const email = wish.email.trim().toLowerCase();
  refuseAll(emailProblems(email));
  const person = await personOf(ctx, wish.personId);
  await atomically(acting(ctx, person), { verb: "requestEmailChange" }, async () => {
    const { rows } = await sql`select from person where email = ${email}`.execute(ctx.db);
    if (rows.length > 0) throw new Refusal("ALREADY_EXISTS", { field: "email" });
    await endLinks(ctx, person.id, "email:%");
    const token = randomBytes(24).toString("base64url");
    const now = ctx.now();
    await sql`insert into auth_verification (id, identifier, value, expires_at, created_at, updated_at)
      values (${ctx.newId()}, ${`${prefixOf(token)}${email}`}, ${person.id}, ${new Date(now.getTime() + LINK_LIFE)}, ${now}, ${now})`.execute(
      ctx.db,
    );
    await writeLetter(ctx, { ...person, email }, { kind: "EMAIL_CHANGE", token });
  });
}

/**
 * Follows such a link: the account has the new address, other links of its person end, and the old address is written to. False when the
 * link is unknown, spent or too old. Refuses ALREADY_EXISTS when an account has taken the address meanwhile.
 */
export async function confirmEmailChange(ctx: Context, token: string): Promise<boolean> {
  const prefix = prefixOf(token);
  const { rows } = await sql<{
    personId: string;
    email: string;
  }>`select value as "personId", substr(identifier, ${prefix.length + 1}) as email
    from auth_verification where starts_with(identifier, ${prefix}) and expires_at > ${ctx.now()}`.execute(ctx.db);
  const [link] = rows;
  if (!link) return false;
  const person = await personOf(ctx, link.personId);
  return atomically(acting(ctx, person), { verb: "confirmEmailChange" }, async () => {
    const spent = await sql`delete from auth_verification where starts_with(identifier, ${prefix}) returning id`.execute(ctx.db);
    if (spent.rows.length === 0) return false;
    const changed =
      await sql`update person set email = ${link.email}, email_verified = true, version = version + 1, updated_at = ${ctx.now()}
      where id = ${person.id} and not exists (select from person other where other.email = ${link.email}) returning id`.execute(ctx.db);
    if (changed.rows.length === 0) throw new Refusal("ALREADY_EXISTS", { field: "email" });
    await endLinks(ctx, person.id);
    await writeLetter(ctx, person, { kind: "EMAIL_CHANGED", email: link.email });
    return true;
  });
}

async function personOf(ctx: Context, id: string) {
  const { rows } = await sql<{ id: string; name: string; email: string; language: string }>`select id, name, email, language from person
    where id = ${id} and disabled_at is null`.execute(ctx.db);
  const [person] = rows;
  if (!person) throw new Refusal("NOT_FOUND");
  return { ...person, language: isLanguage(person.language) ? person.language : ("en" as const) };
}

function acting(ctx: Context, { id, name }: { readonly id: string; readonly name: string }): Context {
  return actingAs(ctx, { id, kind: "PERSON", name, grants: [] });
}

/** The address follows it, so that one row holds the wish and the person's other links stay apart. */
function prefixOf(token: string): string {
  return `email:${tokenHash(token)}:`;
}
