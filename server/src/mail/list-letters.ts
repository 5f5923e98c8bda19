import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { type Connection, connectionFrom, keyset, type PageArgs, pageOf } from "../kernel/graphql/connection.ts";
import type { LetterState, LetterView } from "./letter.type.ts";

export type LetterFilter = { readonly search?: string | null; readonly state?: LetterState | null };

const letters = sql`(select id, kind, recipient, language, subject, body_text as text, attempts, last_error as "lastError",
  created_at as "createdAt", sent_at as "sentAt",
  case when sent_at is not null then 'SENT' when last_error is not null then 'FAILING' when attempts = 0 then 'WAITING' else 'KEPT' end as state
  from letter) as letter`;

/** Letters, newest first, of a state and with a part of the recipient's address. For administrators: the resolver says so. */
export async function listLetters(ctx: Context, args: PageArgs, filter: LetterFilter): Promise<Connection<LetterView>> {
  const page = pageOf(args);
  const { where, orderBy, limit } = keyset(page, { columns: [sql`id`], descending: true });
  const search = filter.search?.trim().slice(0, LIMITS.searchLength) || null;
  const { rows } = await sql<LetterView>`select * from ${letters}
    where (${search}::text is null or position(lower(${search}::text) in recipient) > 0)
      and (${filter.state ?? null}::text is null or state = ${filter.state ?? null}::text) and ${where} ${orderBy} ${limit}`.execute(
    ctx.db,
  );
  return connectionFrom(rows, page, (row) => [row.id]);
}

/** One letter, or null. For administrators: the resolver says so. */
export async function findLetter(ctx: Context, id: string): Promise<LetterView | null> {
  const { rows } = await sql<LetterView>`select * from ${letters} where id = ${id}::uuid`.execute(ctx.db);
  return rows[0] ?? null;
}
