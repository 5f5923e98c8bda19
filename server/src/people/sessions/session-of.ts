import type { Context } from "../../kernel/context.ts";

/** Keeps which session a request came with. */
export function rememberSession(ctx: Context, sessionId: string): void {
  ctx.memo.set(SESSION, sessionId);
}

/** The session that this request came with; null for jobs, the command line and the public. */
export function sessionOf(ctx: Context): string | null {
  const id = ctx.memo.get(SESSION);
  return typeof id === "string" ? id : null;
}

const SESSION = Symbol("session");
