import { resolve } from "node:path";
import { sql } from "kysely";
import { atomically } from "../kernel/atomically.ts";
import type { Context } from "../kernel/context.ts";
import { fileSource } from "../kernel/imports/row-source.ts";
import { runImport } from "../kernel/imports/run-import.ts";
import { importPlaces } from "../places/import/import-places.ts";

/** The services that the figures of 2022 are about. */
export const SERVICES_2022 = [
  "birth-certificate",
  "birth-record",
  "child-recognition",
  "cohabitation-certificate",
  "death-certificate",
  "divorce-certificate",
  "full-identity-certificate",
  "guardianship",
  "marriage-certificate",
  "marriage-record",
  "nationality-certificate",
];

/** A file that lies beside the project. */
export function sharedFile(name: string): string {
  return resolve(process.env["ISONGA_SHARED"] ?? resolve(import.meta.dirname, "../../../../shared"), "data", name);
}

/** Rwanda's places and the services of 2022, so that the figures of 2022 can be imported. */
export async function prepareRwanda(ctx: Context): Promise<void> {
  await runImport(ctx, {
    importer: importPlaces,
    options: {},
    mode: "REJECT_EVERYTHING",
    dryRun: false,
    source: fileSource(sharedFile("rw_sectors_clean.csv")),
  });
  await atomically(ctx, { verb: "prepareRwanda" }, async () => {
    for (const code of SERVICES_2022)
      await sql`insert into service (id, country, code, names, delivered_at)
        values (${ctx.newId()}, 'RW', ${code}, ${JSON.stringify({ en: code })}::jsonb, 'SECTOR')`.execute(ctx.db);
  });
}
