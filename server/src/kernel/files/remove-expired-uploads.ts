import type { Context } from "../context.ts";
import { defineJob, enqueue, type Job } from "../jobs/jobs.ts";
import { removeExpiredUploads } from "./uploads.ts";

const EVERY = 6 * 60 * 60 * 1000;

/** Removes uploads nobody needs any more, four times a day. */
export const removeExpiredUploadsJob: Job<{ readonly scheduled: true }> = defineJob({
  name: "remove-expired-uploads",
  run: async (ctx) => {
    const removed = await removeExpiredUploads(ctx.files, ctx.now());
    if (removed > 0) ctx.log.info({ removed }, "expired uploads removed");
    await scheduleUploadRemoval(ctx, new Date(ctx.now().getTime() + EVERY));
  },
});

/** Makes sure that the removal will run; a waiting one is replaced. */
export async function scheduleUploadRemoval(ctx: Context, runAt: Date = ctx.now()): Promise<void> {
  await enqueue(ctx, removeExpiredUploadsJob, { payload: { scheduled: true }, key: "remove-expired-uploads", runAt });
}
