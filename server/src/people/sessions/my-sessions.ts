import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { SessionsPayload, SessionView } from "./session.type.ts";
import { sessionOf } from "./session-of.ts";

/** Where the actor is signed in, the latest use first. */
export async function listMySessions(ctx: Context): Promise<readonly SessionView[]> {
  const { rows } = await sql<SessionView>`select id, created_at as "signedInAt", updated_at as "usedAt", expires_at as "expiresAt",
      nullif(ip_address, '') as address, nullif(user_agent, '') as device, id::text = ${sessionOf(ctx) ?? ""} as current
    from auth_session where user_id = ${ctx.actor.id} and expires_at > now() order by updated_at desc, id`.execute(ctx.db);
  return rows;
}

/** Ends one of the actor's own sessions. Refuses NOT_FOUND. */
export async function endMySession(ctx: Context, id: string): Promise<SessionsPayload> {
  const { rows } = await sql`delete from auth_session where id = ${checkedId(id)} and user_id = ${ctx.actor.id} returning id`.execute(
    ctx.db,
  );
  if (rows.length === 0) throw new Refusal("NOT_FOUND", { field: "id" });
  return { sessions: await listMySessions(ctx) };
}
