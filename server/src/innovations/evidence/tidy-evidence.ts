import { LIMITS } from "@isonga/schema/limits";
import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { defineJob, enqueue, type Job } from "../../kernel/jobs/jobs.ts";
import { forgetLeftBehind } from "./forget-contents.ts";
import { scanEvidence } from "./scan-evidence.ts";

const EVERY = 12 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Twice a day: forgets the content of what was removed, once its round is long published, and what was kept for evidence that never came to be;
 * asks the scanner again where it failed.
 */
export const tidyEvidence: Job<{ readonly scheduled: true }> = defineJob({
  name: "tidy-evidence",
  run: async (ctx) => {
    const purged = await purgeRemoved(ctx);
    if (purged > 0) ctx.log.info({ purged }, "content of removed evidence forgotten");
    await forgetLeftBehind(ctx);
    const { rows } = await sql<{ id: string }>`select id from evidence where scan = 'WAITING'`.execute(ctx.db);
    for (const { id } of rows) await enqueue(ctx, scanEvidence, { payload: { evidenceId: id }, key: `scan-${id}` });
    await scheduleEvidenceTidying(ctx, new Date(ctx.now().getTime() + EVERY));
  },
});

/** Makes sure that the tidying will run; a waiting one is replaced. */
export async function scheduleEvidenceTidying(ctx: Context, runAt: Date = ctx.now()): Promise<void> {
  await enqueue(ctx, tidyEvidence, { payload: { scheduled: true }, key: "tidy-evidence", runAt });
}

/** Marks first, removes then: a content that is left over harms nobody, one that is promised and gone would. Answers how many. */
async function purgeRemoved(ctx: Context): Promise<number> {
  const before = new Date(ctx.now().getTime() - LIMITS.removedEvidenceDays * DAY);
  const { rows } = await atomically(ctx, { verb: "tidyEvidence" }, () =>
    sql<{ fileKey: string }>`update evidence v set purged_at = ${ctx.now()} from entry e
      where e.id = v.entry_id and v.removed_at is not null and v.purged_at is null and v.file_key is not null
        and exists (select 1 from publication p where p.round_id = e.round_id)
        and not exists (select 1 from publication p where p.round_id = e.round_id and p.public_from > ${before})
      returning v.file_key as "fileKey"`.execute(ctx.db),
  );
  for (const { fileKey } of rows) await ctx.files.kept.remove(fileKey);
  return rows.length;
}
