import { createReadStream, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import type { RunningApp } from "@isonga/server/app";
import { fileSource } from "@isonga/server/kernel/imports/row-source";
import { runImport } from "@isonga/server/kernel/imports/run-import";
import { reportsImporter } from "@isonga/server/services/import-reports";
import pg from "pg";
import { reportsCsv } from "./national.ts";

const copy = createRequire(resolve(import.meta.dirname, "../../server/package.json"))("pg-copy-streams") as {
  from(text: string): NodeJS.WritableStream & pg.Submittable;
};

export type ImportResult = { readonly rows: number; readonly platform: number; readonly bare: number };
type Parts = { readonly app: RunningApp; readonly ownerUrl: string; readonly appUrl: string; readonly folder: string };

const ROUNDS = 2;

/** The best of so many seconds that the import of one file of reports takes into an empty table, against COPY into a temporary table and one insert (audited alike). */
export async function importCase({ app, ownerUrl, appUrl, folder }: Parts): Promise<ImportResult> {
  const { path, rows } = writeReports(folder);
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  const empty = () => owner.query("truncate monthly_report cascade");
  const [platform, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    await empty();
    bare.push(await seconds(() => bareImport(appUrl, path)));
    await empty();
    platform.push(
      await seconds(async () => {
        const run = await runImport(app.operatorContext("bench"), {
          importer: reportsImporter,
          options: { state: "SUBMITTED" },
          mode: "REJECT_EVERYTHING",
          dryRun: false,
          source: fileSource(path),
        });
        if (run.state !== "DONE") throw new Error(`the import ended ${run.state}`);
      }),
    );
  }
  await owner.end();
  return { rows, platform: Math.min(...platform), bare: Math.min(...bare) };
}

/** The reports without a measurement. */
export async function fillReports({ appUrl, folder }: Parts): Promise<void> {
  await bareImport(appUrl, writeReports(folder).path);
}

function writeReports(folder: string): { readonly path: string; readonly rows: number } {
  const path = join(folder, "reports.csv");
  const csv = reportsCsv();
  writeFileSync(path, csv);
  return { path, rows: csv.trimEnd().split("\n").length - 1 };
}

async function bareImport(url: string, path: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("begin");
  await client.query("create temporary table raw (j text, s text, m text, c int, r int, p int, t int, h numeric, a int) on commit drop");
  await pipeline(createReadStream(path), client.query(copy.from("copy raw from stdin (format csv, header true)")));
  await client.query(`insert into monthly_report (id, jurisdiction_id, service_id, month, carried_over, received, processed, processed_in_time,
      processing_hours, self_applications, state)
    select gen_random_uuid(), j.id, s.id, (m || '-01')::date, c, r, p, t, h, a, 'SUBMITTED' from raw
    join jurisdiction j on j.code = raw.j and j.country = 'RW' join service s on s.code = raw.s and s.country = 'RW'`);
  await client.query("commit");
  await client.end();
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
