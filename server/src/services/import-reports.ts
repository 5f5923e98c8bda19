import type { DraftFigures } from "@isonga/schema/report-rules";
import { FIGURE_FIELDS, monthAt, validateReport } from "@isonga/schema/report-rules";
import { sql } from "kysely";
import { z } from "zod";
import { hasRole, pathsWithRole } from "../kernel/actor.ts";
import { authorize } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { type CellProblem, type Cells, type ImportColumn, type Importer, type PlannedRow, Problems } from "../kernel/imports/importer.ts";
import { addToStage, createStage, type Stage } from "../kernel/imports/stage.ts";
import { Refusal } from "../kernel/refusal.ts";
import { applyReports, planReports } from "./import-reports-sql.ts";

/** A row of figures as text that PostgreSQL reads: codes, first day of the month, the six figures. */
export type ReportRecord = {
  readonly place: string;
  readonly service: string;
  readonly month: string;
  readonly figures: readonly string[];
};

/** `country`: whose codes they are (unless told, that of whoever imports). `system`: of the jurisdiction codes. `state`: what imported reports become. */
export const reportOptions = z.object({
  country: z.string().length(2).toUpperCase().optional(),
  system: z.string().min(1).max(40).optional(),
  state: z.enum(["SUBMITTED", "APPROVED"]).default("SUBMITTED"),
});
export type ReportOptions = z.output<typeof reportOptions>;

const COLUMNS: readonly ImportColumn[] = [
  { name: "jurisdiction", aliases: ["area", "code", "sector", "umurenge", "wilayah"], required: true },
  { name: "service", aliases: ["serivisi", "layanan"], required: true },
  { name: "month", aliases: ["ukwezi", "bulan"], required: true },
  { name: "carriedOver", required: true },
  { name: "received", required: true },
  { name: "processed", required: true },
  { name: "processedInTime", required: true },
  { name: "processingHours", required: true },
  { name: "selfApplications", required: true },
];

/** Rows as they were read, in the transaction's temporary table. */
export const REPORT_STAGE: Stage = {
  table: "report_stage",
  columns: {
    line: "int",
    place: "text",
    service: "text",
    month: "date",
    carried_over: "int",
    received: "int",
    processed: "int",
    processed_in_time: "int",
    processing_hours: "numeric(14, 2)",
    self_applications: "int",
  },
};

/** Monthly reports from CSV, Excel and JSON: columns as in {@link FIGURE_FIELDS} beside `jurisdiction`, `service` and `month`. */
export const reportsImporter: Importer<ReportRecord, ReportOptions> = {
  kind: "REPORTS",
  formats: ["CSV", "XLSX", "JSON"],
  columns: COLUMNS,
  options: reportOptions,
  authorize: (ctx, { state }) => {
    authorize(ctx.actor, hasRole(ctx.actor, "STAFF", "COORDINATOR", "ADMINISTRATOR"));
    if (state === "APPROVED") authorize(ctx.actor, hasRole(ctx.actor, "COORDINATOR", "ADMINISTRATOR"));
  },
  begin: async (ctx, { options }) => {
    const country = options.country ?? (await ownCountry(ctx));
    const currentMonth = monthAt(ctx.now(), await timeZoneOf(ctx, country));
    await createStage(ctx, REPORT_STAGE);
    return {
      parse: (cells) => parseReport(cells, currentMonth),
      add: (rows) => addToStage(ctx, REPORT_STAGE, rows.map(staged)),
      plan: () => planReports(ctx, { ...options, country }),
      apply: () => applyReports(ctx),
    };
  },
};

/** Reads one row: all its problems by the rules of a monthly report, at once. */
export function parseReport(cells: Cells, currentMonth: string): ReportRecord | Problems {
  const place = cells("jurisdiction");
  const service = cells("service");
  const month = monthOf(cells("month"));
  const figures: DraftFigures = Object.fromEntries(FIGURE_FIELDS.map((field) => [field, numberOf(cells(field))]));
  const found: CellProblem[] = [];
  if (place === "") found.push({ column: "jurisdiction", code: "REQUIRED" });
  if (service === "") found.push({ column: "service", code: "REQUIRED" });
  for (const { code, field, values } of validateReport(figures, month, currentMonth))
    found.push({ column: field, code, values: "limit" in values ? { ...values, max: values["limit"] ?? "" } : values });
  if (found.length > 0) return new Problems(found);
  return { place, service, month: `${month}-01`, figures: FIGURE_FIELDS.map((field) => String(figures[field])) };
}

function staged({ line, row }: PlannedRow<ReportRecord>): readonly (string | number)[] {
  return [line, row.place, row.service, row.month, ...row.figures];
}

/** `2022-11`, the first day of a month as spreadsheets write it, or `11/2022`, as `2022-11`; anything else as it is. */
function monthOf(text: string): string {
  const day = /^(\d{4}-\d{2})-01$/.exec(text);
  const slashed = /^(\d{1,2})\/(\d{4})$/.exec(text);
  return day?.[1] ?? (slashed ? `${slashed[2]}-${slashed[1]?.padStart(2, "0")}` : text);
}

/** A number as text: with a decimal comma as spreadsheets save it in Indonesian, without places that say nothing. */
function numberOf(text: string): string {
  const point = /^\d+,\d{1,2}$/.test(text) ? text.replace(",", ".") : text;
  return point.replace(/^(-?\d+)\.0+$/, "$1");
}

/** The country of whoever imports: that of their grants, or the only one there is. Refuses REQUIRED when it cannot be told. */
async function ownCountry(ctx: Context): Promise<string> {
  const paths = pathsWithRole(ctx.actor, "STAFF", "COORDINATOR", "ADMINISTRATOR");
  const granted = paths === "EVERYWHERE" ? [] : [...new Set(paths.map((path) => path.split(".", 1)[0] ?? path))];
  const { rows } = granted.length > 0 ? { rows: granted } : await countriesWithServices(ctx);
  const [only] = rows;
  if (rows.length !== 1 || only === undefined) throw new Refusal("REQUIRED", { field: "country" });
  return only;
}

async function countriesWithServices(ctx: Context): Promise<{ readonly rows: readonly string[] }> {
  const { rows } = await sql<{ country: string }>`select distinct country from service`.execute(ctx.db);
  return { rows: rows.map(({ country }) => country) };
}

async function timeZoneOf(ctx: Context, country: string): Promise<string> {
  const { rows } = await sql<{ zone: string }>`select time_zone as zone from reporting_calendar where country = ${country}`.execute(ctx.db);
  return rows[0]?.zone ?? "UTC";
}
