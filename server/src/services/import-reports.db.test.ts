import "reflect-metadata";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { freshDatabase, type TestDatabase } from "../../../test/world/database.ts";
import type { Context } from "../kernel/context.ts";
import { fileSource, recordsSource } from "../kernel/imports/row-source.ts";
import { type ImportRequest, runImport } from "../kernel/imports/run-import.ts";
import { openPlaces, type PlacesContexts } from "../places/places.fixture.ts";
import { type ReportOptions, type ReportRecord, reportOptions, reportsImporter } from "./import-reports.ts";
import { prepareRwanda, sharedFile } from "./reports.fixture.ts";

const HEADER = "jurisdiction,service,month,carriedOver,received,processed,processedInTime,processingHours,selfApplications";

type SheetCell = {
  readonly value: string | number | Date;
  readonly type: StringConstructor | NumberConstructor | DateConstructor;
  readonly format?: string;
};

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

test("the national year goes in from one file, and a second time changes nothing", async () => {
  const start = performance.now();
  const first = await run(fileSource(sharedFile("rw_reports_2022.csv")));
  const seconds = (performance.now() - start) / 1000;
  console.log(`53,947 rows in ${seconds.toFixed(2)} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB resident`);
  expect(first).toMatchObject({ state: "DONE", rowsNew: 53_947, rowsRefused: 0 });
  const events = await count("audit_event");
  const again = performance.now();
  const second = await run(fileSource(sharedFile("rw_reports_2022.csv")));
  console.log(`repeated in ${((performance.now() - again) / 1000).toFixed(2)} s`);
  expect(second).toMatchObject({ state: "DONE", rowsNew: 0, rowsChanged: 0, rowsUnchanged: 53_947 });
  expect(await count("audit_event")).toBe(events);
  expect(await count("monthly_report where version > 1")).toBe(0);
});

test("a file five times as long takes no more memory", async () => {
  const [header = "", ...rows] = (await readFile(sharedFile("rw_reports_2022.csv"), "utf8")).trimEnd().split(/\r?\n/);
  const long = join(folder, "long.csv");
  const shifted = [2013, 2015, 2017, 2019, 2021].flatMap((year) =>
    rows.map((row) => row.replace(/,(2021|2022)-/, (_all, from) => `,${year - (from === "2021" ? 1 : 0)}-`)),
  );
  await writeFile(long, [header, ...shifted].join("\n"));
  await run(fileSource(sharedFile("rw_reports_2022.csv")), { dryRun: true });
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const start = performance.now();
  const tried = await run(fileSource(long), { dryRun: true });
  clearInterval(watch);
  console.log(
    `${tried.rowsRead} rows tried in ${((performance.now() - start) / 1000).toFixed(2)} s, ${Math.round((most - before) / 1e6)} MB more than before`,
  );
  expect(tried).toMatchObject({ state: "DONE", rowsRead: 269_735, rowsRefused: 0 });
  expect(most - before).toBeLessThan(150e6);
}, 120_000);

test("the same year from an Excel file is unchanged too, its months as dates and its figures as numbers or text", async () => {
  const rows = await stagedCells(3_000);
  const file = join(folder, "year.xlsx");
  const sheet = rows.map((row, line) => row.map((cell, column) => excelCell(cell, { line, column })));
  await writeXlsxFile(sheet).toFile(file);
  expect(await run(fileSource(file))).toMatchObject({ state: "DONE", rowsUnchanged: 2_999, rowsRefused: 0 });
});

test.each([
  ["a byte order mark and Windows line ends", (text: string) => Buffer.from(`\uFEFF${text.replaceAll("\n", "\r\n")}`)],
  ["UTF-16", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ["UTF-16 without a mark", (text: string) => Buffer.from(text, "utf16le")],
  ["semicolons and decimal commas", (text: string) => Buffer.from(text.replaceAll(",", ";").replace(/(\d)\.(\d)/g, "$1,$2"))],
  ["tabs", (text: string) => Buffer.from(text.replaceAll(",", "\t"))],
  [
    "quotes, blank lines and no last line end",
    (text: string) =>
      Buffer.from(
        text
          .trimEnd()
          .replace(/^(\d{4}),/gm, '"$1",')
          .replace("\n", "\n\n"),
      ),
  ],
  ["Windows-1252", (text: string) => Buffer.from(text.replace("month", "month,note\xe9").replace(/(20\d\d-\d\d)/g, "$1,\xe9"), "latin1")],
])("reads a file with %s", async (_name, encode) => {
  const rows = await stagedCells(20);
  const file = join(folder, "dialect.csv");
  await writeFile(file, encode(`${rows.map((row) => row.join(",")).join("\n")}\n`));
  expect(await run(fileSource(file), { dryRun: true })).toMatchObject({ state: "DONE", rowsUnchanged: 19, rowsRefused: 0 });
});

test.each([
  ["a line without an end", `jurisdiction,service\n"${"x".repeat(200_000)}`, "FILE_UNREADABLE"],
  ["no rows at all", "", "FILE_KIND"],
  ["missing columns", "jurisdiction,service,month\n1101,birth-record,2022-01\n", "COLUMN_MISSING"],
  ["a column twice", `${HEADER},month\n`, "ROW_TWICE"],
  ["a picture's bytes", "\u0089PNG\u0000\u0001\u0002\u0003\u0004\u0000\u0001", "FILE_KIND"],
])("refuses a file with %s", async (_name, text, code) => {
  const file = join(folder, "wrong.csv");
  await writeFile(file, text);
  const refused = await run(fileSource(file), { mode: "REJECT_FAILED_ROWS" });
  expect(refused.state).toBe("REFUSED");
  expect(await codes(refused.id)).toContain(code);
});

test("a row with a NUL, too many cells or a formula is refused by itself", async () => {
  const file = join(folder, "rows.csv");
  await writeFile(
    file,
    `${HEADER}\n1101,birth\0record,2022-01,0,1,1,1,1,1\n1101,birth-record,2022-01,0,1,1,1,1,1,1,1\n=1+1,birth-record,2022-01,0,1,1,1,1,1\n`,
  );
  const refused = await run(fileSource(file), { mode: "REJECT_FAILED_ROWS" });
  expect(await codes(refused.id)).toEqual(["INVALID_VALUE", "INVALID_VALUE", "UNKNOWN_REFERENCE"]);
});

test("a fault in the middle writes nothing and fails the run", async () => {
  const before = await count("monthly_report");
  const broken = {
    ...reportsImporter,
    begin: async (...args: Parameters<typeof reportsImporter.begin>) => ({
      ...(await reportsImporter.begin(...args)),
      plan: () => Promise.reject(new Error("broken")),
    }),
  };
  const source = recordsSource([
    Object.fromEntries(HEADER.split(",").map((name, index) => [name, ["1101", "birth-record", "2022-11", 0, 1, 1, 1, "1", 1][index]])),
  ]);
  await expect(
    runImport(ctx, { importer: broken, options: reportOptions.parse({ country: "RW" }), mode: "REJECT_EVERYTHING", dryRun: false, source }),
  ).rejects.toThrow("broken");
  expect(await count("monthly_report")).toBe(before);
  expect(await count("import_run where state = 'FAILED' and fault_id is not null")).toBe(1);
});

const HEADER_CELLS = 9;

/** The first lines of the national year, the header among them. */
async function stagedCells(lines: number): Promise<readonly (readonly string[])[]> {
  const text = await readFile(sharedFile("rw_reports_2022.csv"), "utf8");
  return text.split("\n", lines).map((line) => line.split(",").slice(0, HEADER_CELLS));
}

/** Months as dates, half of the figures as numbers and the others as text, codes as numbers: as people's spreadsheets are. */
function excelCell(cell: string, { line, column }: { readonly line: number; readonly column: number }): SheetCell {
  if (line === 0 || column === 1) return { value: cell, type: String };
  if (column === 2) return { value: new Date(`${cell}-01T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  return line % 2 === 0 ? { value: Number(cell), type: Number } : { value: cell, type: String };
}

async function codes(runId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`select code from import_refusal where run_id = ${runId}::uuid order by line, id`.execute(
    ctx.db,
  );
  return rows.map(({ code }) => code);
}

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
