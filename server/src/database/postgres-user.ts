import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProblem } from "../start-words.ts";

/** As whom PostgreSQL runs: `uid` null means as ourselves. PostgreSQL refuses to run as root. */
export type Runner = { readonly uid: null } | { readonly uid: number; readonly gid: number; readonly name: string };

/**
 * Ourselves, unless we are root: then the owner of an existing cluster, else the system's user `postgres`, which is made when the
 * system has none, else `nobody`.
 */
export function runnerFor(clusterFolder: string | undefined): Runner {
  if (process.getuid?.() !== 0) return { uid: null };
  const owner = clusterFolder && statSync(join(clusterFolder, "PG_VERSION"), { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: userOf(owner.uid)?.name ?? String(owner.uid) };
  const user = namedUser("postgres") ?? (makeUser() ? namedUser("postgres") : null) ?? namedUser("nobody");
  if (user) return user;
  throw startProblem("root", {});
}

/** Options of `spawn` that make a child run as the runner, in a folder that it may enter. */
export function spawnAs(runner: Runner): { uid?: number; gid?: number; cwd: string } {
  return runner.uid === null ? { cwd: process.cwd() } : { uid: runner.uid, gid: runner.gid, cwd: "/" };
}

/** Whether the runner may enter a folder, through all the folders above it. */
export function mayEnter(folder: string, runner: Runner): boolean {
  try {
    execFileSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { ...spawnAs(runner), stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A folder that every user may enter: `/var/lib/isonga`, which only root writes and which stays, else the one for temporary files. */
export function publicFolder(): { readonly folder: string; readonly lasting: boolean } {
  try {
    mkdirSync("/var/lib/isonga", { recursive: true, mode: 0o755 });
    return { folder: "/var/lib/isonga", lasting: statSync("/var/lib/isonga").uid === 0 };
  } catch {
    return { folder: existsSync("/var/tmp") ? "/var/tmp" : tmpdir(), lasting: false };
  }
}

type NamedUser = Extract<Runner, { uid: number }>;

function namedUser(name: string): NamedUser | null {
  return users().find((user) => user.name === name && user.uid !== 0) ?? null;
}

function userOf(uid: number): NamedUser | null {
  return users().find((user) => user.uid === uid) ?? null;
}

function users(): NamedUser[] {
  if (!existsSync("/etc/passwd")) return [];
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => fields.length > 3)
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

function makeUser(): boolean {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], {
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}
