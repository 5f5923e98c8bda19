import type { IncomingMessage } from "node:http";
import { negotiateLanguage } from "@isonga/schema/languages";
import { fromNodeHeaders } from "better-auth/node";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { v7 as uuidv7 } from "uuid";
import type { Orm } from "./database/orm.ts";
import { PUBLIC } from "./kernel/actor.ts";
import { type Context, createContext } from "./kernel/context.ts";
import type { Auth } from "./people/auth.ts";
import { findActor } from "./people/find-actor.ts";

export type RequestContextParts = {
  readonly auth: Auth;
  readonly pool: Pool;
  readonly orm: Orm;
  readonly log: Logger;
  readonly clock: () => Date;
};

/** Makes each request's context: who asks (by the session cookie), in which language, under which id. */
export function contextOfRequest(parts: RequestContextParts): (request: IncomingMessage) => Promise<Context> {
  const { auth, pool, orm, log, clock } = parts;
  return async (request) => {
    const requestId = uuidv7();
    const session = request.headers.cookie ? await auth.api.getSession({ headers: fromNodeHeaders(request.headers) }) : null;
    const found = session ? await findActor(pool, session.user.id) : null;
    const asked = request.headers["accept-language"];
    return createContext({
      actor: found?.actor ?? PUBLIC,
      language: negotiateLanguage(asked, found?.language),
      requestId,
      log: log.child({ requestId, actor: found?.actor.id ?? null }),
      em: orm.em.fork({ useContext: true }),
      clock,
    });
  };
}
