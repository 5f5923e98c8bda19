import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { makeObjection } from "./make-objection.ts";

/** Objections from one address in an hour. */
const FROM_ONE_ADDRESS = { points: 10, duration: 60 * 60 };

/** What the route needs to know of a request. */
type Sender = { readonly ip?: string | undefined };

/**
 * Takes the form of the public page: counts it against its address, drops what a machine filled in (the field that people do not see), and
 * makes the objection. Refuses TOO_MANY_ATTEMPTS and what the verb does.
 */
export function takeObjection(pool: Pool): (ctx: Context, form: Readonly<Record<string, string>>, sender: Sender) => Promise<void> {
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    tableName: "auth_attempt",
    tableCreated: true,
    clearExpiredByTimeout: true,
    keyPrefix: "objection",
    ...FROM_ONE_ADDRESS,
  });
  return async (ctx, form, { ip = "" }) => {
    if (form["website"]) return;
    await limiter.consume(createHash("sha256").update(ip).digest("base64url")).catch((error: unknown) => {
      throw error instanceof RateLimiterRes ? new Refusal("TOO_MANY_ATTEMPTS") : error;
    });
    const text = (field: string) => form[field] ?? "";
    await makeObjection(ctx, {
      round: text("round"),
      entry: text("entry"),
      ground: text("ground"),
      text: text("text"),
      name: text("name"),
      email: text("email"),
    });
  };
}
