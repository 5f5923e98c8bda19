import { createRequire } from "node:module";
import { resolve } from "node:path";
import pg from "pg";

type Driver = { readonly Client: { readonly prototype: { query: (...args: unknown[]) => unknown } } };

let count = 0;
type Heard = { readonly connection: unknown; readonly text: string };

let heard: Heard[] | null = null;

/** Both copies of the driver: the tests' own and the one that the ORM brings. Before anything connects. */
const fromServer = createRequire(resolve(import.meta.dirname, "../../server/package.json"));
const ofOrm = createRequire(fromServer.resolve("@mikro-orm/postgresql"))("pg") as Driver;
for (const prototype of new Set([(pg as unknown as Driver).Client.prototype, ofOrm.Client.prototype])) {
  const query = prototype.query;
  prototype.query = function counted(this: unknown, ...args: unknown[]): unknown {
    count += 1;
    heard?.push({ connection: this, text: textOf(args[0]) });
    return query.apply(this, args);
  };
}

/** Statements that this process has sent so far, over whatever connection. */
export function countStatements(): number {
  return count;
}

/**
 * The statements that this process sent while the work was done, without their values, and without those by which workers look for jobs.
 * Whoever imports this does so before the platform connects, and waits for what goes on in the background before asking. `transaction`: those
 * of the first one that was begun; what its commit sets going, such as letters, is no part of it.
 */
export async function statementsOf<T>(
  work: () => Promise<T>,
): Promise<{ readonly answer: T; readonly statements: readonly string[]; readonly transaction: readonly string[] }> {
  const own: Heard[] = [];
  heard = own;
  try {
    const answer = await work();
    const known = own.filter(({ text }) => !text.includes(OF_WORKERS));
    return { answer, statements: known.map(({ text }) => text), transaction: firstTransaction(known) };
  } finally {
    heard = null;
  }
}

const OF_WORKERS = '"graphile_worker"._private';

function firstTransaction(all: readonly Heard[]): readonly string[] {
  const begun = all.findIndex(({ text }) => text.startsWith("begin"));
  const texts = begun < 0 ? [] : all.slice(begun).flatMap(({ connection, text }) => (connection === all[begun]?.connection ? [text] : []));
  return texts.slice(0, texts.findIndex((text) => text === "commit" || text === "rollback") + 1);
}

function textOf(statement: unknown): string {
  return typeof statement === "string" ? statement : ((statement as { readonly text?: string } | undefined)?.text ?? "");
}
