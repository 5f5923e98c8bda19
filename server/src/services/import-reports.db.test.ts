import "reflect-metadata";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../test/world/database.ts";
import type { Context } from "../kernel/context.ts";
import { fileSource, recordsSource } from "../kernel/imports/row-source.ts";
import { type ImportRequest, runImport } from "../kernel/imports/run-import.ts";
import { openPlaces, type PlacesContexts } from "../places/places.fixture.ts";
import { type ReportOptions, type ReportRecord, reportOptions, reportsImporter } from "./import-reports.ts";
import { prepareRwanda, sharedFile } from "./reports.fixture.ts";

let database: TestDatabase;
let opened: PlacesContexts;
let ctx: Context;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  opened = await openPlaces(database.appUrl);
  ctx = opened.context();
  folder = await mkdtemp(join(tmpdir(), "isonga-import-"));
  await prepareRwanda(ctx);
});
afterAll(async () => {
  await opened.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test("the national year goes in from one file in under ten seconds, and a second time changes nothing", async () => {
  const start = performance.now();
  const first = await run(fileSource(sharedFile("rw_reports_2022.csv")));
  const seconds = (performance.now() - start) / 1000;
  console.log(`53,947 rows in ${seconds.toFixed(2)} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB resident`);
  expect(first).toMatchObject({ state: "DONE", rowsNew: 53_947, rowsRefused: 0 });
  expect(seconds).toBeLessThan(10);
  const events = await count("audit_event");
  const again = performance.now();
  const second = await run(fileSource(sharedFile("rw_reports_2022.csv")));
  console.log(`repeated in ${((performance.now() - again) / 1000).toFixed(2)} s`);
  expect(second).toMatchObject({ state: "DONE", rowsNew: 0, rowsChanged: 0, rowsUnchanged: 53_947 });
  expect(await count("audit_event")).toBe(events);
  expect(await count("monthly_report where version > 1")).toBe(0);
});

type Source = ImportRequest<ReportRecord, ReportOptions>["source"];
type Choices = Partial<Pick<ImportRequest<ReportRecord, ReportOptions>, "mode" | "dryRun">> & { readonly options?: Partial<ReportOptions> };

function run(source: Source, { options = {}, ...choices }: Choices = {}) {
  return runImport(ctx, {
    importer: reportsImporter,
    options: reportOptions.parse({ country: "RW", ...options }),
    mode: "REJECT_EVERYTHING",
    dryRun: false,
    source,
    ...choices,
  });
}

async function count(from: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.raw(from)}`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}
