import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartProblem } from "../problem.ts";
import type { Cluster } from "./cluster.ts";
import { spawnAs } from "./postgres-user.ts";

/** Names of what a new cluster holds. The owner owns the schema and migrates it; the app's role has only what it was granted. */
export const embeddedNames = { database: "isonga", owner: "isonga_owner", app: "isonga_app" } as const;

/** Environment of every PostgreSQL program: nothing of this machine's, so that no locale or time zone leaks in. */
export const postgresEnvironment = { LC_ALL: "C", TZ: "UTC" } as const;

/**
 * Makes the cluster's files unless they are there: UTF-8, and an order of letters that depends on no locale. They are made beside
 * their place and moved there when complete, so that a killed first start leaves nothing half made and nothing is ever overwritten.
 * Refuses files of another major version of PostgreSQL.
 */
export async function ensureFiles(cluster: Cluster, log: (line: string) => void): Promise<void> {
  if (existsSync(join(cluster.folder, "PG_VERSION"))) return refuseOtherMajor(cluster);
  log("Making the database.");
  const draft = `${cluster.folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  if (cluster.runner.uid !== null) chownSync(draft, cluster.runner.uid, cluster.runner.gid);
  const locale = ["--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
  await run(cluster, cluster.binaries.initdb, ["-D", draft, "-U", "postgres", "-A", "trust", "--no-instructions", ...locale]);
  // Single-user mode: the passwords are in place before anybody can connect.
  await run(cluster, cluster.binaries.postgres, ["--single", "-D", draft, "postgres"], firstStatements(cluster).join("\n"));
  writeFileSync(
    join(draft, "pg_hba.conf"),
    "# Who may connect: this machine's programs that know a password.\nhost all all 127.0.0.1/32 scram-sha-256\n",
  );
  renameSync(draft, cluster.folder);
}

function refuseOtherMajor(cluster: Cluster): void {
  const theirs = readFileSync(join(cluster.folder, "PG_VERSION"), "utf8").trim();
  if (theirs !== cluster.binaries.major)
    throw new StartProblem(
      `The database's files were made by PostgreSQL ${theirs}; this version of Isonga carries ${cluster.binaries.major}.`,
      "Back up with the version of Isonga that made them, then restore with this one into an empty data folder.",
    );
}

/** One statement a line, as single-user mode reads them. */
function firstStatements({ passwords }: Cluster): readonly string[] {
  const { database, owner, app } = embeddedNames;
  return [
    `alter role postgres password '${passwords.superuser}'`,
    `create role ${owner} login password '${passwords.owner}'`,
    `create role ${app} login password '${passwords.app}'`,
    `create database ${database} owner ${owner}`,
    `revoke all on database ${database} from public`,
    `grant connect, temporary on database ${database} to ${app}`,
    "",
  ];
}

async function run(cluster: Cluster, program: string, args: readonly string[], input = ""): Promise<void> {
  const child = spawn(program, args, { ...spawnAs(cluster.runner), env: postgresEnvironment, stdio: ["pipe", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    complaint += chunk;
  });
  child.stdin.on("error", () => undefined).end(input);
  const code = await new Promise((done) => child.once("error", done).once("close", done));
  const error = complaint.split("\n").findLast((line) => /error:|ERROR:|FATAL:/.test(line));
  if (code === 0 && !error) return;
  throw new StartProblem(
    `The database's files could not be made in ${cluster.folder}: ${error ?? complaint.trim()}`,
    "Mend that and start again.",
  );
}
