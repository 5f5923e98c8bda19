import { hashPassword } from "better-auth/crypto";
import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import { actingAs, type Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { findInvited, type Invited, spendInvitation } from "./invitation-token.ts";

/** Whom a link invites. Refuses INVITATION_EXPIRED. */
export async function findInvitation(ctx: Context, token: string): Promise<Invited> {
  const invited = await findInvited(ctx, token);
  if (!invited) throw new Refusal("INVITATION_EXPIRED", { field: "token" });
  return invited;
}

/** Spends the link and gives its person this password. Answers the person's id. Refuses INVITATION_EXPIRED. */
export async function acceptInvitation(ctx: Context, call: { readonly token: string; readonly password: string }): Promise<string> {
  const { id, name } = await findInvitation(ctx, call.token);
  const hash = await hashPassword(call.password);
  const acting = actingAs(ctx, { id, kind: "PERSON", name, grants: [] });
  await atomically(acting, { verb: "acceptInvitation" }, async () => {
    if (!(await spendInvitation(acting, call.token))) throw new Refusal("INVITATION_EXPIRED", { field: "token" });
    const now = acting.now();
    await sql`delete from auth_account where user_id = ${id} and provider_id = 'credential'`.execute(acting.db);
    await sql`insert into auth_account (id, user_id, account_id, provider_id, password, created_at, updated_at)
      values (${acting.newId()}, ${id}, ${id}, 'credential', ${hash}, ${now}, ${now})`.execute(acting.db);
    await sql`update person set email_verified = true, version = version + 1, updated_at = ${now} where id = ${id}`.execute(acting.db);
  });
  return id;
}
