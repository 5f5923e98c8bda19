import type { IncomingMessage } from "node:http";
import { type Language, negotiateLanguage } from "@isonga/schema/languages";
import { fromNodeHeaders } from "better-auth/node";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { v7 as uuidv7 } from "uuid";
import type { Orm } from "./database/orm.ts";
import { PUBLIC } from "./kernel/actor.ts";
import { type Context, createContext } from "./kernel/context.ts";
import type { Files } from "./kernel/files/files.ts";
import type { Auth } from "./people/auth.ts";
import { findActor } from "./people/find-actor.ts";
import { rememberSession } from "./people/sessions/session-of.ts";

export type RequestContextParts = {
  readonly auth: Auth;
  readonly pool: Pool;
  readonly orm: Orm;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly files: Files;
};

/** Makes the context of a request. */
export type ContextOfRequest = (request: IncomingMessage) => Promise<Context>;

/** Makes each request's context: who asks (by the session cookie), in which language, under which id. */
export function contextOfRequest(parts: RequestContextParts): ContextOfRequest {
  const { auth, pool, orm, log, clock, files } = parts;
  return async (request) => {
    const requestId = uuidv7();
    const session = request.headers.cookie ? await auth.api.getSession({ headers: fromNodeHeaders(request.headers) }) : null;
    const found = session ? await findActor(pool, session.user.id, clock()) : null;
    const asked = request.headers["accept-language"];
    const ctx = createContext({
      actor: found?.actor ?? PUBLIC,
      language: negotiateLanguage(asked, found?.language),
      requestId,
      log: log.child({ requestId, actor: found?.actor.id ?? null }),
      em: orm.em.fork({ useContext: true }),
      clock,
      files,
    });
    if (session) rememberSession(ctx, session.session.id);
    return ctx;
  };
}

/** The context of whoever reads what is public: nobody's, so no session is looked up. The language may be told by the page's address. */
export function publicContextOfRequest({
  orm,
  log,
  clock,
}: Pick<RequestContextParts, "orm" | "log" | "clock">): (request: IncomingMessage, language?: Language) => Promise<Context> {
  return async (request, language) => {
    const requestId = uuidv7();
    return createContext({
      actor: PUBLIC,
      language: language ?? negotiateLanguage(request.headers["accept-language"]),
      requestId,
      log: log.child({ requestId }),
      em: orm.em.fork({ useContext: true }),
      clock,
    });
  };
}
