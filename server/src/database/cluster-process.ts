import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { StartProblem } from "../problem.ts";
import type { Cluster } from "./cluster.ts";
import { postgresEnvironment } from "./cluster-files.ts";
import { postGuard } from "./cluster-guard.ts";
import { readPostmaster } from "./cluster-orphan.ts";
import { settingsOf } from "./cluster-settings.ts";
import { spawnAs } from "./postgres-user.ts";

/** A running PostgreSQL of ours. */
export type ClusterProcess = {
  readonly port: number;
  /** Ends its sessions, writes everything, and waits until it is gone. */
  stop(): Promise<void>;
};

export type ProcessOptions = {
  /** False only for tests: a power cut may then lose the database, and the files go when we go. */
  readonly durable: boolean;
  readonly log: (line: string) => void;
};

/** Starts PostgreSQL on a free loopback port and waits until it answers, through crash recovery if need be. */
export async function startProcess(cluster: Cluster, options: ProcessOptions): Promise<ClusterProcess> {
  let complaint = "";
  for (let attempt = 0; attempt < 40; attempt++) {
    const started = await tryStart(cluster, options);
    if (typeof started !== "string") return started;
    complaint = started;
    // A port that was taken in between, or the last processes of a killed PostgreSQL that are still on their way out.
    if (!/Address already in use|pre-existing shared memory|lock file/.test(complaint)) break;
    await wait(250);
  }
  throw new StartProblem(`The embedded PostgreSQL did not start: ${complaint}.`, `Its log is ${cluster.logFile}.`);
}

async function tryStart(cluster: Cluster, options: ProcessOptions): Promise<ClusterProcess | string> {
  const port = await freePort();
  const logStart = prepareLog(cluster.logFile);
  const logHandle = openSync(cluster.logFile, "a", 0o600);
  const child = spawn(cluster.binaries.postgres, ["-D", cluster.folder, "-p", String(port), ...settingsOf(options.durable)], {
    ...spawnAs(cluster.runner),
    env: postgresEnvironment,
    // In a group of its own, so that Ctrl-C reaches it through us, after the app has let go of it.
    detached: true,
    stdio: ["ignore", logHandle, logHandle],
  });
  closeSync(logHandle);
  const failure = await untilReady(child, cluster, options.log);
  if (failure !== null) return lastFatal(cluster.logFile, logStart) ?? failure;
  child.unref();
  const dismissGuard = postGuard(cluster, child.pid ?? 0, options.durable);
  return { port, stop: () => stop(child, dismissGuard) };
}

/** Null when it answers; else why it ended. */
async function untilReady(child: ChildProcess, cluster: Cluster, log: (line: string) => void): Promise<string | null> {
  let failure: string | null = null;
  child.once("error", (error) => {
    failure = error.message;
  });
  child.once("exit", (code, signal) => {
    failure ??= `it ended with ${signal ?? `code ${code}`}`;
  });
  for (let waited = 0; failure === null; waited += 10) {
    const state = readPostmaster(cluster.folder);
    if (state?.pid === child.pid && state?.status === "ready") return null;
    if (waited === 3000) log("PostgreSQL is recovering from a start that was cut off.");
    await wait(10);
  }
  return failure;
}

async function stop(child: ChildProcess, dismissGuard: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return dismissGuard();
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  // The guard goes first: afterwards the number of the process may be another's.
  dismissGuard();
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGQUIT"), 30_000);
  await gone;
  clearTimeout(late);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Keeps the log from growing for ever; answers where this start's lines begin. */
function prepareLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < 5_000_000) return size;
  truncateSync(file);
  return 0;
}

function lastFatal(file: string, from: number): string | null {
  const lines = readFileSync(file).subarray(from).toString("utf8").split("\n");
  const line =
    lines.find((text) => /Address already in use|pre-existing shared memory|lock file/.test(text)) ??
    lines.findLast((text) => /FATAL|PANIC/.test(text));
  return line?.replace(/^.*?(FATAL|PANIC|HINT|LOG): +/, "") ?? null;
}
