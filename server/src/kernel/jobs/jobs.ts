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
  const wait = call.runAt ? Math.max(0, call.runAt.getTime() - ctx.now().getTime()) : 0;
  const runAt =
    wait > 0 ? sql`greatest(${call.runAt}::timestamptz, now() + ${wait} * interval '1 millisecond')` : sql`${call.runAt ?? null}`;
  await sql`select graphile_worker.add_job(${job.name}, payload := ${JSON.stringify(call.payload)}::json,
    run_at := ${runAt}::timestamptz, max_attempts := ${job.attempts ?? 8}::int, job_key := ${call.key ?? null})`.execute(ctx.db);
}
