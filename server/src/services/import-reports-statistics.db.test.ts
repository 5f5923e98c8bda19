import "reflect-metadata";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../test/world/database.ts";
import type { Context } from "../kernel/context.ts";
import { recordsSource } from "../kernel/imports/row-source.ts";
import { runImport } from "../kernel/imports/run-import.ts";
import { openPlaces, type PlacesContexts } from "../places/places.fixture.ts";
import { reportOptions, reportsImporter } from "./import-reports.ts";
import { prepareRwanda, sharedFile } from "./reports.fixture.ts";

/** Enough that comparing each row with each takes minutes. */
const ROWS = 15_000;

let database: TestDatabase;
let opened: PlacesContexts;
let ctx: Context;

beforeAll(async () => {
  database = await freshDatabase();
  opened = await openPlaces(database.appUrl);
  ctx = opened.context();
  await prepareRwanda(ctx);
});
afterAll(async () => {
  await opened.stop();
  await database.drop();
});

test("a national correction takes seconds, though the statistics were taken while the reports were still being written", async () => {
  const records = (await firstRows()).map((row) => ({ ...row, selfApplications: "0" }));
  const [writer, other] = [new pg.Client(database.ownerUrl), new pg.Client(database.ownerUrl)];
  for (const client of [writer, other]) await client.connect();
  await run(records);
  await writer.query("create temporary table kept as select * from monthly_report");
  await writer.query("truncate monthly_report cascade");
  await writer.query("begin");
  await writer.query("insert into monthly_report select * from kept");
  await other.query("analyze monthly_report");
  await writer.query("commit");
  const start = performance.now();
  expect(await run(await firstRows())).toMatchObject({ state: "DONE", rowsRefused: 0 });
  const seconds = (performance.now() - start) / 1000;
  console.log(`${ROWS} rows corrected in ${seconds.toFixed(2)} s`);
  expect(seconds).toBeLessThan(20);
  for (const client of [writer, other]) await client.end();
}, 120_000);

async function firstRows(): Promise<readonly Record<string, string>[]> {
  const [header = "", ...lines] = (await readFile(sharedFile("rw_reports_2022.csv"), "utf8")).trimEnd().split(/\r?\n/);
  const names = header.split(",");
  return lines.slice(0, ROWS).map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
  });
}

function run(records: readonly Record<string, string>[]) {
  return runImport(ctx, {
    importer: reportsImporter,
    options: reportOptions.parse({ country: "RW" }),
    mode: "REJECT_EVERYTHING",
    dryRun: false,
    source: recordsSource(records),
  });
}
