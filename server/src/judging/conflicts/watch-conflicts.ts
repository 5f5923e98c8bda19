import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { defineJob, enqueue, type Job } from "../../kernel/jobs/jobs.ts";
import type { EventHandler } from "../../kernel/outbox.ts";
import { stopConflicted } from "./stop-conflicted.ts";

const EVERY = 60 * 60 * 1000;

/** An entry that took a step may have got a judge's hand in it. */
export const conflictsOfSteppedEntries: EventHandler = {
  type: "entry.stepped",
  handle: async (ctx: Context, { steps }: { readonly steps: readonly { readonly entryId: string }[] }) => {
    const ids = steps.map(({ entryId }) => entryId);
    const { rows } = await sql<{ roundId: string }>`select distinct e.round_id as "roundId" from entry e
      where e.id = any(${ids}::uuid[]) and exists (select from assignment a where a.entry_id = e.id)`.execute(ctx.db);
    for (const { roundId } of rows) await look(ctx, roundId, { entryIds: ids });
  },
};

/** A judge who was given an office may have got its entries as conflicts. */
export const conflictsOfGrantedRoles: EventHandler = {
  type: "person.role-granted",
  handle: async (ctx: Context, { personId }: { readonly personId: string }) => {
    const { rows } = await sql<{
      id: string;
      roundId: string;
    }>`select id, round_id as "roundId" from judge where person_id = ${personId}::uuid`.execute(ctx.db);
    for (const { id, roundId } of rows) await look(ctx, roundId, { judgeIds: [id] });
  },
};

/** Looks every hour at all rounds that are being judged: also what no event tells of, such as an entry that was moved to another office. */
export const watchConflictsJob: Job<{ readonly scheduled: true }> = defineJob({
  name: "watch-conflicts",
  run: async (ctx) => {
    await watchConflicts(ctx);
    await scheduleConflictWatch(ctx, new Date(ctx.now().getTime() + EVERY));
  },
});

/** Makes sure that the look will be taken; a waiting one is replaced. */
export async function scheduleConflictWatch(ctx: Context, runAt: Date = ctx.now()): Promise<void> {
  await enqueue(ctx, watchConflictsJob, { payload: { scheduled: true }, key: "watch-conflicts", runAt });
}

/** Ends what has become a conflict in every round with a judging stage that is not closed. */
export async function watchConflicts(ctx: Context): Promise<void> {
  const { rows } = await sql<{ roundId: string }>`select distinct s.round_id as "roundId" from judging_stage s
    where s.state <> 'CLOSED' and exists (select from assignment a where a.judging_stage_id = s.id) order by 1`.execute(ctx.db);
  for (const { roundId } of rows) await look(ctx, roundId);
}

async function look(ctx: Context, roundId: string, scope: Parameters<typeof stopConflicted>[2] = {}): Promise<void> {
  const stopped = await atomically(ctx, { verb: "stopConflicted" }, () => stopConflicted(ctx, roundId, scope));
  if (stopped.length > 0) ctx.log.info({ roundId, stopped: stopped.length }, "conflicts of interest ended assignments");
}
