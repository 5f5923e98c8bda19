import { join } from "node:path";
import { destination, pino } from "pino";
import { migrations } from "../../migrations/index.ts";
import { newerDatabaseProblem } from "../database/database-problems.ts";
import { type OpenDatabase, openDatabase } from "../database/open-database.ts";
import { type Orm, openOrm, poolOf } from "../database/orm.ts";
import { entities } from "../entities.ts";
import { type Env, readEnv } from "../env.ts";
import { provideImporters } from "../importers.ts";
import { OPERATOR } from "../kernel/actor.ts";
import { type Context, createContext } from "../kernel/context.ts";
import { openFiles } from "../kernel/files/files.ts";
import { configureMail } from "../mail/mailer.ts";
import { StartProblem } from "../problem.ts";
import type { Io } from "./io.ts";

/** The platform without its server: what a command works with, beside a running server or alone. */
export type Platform = { readonly env: Env; readonly database: OpenDatabase; readonly orm: Orm; readonly ctx: Context };

/** Runs the work on the migrated database as the operator, and lets go of everything afterwards. */
export async function withPlatform<T>(io: Io, work: (platform: Platform) => Promise<T>): Promise<T> {
  return withDatabase(io, async (env, database) => {
    const orm = await openOrm({ url: database.appUrl, entities, pool: Math.max(3, env.databasePool) });
    try {
      await refuseUnmigrated(orm);
      configureMail(orm, { publicUrl: env.publicUrl, smtpUrl: env.smtpUrl, from: env.mailFrom, folder: join(env.dataFolder, "mail") });
      provideImporters();
      return await work({ env, database, orm, ctx: operatorContext(io, env, orm) });
    } finally {
      await orm.close();
    }
  });
}

/** Runs the work on the database as it is, migrated or not. */
export async function withDatabase<T>(io: Io, work: (env: Env, database: OpenDatabase) => Promise<T>): Promise<T> {
  const env = readEnv();
  const database = await openDatabase(env, { purpose: "command", log: io.say });
  try {
    return await work(env, database);
  } finally {
    await database.stop();
  }
}

/** The role of the app when it is another than the owner of the tables. */
export function appRole({ ownerUrl, appUrl }: OpenDatabase): { readonly appRole?: string } {
  const [owner, app] = [ownerUrl, appUrl].map((url) => decodeURIComponent(new URL(url).username));
  return app === owner || app === undefined ? {} : { appRole: app };
}

function operatorContext(io: Io, env: Env, orm: Orm): Context {
  return createContext({
    actor: OPERATOR,
    language: io.language,
    requestId: `command-${process.pid}`,
    log: pino({ level: "error", base: null }, destination(2)),
    em: orm.em.fork({ useContext: true }),
    clock: () => new Date(),
    files: openFiles(env),
  });
}

async function refuseUnmigrated(orm: Orm): Promise<void> {
  const pool = await poolOf(orm);
  const { rows } = await pool.query<{ found: string | null }>("select to_regclass('schema_migration')::text as found");
  const done = rows[0]?.found ? (await pool.query<{ name: string }>("select name from schema_migration")).rows.map(({ name }) => name) : [];
  const known = migrations.map(({ name }) => name);
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw newerDatabaseProblem(unknown);
  if (known.some((name) => !done.includes(name)))
    throw new StartProblem("The database is not up to date.", "Run: npx -y pnpm isonga migrate");
}
