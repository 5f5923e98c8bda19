import { randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { sql } from "kysely";
import { atomically } from "../kernel/atomically.ts";
import type { Context } from "../kernel/context.ts";
import { Refusal, refuseAll } from "../kernel/refusal.ts";
import { createPerson, type NewGrant } from "../people/create-person.ts";
import { disablePerson } from "../people/disable-person.ts";
import { findScope } from "../people/grants/find-scope.ts";
import { invitePerson } from "../people/invitations/invite-person.ts";
import { listPeople } from "../people/list-people.ts";
import { emailProblems, nameProblems } from "../people/person-rules.ts";
import { findJurisdiction } from "../places/find-jurisdiction.ts";
import { loadRound } from "../results/load-round.ts";
import type { Io } from "./io.ts";
import type { Add } from "./user-command.ts";
import { words } from "./words.ts";

/** Makes an account with one role, with a password of ours or by a letter. */
export async function add(ctx: Context, io: Io, { email, name, role, reads = io.language, invite, ...scope }: Add): Promise<void> {
  const grant = await grantOf(ctx, { role, ...scope });
  if (invite) {
    await atomically(ctx, { verb: "invitePerson" }, () => invitePerson(ctx, { email, name, language: reads, grants: [grant] }));
    return io.say(words(io, "user.invited", { email }));
  }
  const password = newPassword();
  await atomically(ctx, { verb: "createPerson" }, async () => {
    const { rows } = await sql`select from person where email = ${email.trim().toLowerCase()}`.execute(ctx.db);
    refuseAll([
      ...nameProblems(name),
      ...emailProblems(email),
      ...(rows.length > 0 ? [new Refusal("ALREADY_EXISTS", { field: "email" })] : []),
    ]);
    await createPerson(ctx, { email: email.trim(), name: name.trim(), language: reads, password, grants: [grant] });
  });
  io.say(words(io, "user.added", { email }));
  io.put(password);
}

async function grantOf(
  ctx: Context,
  { role, place, country, round }: Pick<Add, "role" | "place" | "country" | "round">,
): Promise<NewGrant> {
  const area = place === undefined ? null : await findJurisdiction(ctx, { country, code: place });
  if (place !== undefined && !area) throw new Refusal("UNKNOWN_REFERENCE", { field: "place", values: { value: place } });
  const grant = { role, ...(area ? { jurisdictionId: area.id } : {}), ...(round ? { roundId: (await loadRound(ctx, round)).id } : {}) };
  await findScope(ctx, grant);
  return grant;
}

/** Prints every account. */
export async function list(ctx: Context, io: Io): Promise<void> {
  let after: string | null = null;
  do {
    const page = await listPeople(ctx, { first: 100, after }, {});
    for (const { email, name, state, grants } of page.nodes)
      io.put([email, name, state, [...new Set(grants.map(({ role }) => role))].join(" ")].join("\t"));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}

/** Gives an account a new password and ends its sessions. */
export async function resetPassword(ctx: Context, io: Io, email: string): Promise<void> {
  const password = newPassword();
  const hash = await hashPassword(password);
  await atomically(ctx, { verb: "resetPassword" }, async () => {
    const { id } = await personAt(ctx, email);
    const now = ctx.now();
    await sql`delete from auth_account where user_id = ${id} and provider_id = 'credential'`.execute(ctx.db);
    await sql`insert into auth_account (id, user_id, account_id, provider_id, password, created_at, updated_at)
      values (${ctx.newId()}, ${id}, ${id}, 'credential', ${hash}, ${now}, ${now})`.execute(ctx.db);
    await sql`delete from auth_session where user_id = ${id}`.execute(ctx.db);
    await sql`update person set email_verified = true, version = version + 1, updated_at = ${now} where id = ${id}`.execute(ctx.db);
  });
  io.say(words(io, "user.resetDone", { email }));
  io.put(password);
}

/** Keeps a person from signing in. Refuses LAST_ADMINISTRATOR. */
export async function disable(ctx: Context, io: Io, email: string): Promise<void> {
  await atomically(ctx, { verb: "disablePerson" }, async () => disablePerson(ctx, await personAt(ctx, email)));
  io.say(words(io, "user.disabled", { email }));
}

async function personAt(ctx: Context, email: string): Promise<{ readonly id: string; readonly version: number }> {
  const { rows } = await sql<{
    id: string;
    version: number;
  }>`select id, version from person where email = ${email.trim().toLowerCase()}`.execute(ctx.db);
  const [person] = rows;
  if (!person) throw new Refusal("NOT_FOUND", { field: "email" });
  return person;
}

function newPassword(): string {
  return randomBytes(15).toString("base64url");
}
