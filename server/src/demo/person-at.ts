import { sql } from "kysely";
import type { Pool } from "pg";
import { type Context, createContext } from "../kernel/context.ts";
import { findActor } from "../people/find-actor.ts";

/** What somebody of the demo acts with at an instant of its story, inside the same transaction. */
export async function personAt(ctx: Context, email: string, instant: Date): Promise<Context> {
  const { rows } = await sql<{ id: string }>`select id from person where email = ${email}`.execute(ctx.db);
  const pool = (await ctx.em.getConnection().getNativeClient()) as Pool;
  const found = await findActor(pool, rows[0]?.id ?? ctx.newId(), instant);
  if (!found) throw new Error(`The demo has nobody called ${email}`);
  const { requestId, log, em, files } = ctx;
  return createContext({ actor: found.actor, language: found.language, requestId, log, em, files, clock: () => instant });
}
