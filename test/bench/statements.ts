import { createRequire } from "node:module";
import { resolve } from "node:path";
import pg from "pg";

type Driver = { readonly Client: { readonly prototype: { query: (...args: unknown[]) => unknown } } };

let count = 0;

/** Both copies of the driver: the bare server's and the one that the ORM brings. Before anything connects. */
const fromServer = createRequire(resolve(import.meta.dirname, "../../server/package.json"));
const ofOrm = createRequire(fromServer.resolve("@mikro-orm/postgresql"))("pg") as Driver;
for (const prototype of new Set([(pg as unknown as Driver).Client.prototype, ofOrm.Client.prototype])) {
  const query = prototype.query;
  prototype.query = function counted(this: unknown, ...args: unknown[]): unknown {
    count += 1;
    return query.apply(this, args);
  };
}

/** Statements that this process has sent so far, over whatever connection. */
export function countStatements(): number {
  return count;
}
