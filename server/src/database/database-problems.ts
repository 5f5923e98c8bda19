import pg from "pg";
import { StartProblem } from "../problem.ts";
import { startProblem } from "../start-words.ts";

/** Oldest PostgreSQL that has what the schema uses. */
const oldestMajor = 15;

/** Connects once and leaves. Refuses with a {@link StartProblem} when the database cannot be reached or is too old. */
export async function probeDatabase(url: string, variable: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ server_version: string }>("show server_version");
    const version = answer.rows[0]?.server_version ?? "";
    if (Number.parseInt(version, 10) < oldestMajor)
      throw new StartProblem(`${variable} leads to PostgreSQL ${version}, which is too old.`, `Use PostgreSQL ${oldestMajor} to 18.`);
  } catch (error) {
    throw databaseProblem(error, url, variable);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The problem in an error of connecting or migrating, or the error itself when it is something else. Never shows a password. */
export function databaseProblem(error: unknown, url: string, variable: string): unknown {
  if (error instanceof StartProblem) return error;
  const { host, database, user } = partsOf(url);
  const cause = rootOf(error);
  const code = cause && "code" in cause ? String(cause.code) : "";
  const at = `${variable} leads to ${host}`;
  if (/^(ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET)$/.test(code) || /timeout/i.test(cause?.message ?? ""))
    return startProblem("noAnswer", { variable, host });
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) return startProblem("noHost", { variable, host });
  if (/^28/.test(code)) return startProblem("notLetIn", { variable, host, user });
  if (code === "3D000") return startProblem("noDatabase", { variable, host, database, user });
  if (code === "42501")
    return new StartProblem(
      `${at}, where ${user} may not do what is needed (${cause?.message}).`,
      "Let DATABASE_OWNER_URL name the role that owns the database; it grants the app's role what it needs.",
    );
  if (code === "53300")
    return new StartProblem(`${at}, which has no free connection.`, "Raise max_connections there or lower DATABASE_POOL.");
  if (/^(57P03|57P01)$/.test(code)) return new StartProblem(`${at}, which is starting or stopping.`, "Try again in a moment.");
  if (/SSL|certificate/i.test(cause?.message ?? ""))
    return new StartProblem(`${at}, where the encrypted connection failed (${cause?.message}).`, `Set sslmode in ${variable}.`);
  return error;
}

/** The problem of a database that a newer version of Isonga has migrated. */
export function newerDatabaseProblem(unknownMigrations: readonly string[]): StartProblem {
  return startProblem("newerDatabase", { migrations: unknownMigrations.join(", ") });
}

/** The problem of a backup that this version cannot read, because a newer one made it; `what` tells by what that is seen. */
export function newerBackupProblem(what: string): StartProblem {
  return new StartProblem(`The backup was made by a newer version of Isonga (${what}).`, "Restore it with that version, or a later one.");
}

function rootOf(error: unknown): Error | null {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0];
  if (error instanceof Error && error.cause instanceof Error) return rootOf(error.cause);
  return error instanceof Error ? error : null;
}

function partsOf(url: string): { host: string; database: string; user: string } {
  const { host, pathname, username } = new URL(url);
  return { host: host || "localhost", database: decodeURIComponent(pathname.slice(1)), user: decodeURIComponent(username) || "you" };
}
