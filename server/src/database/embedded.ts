import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureDataFolder } from "../kept-text.ts";
import { StartProblem } from "../problem.ts";
import { type Cluster, openCluster } from "./cluster.ts";
import { embeddedNames, ensureFiles } from "./cluster-files.ts";
import { stopOrphan } from "./cluster-orphan.ts";
import { startProcess } from "./cluster-process.ts";
import { type Holder, isLock, takeFolder } from "./folder-lock.ts";

export type EmbeddedOptions = {
  readonly dataFolder: string;
  readonly log: (line: string) => void;
  /** What starts it; a second one is told. Default: a server. */
  readonly purpose?: Holder["purpose"];
  /** False only for tests, whose files are thrown away. */
  readonly durable?: boolean;
};

/** Connection URLs of a database's two roles. */
export type DatabaseUrls = {
  /** As the role that owns the tables and migrates them. */
  readonly ownerUrl: string;
  /** As the role of the running app, which has only what it was granted. */
  readonly appUrl: string;
};

export type Embedded = DatabaseUrls & {
  /** As the superuser, to the database `postgres`. */
  readonly adminUrl: string;
  stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of a data folder, making it at the first start and recovering it after a `kill -9`. Refuses with a
 * {@link StartProblem} when another Isonga holds the folder or the folder cannot be written.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataFolder, log } = options;
  ensureDataFolder(dataFolder);
  const lock = await takeFolder(dataFolder, options.purpose ?? "server");
  if (!isLock(lock)) throw heldProblem(dataFolder, lock);
  try {
    const cluster = openCluster(dataFolder, log);
    await stopOrphan(cluster.folder, log);
    await ensureFiles(cluster, log);
    const running = await startProcess(cluster, { durable: options.durable ?? true, log });
    const urls = urlsOf(cluster, running.port);
    writeRunning(dataFolder, urls);
    return {
      ...urls,
      adminUrl: urlOf("postgres", cluster.passwords.superuser, running.port, "postgres"),
      stop: async () => {
        rmSync(runningPath(dataFolder), { force: true });
        await running.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Where the database of a data folder answers now, as its holder wrote it. Null before it does. */
export function readRunning(dataFolder: string, holder: Holder): DatabaseUrls | null {
  try {
    const running = JSON.parse(readFileSync(runningPath(dataFolder), "utf8")) as DatabaseUrls & { pid: number };
    return running.pid === holder.pid ? { ownerUrl: running.ownerUrl, appUrl: running.appUrl } : null;
  } catch {
    return null;
  }
}

function writeRunning(dataFolder: string, urls: DatabaseUrls): void {
  const path = runningPath(dataFolder);
  writeFileSync(`${path}.new`, JSON.stringify({ pid: process.pid, ...urls }), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function runningPath(dataFolder: string): string {
  return join(dataFolder, "running.json");
}

function urlsOf(cluster: Cluster, port: number): DatabaseUrls {
  const { database, owner, app } = embeddedNames;
  return { ownerUrl: urlOf(owner, cluster.passwords.owner, port, database), appUrl: urlOf(app, cluster.passwords.app, port, database) };
}

function urlOf(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

function heldProblem(dataFolder: string, { pid, purpose }: Holder): StartProblem {
  return purpose === "server"
    ? new StartProblem(
        `Isonga already runs on ${dataFolder} (process ${pid}).`,
        "Stop it first, or give this one its own folder with ISONGA_DATA.",
      )
    : new StartProblem(`An Isonga command (process ${pid}) is working on ${dataFolder}.`, "Wait until it is done, then start again.");
}
