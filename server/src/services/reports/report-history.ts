import { FIGURE_FIELDS } from "@isonga/schema/report-rules";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { findReport } from "./list-reports.ts";
import type { ReportEvent, ReportFieldChange } from "./report.type.ts";

/** The latest acts on a report, newest first: who, when, and each figure before and after. Refuses NOT_FOUND. */
export async function reportHistory(ctx: Context, reportId: string): Promise<ReportEvent[]> {
  if (!(await findReport(ctx, reportId))) throw new Refusal("NOT_FOUND", { field: "reportId" });
  const { rows } = await sql<Row>`select e.id, e.at, person.name as by, e.verb, e.reason, e.before, e.after
    from audit_event e left join person on person.id = e.actor_id
    where e.subject_type = 'monthly_report' and e.subject_id = ${reportId}::uuid order by e.id desc limit 200`.execute(ctx.db);
  return rows.map(({ id, at, by, verb, reason, before, after }) => ({ id, at, by, verb, reason, changes: changesOf(before, after) }));
}

type Image = Readonly<Record<string, unknown>> | null;
type Row = Omit<ReportEvent, "changes"> & { readonly before: Image; readonly after: Image };

const COLUMNS = [
  ...FIGURE_FIELDS.map((field) => ({ field, column: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) })),
  { field: "state" as const, column: "state" },
  { field: "returnReason" as const, column: "return_reason" },
];

function changesOf(before: Image, after: Image): ReportFieldChange[] {
  return COLUMNS.flatMap(({ field, column }) => {
    const change = { field, before: textOf(before?.[column]), after: textOf(after?.[column]) };
    return change.before === change.after ? [] : [change];
  });
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
