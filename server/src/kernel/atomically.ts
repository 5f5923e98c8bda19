import { sql } from "kysely";
import type { Context } from "./context.ts";

/** What the audit record says of the changes made inside. */
export type Act = { readonly verb: string; readonly reason?: string };

/**
 * Runs the work in one transaction that the audit record knows by who, which request and which verb. Nested calls join the
 * outer transaction. Whatever is thrown rolls everything back.
 */
export async function atomically<T>(ctx: Context, act: Act, work: () => Promise<T>): Promise<T> {
  return ctx.em.transactional(async (em) => {
    await sql`select set_config('isonga.actor', ${ctx.actor.id ?? ""}, true), set_config('isonga.verb', ${act.verb}, true),
      set_config('isonga.request', ${ctx.requestId}, true), set_config('isonga.reason', ${act.reason ?? ""}, true)`.execute(ctx.db);
    const result = await work();
    await em.flush();
    return result;
  });
}

/** Adds the reason of the current act to the audit record of what follows in this transaction. */
export async function becauseOf(ctx: Context, reason: string): Promise<void> {
  await sql`select set_config('isonga.reason', ${reason}, true)`.execute(ctx.db);
}
