import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureDataFolder, folderProblem } from "../kept-text.ts";
import { StartProblem } from "../problem.ts";
import { type Binaries, findBinaries, reachableBinaries } from "./postgres-binaries.ts";
import { mayEnter, publicFolder, type Runner, runnerFor } from "./postgres-user.ts";

/** An embedded cluster: where its files lie, who runs it, and the passwords of its roles. */
export type Cluster = {
  /** PGDATA. */
  readonly folder: string;
  readonly binaries: Binaries;
  readonly runner: Runner;
  readonly passwords: Passwords;
  /** Where PostgreSQL writes its log. */
  readonly logFile: string;
};

type Passwords = { readonly superuser: string; readonly owner: string; readonly app: string };
type Kept = { readonly folder: string; readonly passwords: Passwords };

/**
 * The cluster of a data folder: the one that `postgres.json` there names, or a new one, not yet initialised. It lies in
 * `<data>/postgres`; when root starts us and PostgreSQL's user cannot go there (a clone under a closed home), in `/var/lib/isonga`,
 * and `log` says so. Refuses when the folder cannot be written.
 */
export function openCluster(dataFolder: string, log: (line: string) => void): Cluster {
  ensureDataFolder(dataFolder);
  const kept = readKept(dataFolder);
  const runner = runnerFor(kept?.folder);
  if (!kept && existsSync(join(dataFolder, "postgres"))) throw lostPasswords(dataFolder);
  const folder = kept?.folder ?? placeFor(dataFolder, runner, log);
  const passwords = kept?.passwords ?? { superuser: password(), owner: password(), app: password() };
  if (!kept) writeKept(dataFolder, { folder, passwords });
  if (kept && runner.uid !== null && !mayEnter(dirname(folder), runner)) throw closedFolder(folder);
  return { folder, runner, passwords, binaries: reachableBinaries(findBinaries(), runner), logFile: join(dataFolder, "postgres.log") };
}

function readKept(dataFolder: string): Kept | null {
  const path = join(dataFolder, "postgres.json");
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Kept;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    if (error instanceof SyntaxError)
      throw new StartProblem(`${path} is damaged, and it holds the database's passwords.`, "Restore it from a backup of the data folder.");
    throw folderProblem(error, dataFolder);
  }
}

/** Written whole or not at all, so that a kill in between leaves no half of it. */
function writeKept(dataFolder: string, kept: Kept): void {
  const path = join(dataFolder, "postgres.json");
  writeFileSync(`${path}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function placeFor(dataFolder: string, runner: Runner, log: (line: string) => void): string {
  if (runner.uid === null || mayEnter(dataFolder, runner)) return join(dataFolder, "postgres");
  const place = mkdtempSync(join(publicFolder().folder, "database-"));
  chmodSync(place, 0o711);
  log(`The user ${runner.name}, who runs the database because root may not, cannot enter ${dataFolder}: the database is kept in ${place}.`);
  return join(place, "postgres");
}

function lostPasswords(dataFolder: string): StartProblem {
  return new StartProblem(
    `${join(dataFolder, "postgres.json")} is missing, and it holds the passwords of the database beside it.`,
    "Restore it from a backup, or move the folder postgres away to begin with an empty database.",
  );
}

function closedFolder(folder: string): StartProblem {
  return new StartProblem(
    `The database in ${folder} belongs to a user who cannot enter that folder any more.`,
    "Open the folders above it (chmod o+x), or start Isonga as the user who started it first.",
  );
}

function password(): string {
  return randomBytes(24).toString("base64url");
}
