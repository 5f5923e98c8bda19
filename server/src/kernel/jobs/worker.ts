import { type Runner, run, type TaskList, Logger as WorkerLogger } from "graphile-worker";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Context } from "../context.ts";
import type { Job } from "./jobs.ts";

export type WorkerOptions = {
  readonly pool: Pool;
  readonly jobs: readonly Job<never>[];
  readonly log: Logger;
  /** A fresh context of the platform's for one job. */
  readonly context: (requestId: string) => Context;
  readonly concurrency?: number;
};

/** Starts working off the jobs in the database; `stop()` waits for the running ones. */
export async function startWorker(options: WorkerOptions): Promise<Runner> {
  const tasks: TaskList = {};
  for (const job of options.jobs) {
    tasks[job.name] = async (payload, helpers) => {
      const ctx = options.context(`job-${helpers.job.id}`);
      ctx.log.debug({ job: job.name }, "job starts");
      await job.run(ctx, payload as never);
    };
  }
  return run({
    pgPool: options.pool,
    taskList: tasks,
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: loggerTo(options.log),
  });
}

function loggerTo(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (level === "error") log.error({ worker: true }, message);
    else if (level === "warning") log.warn({ worker: true }, message);
    else log.trace({ worker: true }, message);
  });
}
