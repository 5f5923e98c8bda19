import { sql } from "kysely";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal, refusalsOf, refuseAll } from "../../kernel/refusal.ts";
import { writeLetter } from "../../mail/write-letter.ts";
import { createPerson } from "../create-person.ts";
import { type FoundScope, findScope } from "../grants/find-scope.ts";
import { grantPolicy } from "../grants/grant.policy.ts";
import type { GrantInput } from "../grants/grant.type.ts";
import { findPerson } from "../list-people.ts";
import type { InvitePersonInput } from "../person.inputs.ts";
import { emailProblems, nameProblems } from "../person-rules.ts";
import type { PersonPayload } from "../person-view.type.ts";
import { makeInvitation } from "./invitation-token.ts";

/**
 * Makes an account without a password and writes its person a letter with the link to choose one. Refuses what is not filled, an
 * address that has an account (ALREADY_EXISTS), roles without their scope, and FORBIDDEN roles that the actor may not give.
 */
export async function invitePerson(ctx: Context, input: InvitePersonInput): Promise<PersonPayload> {
  const { language } = input;
  const [name, email] = [input.name.trim(), input.email.trim().toLowerCase()];
  const scopes = await checkInvitation(ctx, input);
  const id = await createPerson(ctx, { name, email, language, grants: input.grants, invitedAt: ctx.now() }).catch(refuseTwice);
  const { token, until } = await makeInvitation(ctx, id);
  const grants = input.grants.map(({ role }, at) => ({ role, place: scopes[at]?.name ?? null }));
  await writeLetter(ctx, { name, email, language }, { kind: "INVITATION", by: byOf(ctx), grants, token, until });
  return { person: await findPerson(ctx, id) };
}

/** The name under which a letter says who wrote it; null for the platform itself. */
export function byOf(ctx: Context): string | null {
  return ctx.actor.kind === "PERSON" ? ctx.actor.name : null;
}

async function checkInvitation(ctx: Context, input: InvitePersonInput): Promise<readonly FoundScope[]> {
  const { rows } = await sql`select from person where email = ${input.email.trim().toLowerCase()}`.execute(ctx.db);
  // One after the other: they share the transaction's connection.
  const checked: Awaited<ReturnType<typeof scopeOrRefusals>>[] = [];
  for (const [at, grant] of input.grants.entries()) checked.push(await scopeOrRefusals(ctx, grant, `grants.${at}.`));
  refuseAll([
    ...nameProblems(input.name),
    ...emailProblems(input.email),
    ...(rows.length > 0 ? [new Refusal("ALREADY_EXISTS", { field: "email" })] : []),
    ...(input.grants.length === 0 ? [new Refusal("REQUIRED", { field: "grants" })] : []),
    ...checked.flatMap((one) => ("refusals" in one ? one.refusals : [])),
  ]);
  const scopes = checked.flatMap((one) => ("refusals" in one ? [] : [one]));
  scopes.forEach(({ path }, at) => {
    const grant = input.grants[at];
    if (grant) authorize(ctx.actor, grantPolicy.give(ctx.actor, { role: grant.role, path }, null));
  });
  return scopes;
}

async function scopeOrRefusals(
  ctx: Context,
  grant: GrantInput,
  field: string,
): Promise<FoundScope | { readonly refusals: readonly Refusal[] }> {
  try {
    return await findScope(ctx, grant, field);
  } catch (error) {
    const refusals = refusalsOf(error);
    if (!refusals) throw error;
    return { refusals };
  }
}

/** Two invitations of one address at the same instant: the second meets the table's own rule. */
function refuseTwice(error: unknown): never {
  const constraint = error instanceof Error && "constraint" in error ? error.constraint : null;
  throw constraint === "person_email_key" ? new Refusal("ALREADY_EXISTS", { field: "email" }) : error;
}
