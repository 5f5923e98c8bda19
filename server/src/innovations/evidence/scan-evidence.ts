import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import type { ScanVerdict } from "../../kernel/files/clamd.ts";
import { defineJob, type Job } from "../../kernel/jobs/jobs.ts";

/** Has a file looked through by the virus scanner; until then it is shown to nobody. What is infected is removed with its content. */
export const scanEvidence: Job<{ readonly evidenceId: string }> = defineJob({
  name: "scan-evidence",
  attempts: 12,
  run: async (ctx, { evidenceId }) => {
    const { rows } = await sql<{ fileKey: string }>`select file_key as "fileKey" from evidence
      where id = ${evidenceId}::uuid and scan = 'WAITING' and file_key is not null`.execute(ctx.db);
    const [waiting] = rows;
    if (!waiting) return;
    const verdict = await verdictOn(ctx, waiting.fileKey);
    await atomically(ctx, { verb: "scanEvidence" }, () => settle(ctx, evidenceId, verdict));
    if (verdict?.infected) await ctx.files.kept.remove(waiting.fileKey);
  },
});

/** Null where there is no scanner any more. */
async function verdictOn(ctx: Context, fileKey: string): Promise<ScanVerdict | null> {
  const { kept, scanner } = ctx.files;
  return scanner ? scanner.scan(await kept.read(fileKey)) : null;
}

async function settle(ctx: Context, evidenceId: string, verdict: ScanVerdict | null): Promise<void> {
  if (!verdict?.infected) {
    const state = verdict ? "CLEAN" : "NOT_SCANNED";
    await sql`update evidence set scan = ${state} where id = ${evidenceId}::uuid and scan = 'WAITING'`.execute(ctx.db);
    return;
  }
  ctx.log.warn({ evidenceId, signature: verdict.signature }, "an infected file was removed");
  await sql`update evidence set scan = 'INFECTED', purged_at = ${ctx.now()}, removed_at = coalesce(removed_at, ${ctx.now()}),
      removed_reason = coalesce(removed_reason, ${verdict.signature}) where id = ${evidenceId}::uuid`.execute(ctx.db);
}
