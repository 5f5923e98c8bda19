import { type Orm, openOrm } from "@isonga/server/database/orm";
import { entities } from "@isonga/server/entities";
import { type Actor, OPERATOR } from "@isonga/server/kernel/actor";
import { type Context, createContext } from "@isonga/server/kernel/context";
import { type Files, noFiles } from "@isonga/server/kernel/files/files";
import { createLog } from "@isonga/server/log";

/** A pool of a test's own over a database, with contexts to call verbs under, without a server. */
export type Connected = { readonly orm: Orm; context(actor?: Actor, now?: () => Date): Context; stop(): Promise<void> };

/** Connects as whatever role the URL names; without files, unless some are told. */
export async function connect(url: string, files: Files = noFiles): Promise<Connected> {
  const orm = await openOrm({ url, entities, pool: 4 });
  const log = createLog({ level: process.env["TEST_LOG"] ?? "silent", format: "json" });
  return {
    orm,
    context: (actor = OPERATOR, now = () => new Date()) =>
      createContext({ actor, language: "en", requestId: "test", log, em: orm.em.fork({ useContext: true }), clock: now, files }),
    stop: () => orm.close(true),
  };
}
