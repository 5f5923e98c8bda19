import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";

/**
 * Call after the change, in its transaction: refuses LAST_ADMINISTRATOR when nobody who can sign in would be left as administrator.
 * One at a time, so that two administrators cannot remove each other at once.
 */
export async function keepAnAdministrator(ctx: Context, change: () => Promise<void>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('people.last-administrator'))`.execute(ctx.db);
  const before = await administrators(ctx);
  await change();
  if (before > 0 && (await administrators(ctx)) === 0) throw new Refusal("LAST_ADMINISTRATOR");
}

async function administrators(ctx: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from person
    where disabled_at is null and exists (select from auth_account where user_id = person.id)
      and exists (select from role_grant where person_id = person.id and role = 'ADMINISTRATOR' and scope = 'PLATFORM')`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}
