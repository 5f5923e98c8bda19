import { sql } from "kysely";
import type { Context } from "../context.ts";

/** A kind of background work: its name, and what it does with its payload under a context of the platform's. */
export type Job<Payload> = {
  readonly name: string;
  readonly run: (ctx: Context, payload: Payload) => Promise<void>;
  /** Attempts before it is given up; 1 for work that must not be repeated by itself. */
  readonly attempts?: number;
};

/** Declares a kind of job; `server/src/jobs.ts` lists them all. Jobs may run more than once: they must bear repetition. */
export function defineJob<Payload extends object>(job: Job<Payload>): Job<Payload> {
  return job;
}

export type Enqueue = { readonly runAt?: Date; readonly key?: string };

/**
 * Enqueues the job inside the current transaction: it runs only if that commits. `key` replaces a waiting job of the same key. What is
 * to wait does so by the database's clock as well: a job that asks for itself again must not run without a pause where ours is behind.
 */
export async function enqueue<Payload extends object>(
  ctx: Context,
  job: Job<Payload>,
  call: { readonly payload: Payload } & Enqueue,
): Promise<void> {
  await enqueueAll(ctx, job, [call]);
}

/** The same for many calls of one job, in one statement. */
export async function enqueueAll<Payload extends object>(
  ctx: Context,
  job: Job<Payload>,
  calls: readonly ({ readonly payload: Payload } & Enqueue)[],
): Promise<void> {
  if (calls.length === 0) return;
  const now = ctx.now().getTime();
  const rows = calls.map(({ payload, runAt, key }) => ({
    payload,
    at: runAt?.toISOString() ?? null,
    wait: runAt ? Math.max(0, runAt.getTime() - now) : 0,
    key: key ?? null,
  }));
  await sql`select graphile_worker.add_job(${job.name}, payload := c.payload::json,
      run_at := case when c.wait > 0 then greatest(c.at, now() + c.wait * interval '1 millisecond') else c.at end,
      max_attempts := ${job.attempts ?? 8}::int, job_key := c.key)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(payload jsonb, at timestamptz, wait float8, key text)`.execute(ctx.db);
}
