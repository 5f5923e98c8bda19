import { APIError, createAuthMiddleware, getIP } from "better-auth/api";
import type { SlowGuessing } from "./slow-guessing.ts";

/** Slows the guessing of one account's password: before the password is looked at, and forgets the tries once it was right. */
export function guessingHooks(guessing: SlowGuessing) {
  return {
    before: createAuthMiddleware(async (ctx) => {
      const email = emailOf(ctx.path, ctx.body);
      if (email === null) return;
      const seconds = await guessing.tryPassword(email, addressOf(ctx));
      if (seconds > 0) throw tooManyAttempts(seconds);
    }),
    after: createAuthMiddleware(async (ctx) => {
      const email = emailOf(ctx.path, ctx.body);
      if (email !== null && ctx.context.newSession) await guessing.succeeded(email, addressOf(ctx));
    }),
  };
}

type Asked = { readonly request?: Request | undefined; readonly context: { readonly options: Parameters<typeof getIP>[1] } };

function addressOf(ctx: Asked): string {
  return (ctx.request && getIP(ctx.request, ctx.context.options)) ?? "";
}

function emailOf(path: string, body: unknown): string | null {
  if (path !== "/sign-in/email" || typeof body !== "object" || body === null || !("email" in body)) return null;
  return typeof body.email === "string" ? body.email : null;
}

function tooManyAttempts(seconds: number): APIError {
  const body = { code: "TOO_MANY_ATTEMPTS", message: "Too many attempts: wait before the next one.", retryAfter: seconds };
  return new APIError("TOO_MANY_REQUESTS", body, { "Retry-After": String(seconds), "X-Retry-After": String(seconds) });
}
