import { sql } from "kysely";
import { atomically } from "../../../kernel/atomically.ts";
import type { Context } from "../../../kernel/context.ts";
import { defineJob, enqueue, type Job } from "../../../kernel/jobs/jobs.ts";
import { tellDeadlines } from "./tell-deadlines.ts";
import { tellHeld } from "./tell-held.ts";

/** Letters are written in the round's zone from this hour on and no later than that one. */
const MORNING = 8;
const EVENING = 18;
const EVERY = 60 * 60 * 1000;

/** A round whose entries may be due: what its instrument says of custody. */
export type RemindedRound = {
  readonly id: string;
  readonly timeZone: string;
  readonly remindDaysBefore: readonly number[];
  readonly escalateAfterDays: number;
};

/**
 * Looks every hour whether it is a working morning where a round is held, and writes what is due: authors before the deadline, and after some
 * days whoever holds an entry and the coordinator. Each is told once; what was missed while the platform was down is told when it is up.
 */
export const remindCustodyJob: Job<{ readonly scheduled: true }> = defineJob({
  name: "remind-custody",
  run: async (ctx) => {
    const written = await remindCustody(ctx);
    if (written > 0) ctx.log.info({ written }, "letters about entries written");
    await scheduleCustodyReminders(ctx, new Date(ctx.now().getTime() + EVERY));
  },
});

/** Makes sure that the look will be taken; a waiting one is replaced. */
export async function scheduleCustodyReminders(ctx: Context, runAt: Date = ctx.now()): Promise<void> {
  await enqueue(ctx, remindCustodyJob, { payload: { scheduled: true }, key: "remind-custody", runAt });
}

/** Writes every letter that is due now, each round in one transaction. Answers how many. */
export async function remindCustody(ctx: Context): Promise<number> {
  let written = 0;
  for (const round of await roundsAtWork(ctx))
    await atomically(ctx, { verb: "remindCustody" }, async () => {
      // Two processes never tell the same person of the same thing.
      await sql`select pg_advisory_xact_lock(hashtext(${`remind-custody:${round.id}`}))`.execute(ctx.db);
      written += await tellDeadlines(ctx, round);
      written += await tellHeld(ctx, round);
    });
  return written;
}

async function roundsAtWork(ctx: Context): Promise<readonly RemindedRound[]> {
  const { rows } =
    await sql<RemindedRound>`select r.id, r.time_zone as "timeZone", coalesce(i.definition #> '{custody,remindDaysBefore}', '[7, 2]') as "remindDaysBefore",
      coalesce((i.definition #>> '{custody,escalateAfterDays}')::int, 5) as "escalateAfterDays"
    from round r join lateral (select definition from instrument where round_id = r.id and kind in ('INNOVATION_INDEX', 'JURY') order by number desc limit 1) i on true
    where r.state in ('OPEN', 'DECIDING') and extract(hour from ${ctx.now()}::timestamptz at time zone r.time_zone) between ${MORNING}::int and ${EVENING}::int - 1
    order by r.id`.execute(ctx.db);
  return rows;
}
