import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { defineJob, type Job } from "../../kernel/jobs/jobs.ts";

/** An upload that no evidence took by then was left behind: its content is forgotten. Milliseconds. */
const LEFT_AFTER = 24 * 60 * 60 * 1000;

/** Forgets contents that no piece of evidence stands for any more, such as those of a deleted draft. */
export const forgetContents: Job<{ readonly fileKeys: readonly string[] }> = defineJob({
  name: "forget-contents",
  run: async (ctx, { fileKeys }) => {
    for (const fileKey of fileKeys) await forgetUnused(ctx, fileKey);
  },
});

/**
 * Holds a content's key until the transaction ends: whoever keeps a content, and whoever forgets it, take turns. Ask before the content is kept
 * and before it is asked whether evidence stands for it.
 */
export async function holdContent(ctx: Context, fileKey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`isonga.content.${fileKey}`}, 0))`.execute(ctx.db);
}

/**
 * Forgets what was kept for evidence that then was not written, since the act that took the upload failed in its end: each upload of this
 * platform is asked once it is a day old, as long as it lies here. Answers how many were asked and found unused.
 */
export async function forgetLeftBehind(ctx: Context): Promise<number> {
  const before = ctx.now().getTime() - LEFT_AFTER;
  let unused = 0;
  for (const { key, at } of await ctx.files.uploads("evidence")) if (at.getTime() < before && (await forgetUnused(ctx, key))) unused += 1;
  return unused;
}

async function forgetUnused(ctx: Context, fileKey: string): Promise<boolean> {
  return atomically(ctx, { verb: "forgetContents" }, async () => {
    await holdContent(ctx, fileKey);
    const { rows } = await sql`select from evidence where file_key = ${fileKey}`.execute(ctx.db);
    if (rows.length > 0) return false;
    await ctx.files.kept.remove(fileKey);
    return true;
  });
}
