import type { Context } from "../kernel/context.ts";
import type { Importer } from "../kernel/imports/importer.ts";
import type { RowSource } from "../kernel/imports/row-source.ts";
import { runImport } from "../kernel/imports/run-import.ts";

export type ImportAll<Row extends object, Options extends object> = {
  readonly importer: Importer<Row, Options>;
  readonly options: Options;
  readonly source: RowSource;
};

/** Imports a file of the demo as everybody does, all of it or the start fails. */
export async function importAll<Row extends object, Options extends object>(ctx: Context, call: ImportAll<Row, Options>): Promise<void> {
  const run = await runImport(ctx, { ...call, mode: "REJECT_EVERYTHING", dryRun: false });
  if (run.state !== "DONE") throw new Error(`The demo's ${call.importer.kind} were not imported: ${JSON.stringify(run)}`);
}
