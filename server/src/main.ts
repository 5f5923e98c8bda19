import { sql } from "kysely";
import { type RunningApp, startApp } from "./app.ts";
import { databaseProblem, newerDatabaseProblem } from "./database/database-problems.ts";
import { migrate, NewerDatabase } from "./database/migrate.ts";
import { openDatabase } from "./database/open-database.ts";
import { DEMO_JUDGES, DEMO_PEOPLE, DEMO_PEOPLE_ID, DEMO_PEOPLE_KIPP } from "./demo/accounts.ts";
import { loadDemo } from "./demo/load-demo.ts";
import { authSecret, type Env, readEnv } from "./env.ts";
import type { Context } from "./kernel/context.ts";
import { listenProblem } from "./listen-problem.ts";
import { createLog } from "./log.ts";
import { StartProblem } from "./problem.ts";
import type { Running, Starting } from "./running.ts";

/** Starts the server: its database, the migrations, the app, and once the demo. Refuses with a `StartProblem`. */
export async function main({ step }: Starting): Promise<Running> {
  const env = readEnv();
  const log = createLog({ level: env.logLevel, format: env.logFormat });
  const database = await openDatabase(env, { purpose: "server", log: step });
  try {
    await migrateOrExplain(database, step);
    const app = await startApp({ env, databaseUrl: database.appUrl, secret: authSecret(env), log }).catch((error: unknown) => {
      throw listenProblem(error, env.host, env.port);
    });
    const demoAccounts = await withDemoOrWithout(app, env, step).catch(async (error: unknown) => {
      await app.stop();
      throw error;
    });
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      await app.stop();
      await database.stop();
    };
    return { url: env.publicUrl, demoAccounts, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** The demo's accounts where one is asked for; in production the promise that there are none. */
async function withDemoOrWithout(app: RunningApp, env: Env, step: Starting["step"]): Promise<Running["demoAccounts"]> {
  if (env.mode === "production") await refuseDemoAccounts(app.operatorContext());
  return env.demo ? loadDemo({ contextAt: (instant) => app.operatorContext("demo", instant), step }) : [];
}

/** Accounts with a password that everybody knows are no company for real ones. */
async function refuseDemoAccounts(ctx: Context): Promise<void> {
  const { rows } =
    await sql`select from person where email = any(${[...DEMO_PEOPLE, ...DEMO_PEOPLE_ID, ...DEMO_PEOPLE_KIPP, ...DEMO_JUDGES].map(({ email }) => email)}::text[])
    and disabled_at is null`.execute(ctx.db);
  if (rows.length > 0)
    throw new StartProblem(
      "This database holds demo accounts, whose password everybody knows.",
      "Use a database of its own for production, or disable them: npx -y pnpm isonga user disable EMAIL",
    );
}

async function migrateOrExplain(database: { readonly ownerUrl: string; readonly appUrl: string }, step: Starting["step"]): Promise<void> {
  try {
    const role = decodeURIComponent(new URL(database.appUrl).username);
    const owner = decodeURIComponent(new URL(database.ownerUrl).username);
    const ran = await migrate({ ownerUrl: database.ownerUrl, ...(role === owner ? {} : { appRole: role }) });
    if (ran.length > 0) step(`Migrated the database (${ran.length} ${ran.length === 1 ? "step" : "steps"}).`);
  } catch (error) {
    throw error instanceof NewerDatabase ? newerDatabaseProblem(error.unknown) : databaseProblem(error, database.ownerUrl, "DATABASE_URL");
  }
}
