import { randomBytes } from "node:crypto";
import pg from "pg";

/** A database of one test file's own. */
export type TestDatabase = {
  /** As the role that owns the tables. */
  readonly ownerUrl: string;
  /** As the role of the running app, which has only what it was granted. */
  readonly appUrl: string;
  /** Ends its sessions and removes it. */
  drop(): Promise<void>;
};

/** What the global setup tells the tests about the one PostgreSQL of this run. */
export type TestCluster = {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Goes when the PostgreSQL goes: a place for what is made once a run. */
  readonly folder: string;
};

/** Name of the migrated database that fresh ones are copied from. */
export const templateName = "isonga_template";

/** A fresh database: a copy of the migrated template (or of the one that is named), or an empty one. */
export async function freshDatabase(options: { readonly empty?: boolean; readonly template?: string } = {}): Promise<TestDatabase> {
  const cluster = testCluster();
  const name = `t_${randomBytes(8).toString("hex")}`;
  await administer(
    cluster,
    `create database ${name} owner isonga_owner${options.empty ? "" : ` template ${options.template ?? templateName} strategy file_copy`}`,
  );
  return {
    ownerUrl: withDatabase(cluster.ownerUrl, name),
    appUrl: withDatabase(cluster.appUrl, name),
    drop: () => administer(cluster, `drop database if exists ${name} with (force)`),
  };
}

/** Runs statements as the superuser. */
export async function administer(cluster: TestCluster, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client(cluster.adminUrl);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same connection to another database of the cluster. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** The PostgreSQL of this test run. Throws outside of one. */
export function testCluster(): TestCluster {
  const told = process.env["ISONGA_TEST_CLUSTER"];
  if (!told) throw new Error("There is no test database: run this through vitest, in a project whose global setup starts one.");
  return JSON.parse(told) as TestCluster;
}
