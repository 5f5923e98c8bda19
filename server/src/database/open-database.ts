import { setTimeout as wait } from "node:timers/promises";
import type { Env } from "../env.ts";
import { StartProblem } from "../problem.ts";
import { probeDatabase } from "./database-problems.ts";
import { type DatabaseUrls, readRunning, startEmbedded } from "./embedded.ts";
import { type Holder, holderOf } from "./folder-lock.ts";

/** A database to work on; `stop` lets go of it, and stops it when nobody else runs it. */
export type OpenDatabase = DatabaseUrls & { stop(): Promise<void> };

export type OpenOptions = {
  /** A server has the data folder to itself; a command works beside a running server, and waits for another command. */
  readonly purpose: Holder["purpose"];
  readonly log: (line: string) => void;
};

/** The configured database: `DATABASE_URL`, or the embedded one, started if it does not run. Refuses with a {@link StartProblem}. */
export async function openDatabase(env: Pick<Env, "database" | "dataFolder">, options: OpenOptions): Promise<OpenDatabase> {
  if (env.database) {
    await probeDatabase(env.database.appUrl, "DATABASE_URL");
    if (env.database.ownerUrl !== env.database.appUrl) await probeDatabase(env.database.ownerUrl, "DATABASE_OWNER_URL");
    return { ...env.database, stop: async () => undefined };
  }
  if (options.purpose === "command") {
    const running = await besideHolder(env.dataFolder, options.log);
    if (running) return { ...running, stop: async () => undefined };
  }
  return startEmbedded({ dataFolder: env.dataFolder, ...options });
}

/** The database of the running server; null when none runs and no other command is left. */
async function besideHolder(dataFolder: string, log: OpenOptions["log"]): Promise<DatabaseUrls | null> {
  for (let waited = 0; waited < 600_000; waited += 100) {
    const holder = await holderOf(dataFolder);
    if (!holder) return null;
    const running = holder.purpose === "server" ? readRunning(dataFolder, holder) : null;
    if (running) return running;
    if (waited === 1000) log(waitingFor(holder));
    await wait(100);
  }
  throw new StartProblem(`The data folder ${dataFolder} stays busy.`, "Wait until the other Isonga command is done.");
}

function waitingFor({ purpose, pid }: Holder): string {
  return purpose === "server" ? "Waiting for the server to start." : `Waiting for another Isonga command (process ${pid}).`;
}
