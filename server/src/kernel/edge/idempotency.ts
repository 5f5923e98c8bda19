import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "../context.ts";
import { Refusal } from "../refusal.ts";

export type KeyedCall = { readonly key: string; readonly verb: string; readonly input: unknown };

/**
 * Does the act once per actor and key, inside its transaction: a repeat waits for the first and gets its answer; the same key with
 * another input is refused (IDEMPOTENCY_KEY_REUSED). A refused first act leaves no trace, so its repeat is tried anew.
 */
export async function answerOnce(ctx: Context, call: KeyedCall, act: () => Promise<object>): Promise<object> {
  const actor = ctx.actor.id ?? ctx.actor.kind;
  const hash = createHash("sha256").update(JSON.stringify(call.input)).digest("hex");
  const claimed = await sql`insert into idempotency_key (actor_id, key, verb, input_hash, created_at)
    values (${actor}, ${call.key}, ${call.verb}, ${hash}, ${ctx.now()}) on conflict do nothing returning key`.execute(ctx.db);
  if (claimed.rows.length === 0) return firstAnswer(ctx, actor, { ...call, input: hash });
  const answer = await act();
  await ctx.em.flush();
  await sql`update idempotency_key set answer = ${packAnswer(answer)}::jsonb where actor_id = ${actor} and key = ${call.key}`.execute(
    ctx.db,
  );
  return answer;
}

async function firstAnswer(ctx: Context, actor: string, call: KeyedCall): Promise<object> {
  const { rows } = await sql<{ verb: string; input_hash: string; answer: string }>`select verb, input_hash, answer::text as answer
    from idempotency_key where actor_id = ${actor} and key = ${call.key}`.execute(ctx.db);
  const [first] = rows;
  if (!first || first.verb !== call.verb || first.input_hash !== call.input)
    throw new Refusal("IDEMPOTENCY_KEY_REUSED", { field: "idempotencyKey" });
  return unpackAnswer(first.answer);
}

/** Payloads are plain data; dates are tagged, since JSON knows none. */
export function packAnswer(answer: object): string {
  return JSON.stringify(answer, function tagDates(this: Record<string, unknown>, key, value: unknown) {
    return this[key] instanceof Date ? { $date: this[key].toISOString() } : value;
  });
}

export function unpackAnswer(text: string): object {
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === "object" && value !== null && "$date" in value ? new Date(String(value.$date)) : value,
  ) as object;
}
