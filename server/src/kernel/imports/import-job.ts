import { createContext } from "../context.ts";
import { defineJob, type Job } from "../jobs/jobs.ts";
import { findStarter, importerOf } from "./registry.ts";
import { fileSource } from "./row-source.ts";
import { runImport } from "./run-import.ts";
import { findRun, finishRun } from "./run-store.ts";

/**
 * Does an import that was asked for on the page, as the person who asked and with the grants they have by now. Runs once: a run whose
 * process is killed ends as failed with nothing written, and is started again by whoever wants it.
 */
export const importJob: Job<{ readonly runId: string }> = defineJob({
  name: "run-import",
  attempts: 1,
  run: async (ctx, { runId }) => {
    const run = await findRun(ctx, runId);
    if (run?.state !== "WAITING" || run.fileKey === null || run.startedBy === null) return;
    const actor = await findStarter(ctx, run.startedBy);
    if (!actor) return finishRun(ctx, runId, { state: "FAILED", progress: { rowsRead: 0, rowsRefused: 0, rowsTotal: null } });
    const own = createContext({
      actor,
      language: run.language,
      requestId: ctx.requestId,
      log: ctx.log,
      em: ctx.em,
      clock: () => ctx.now(),
      files: ctx.files,
    });
    const importer = importerOf(run.kind);
    const { mode, dryRun } = run;
    const file = await ctx.files.open(run.fileKey, run.startedBy);
    await runImport(own, {
      importer,
      options: importer.options.parse(run.options),
      mode,
      dryRun,
      runId,
      source: fileSource(file.path, file.name),
    });
  },
});
