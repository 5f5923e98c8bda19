import { createRequire } from "node:module";
import { resolve } from "node:path";
import pg from "pg";

type Driver = { readonly Client: { readonly prototype: { query: (...args: unknown[]) => unknown } } };

let count = 0;
let heard: string[] | null = null;

/** Both copies of the driver: the tests' own and the one that the ORM brings. Before anything connects. */
const fromServer = createRequire(resolve(import.meta.dirname, "../../server/package.json"));
const ofOrm = createRequire(fromServer.resolve("@mikro-orm/postgresql"))("pg") as Driver;
for (const prototype of new Set([(pg as unknown as Driver).Client.prototype, ofOrm.Client.prototype])) {
  const query = prototype.query;
  prototype.query = function counted(this: unknown, ...args: unknown[]): unknown {
    count += 1;
    heard?.push(textOf(args[0]));
    return query.apply(this, args);
  };
}

/** Statements that this process has sent so far, over whatever connection. */
export function countStatements(): number {
  return count;
}

/**
 * The statements that this process sent while the work was done, without their values, and without those by which workers look for jobs.
 * Whoever imports this does so before the platform connects, and waits for what goes on in the background before asking.
 */
export async function statementsOf<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly statements: readonly string[] }> {
  const own: string[] = [];
  heard = own;
  try {
    return { answer: await work(), statements: own.filter((text) => !text.includes(OF_WORKERS)) };
  } finally {
    heard = null;
  }
}

const OF_WORKERS = '"graphile_worker"._private';

function textOf(statement: unknown): string {
  return typeof statement === "string" ? statement : ((statement as { readonly text?: string } | undefined)?.text ?? "");
}
