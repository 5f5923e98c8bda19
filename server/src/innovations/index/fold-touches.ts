import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { defineJob, enqueue, type Job } from "../../kernel/jobs/jobs.ts";

const EVERY = 6 * 60 * 60 * 1000;

/** As many touches of an area may wait for the next folding. */
const FEW = 8;

/**
 * Four times a day: of areas that were changed often, one touch stands for all that are seen by now. It is a new one, so that no set of touches
 * is ever seen twice with a change in between.
 */
export const foldTouchesJob: Job<{ readonly scheduled: true }> = defineJob({
  name: "fold-index-touches",
  run: async (ctx) => {
    await foldTouches(ctx);
    await scheduleFolding(ctx, new Date(ctx.now().getTime() + EVERY));
  },
});

/** Makes sure that the folding will run; a waiting one is replaced. */
export async function scheduleFolding(ctx: Context, runAt: Date = ctx.now()): Promise<void> {
  await enqueue(ctx, foldTouchesJob, { payload: { scheduled: true }, key: "fold-index-touches", runAt });
}

async function foldTouches(ctx: Context): Promise<void> {
  await sql`with gone as (delete from index_touch where jurisdiction_id in
      (select jurisdiction_id from index_touch group by jurisdiction_id having count(*) > ${FEW}) returning jurisdiction_id)
    insert into index_touch (jurisdiction_id) select distinct jurisdiction_id from gone`.execute(ctx.db);
}
