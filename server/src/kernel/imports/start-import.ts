import { authorize } from "../authorize.ts";
import type { Context } from "../context.ts";
import { enqueue } from "../jobs/jobs.ts";
import { Refusal } from "../refusal.ts";
import { importPolicy } from "./import.policy.ts";
import { importJob } from "./import-job.ts";
import type { ImportKind, ImportMode } from "./importer.ts";
import { importerOf } from "./registry.ts";
import { findRun, type ImportRunRow, insertRun } from "./run-store.ts";

export type ImportAsked = {
  readonly kind: ImportKind;
  readonly fileKey: string;
  readonly mode: ImportMode;
  readonly dryRun: boolean;
  readonly options?: unknown;
};

/** Writes an import of an uploaded file down and has it done in the background. Refuses FORBIDDEN, NOT_FOUND (the file), INVALID_VALUE (options). */
export async function startImport(ctx: Context, asked: ImportAsked): Promise<ImportRunRow> {
  authorize(ctx.actor, importPolicy.start(ctx.actor));
  const importer = importerOf(asked.kind);
  const options = readOptions(asked.kind, asked.options);
  await importer.authorize(ctx, options);
  const file = await ctx.files.open(asked.fileKey, ctx.actor.id);
  const { kind, mode, dryRun, fileKey } = asked;
  const id = await insertRun(ctx, { kind, mode, dryRun, fileKey, fileName: file.name, options: options as Record<string, unknown> });
  await enqueue(ctx, importJob, { payload: { runId: id } });
  const run = await findRun(ctx, id);
  if (!run) throw new Error(`The import run ${id} is gone`);
  return run;
}

/** The options as the importer understands them. Refuses INVALID_VALUE. */
export function readOptions(kind: ImportKind, options: unknown): object {
  const read = importerOf(kind).options.safeParse(options ?? {});
  if (read.success) return read.data;
  throw new Refusal("INVALID_VALUE", { field: ["options", ...(read.error.issues[0]?.path ?? [])].join(".") });
}
