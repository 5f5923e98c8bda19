import { monthAt } from "@isonga/schema/report-rules";
import { sql } from "kysely";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { firstDay } from "./find-report-place.ts";
import { type Merge, MonthlyReport, NO_FIGURES, type StoredFigures } from "./report.entity.ts";
import type { SaveReportFiguresInput, SaveReportFiguresPayload } from "./report.inputs.ts";
import { reportPolicy } from "./report.policy.ts";
import { figuresOf, ownColumns, type ReportRow, reportView } from "./report-rows.ts";

/**
 * Saves what a writer typed into a draft: one statement reads, one writes. Saving checks that figures are such numbers and nothing else.
 * When somebody else changed the same figure differently meanwhile, nothing is saved and the payload carries STALE_VERSION with a field
 * a conflict, and the report as it is. Refuses SERVICE_NOT_DELIVERED_HERE, FUTURE_MONTH, REPORT_LOCKED, WRONG_STATE.
 */
export async function saveReportFigures(ctx: Context, input: SaveReportFiguresInput): Promise<SaveReportFiguresPayload> {
  const row = await readTarget(ctx, input);
  authorize(ctx.actor, reportPolicy.edit(ctx.actor, row));
  if (!row.delivered) throw new Refusal("SERVICE_NOT_DELIVERED_HERE", { field: "serviceId" });
  const currentMonth = monthAt(ctx.now(), row.timeZone);
  if (input.month > currentMonth) throw new Refusal("FUTURE_MONTH", { field: "month", values: { month: input.month, currentMonth } });
  const report = row.id === null ? new MonthlyReport({ state: "DRAFT", version: 0, figures: NO_FIGURES }) : new MonthlyReport(stored(row));
  const merge = report.merge(input.changes, input.version ?? 0);
  if (merge.kind === "CONFLICT") return conflict(ctx, row, merge);
  if (row.id !== null && !merge.changed) return { report: reportView(ctx.actor, { ...row, id: row.id }) };
  const saved = row.id === null ? await insertDraft(ctx, input, merge.figures) : await updateDraft(ctx, row.id, merge.figures);
  if (!saved) return saveReportFigures(ctx, input);
  return { report: reportView(ctx.actor, { ...row, ...saved, ...merge.figures }) };
}

type Target = Omit<ReportRow, "id"> & { readonly id: string | null; readonly delivered: boolean; readonly timeZone: string };

async function readTarget(ctx: Context, input: SaveReportFiguresInput): Promise<Target> {
  const month = firstDay(input.month);
  checkedId(input.jurisdictionId, "jurisdictionId");
  checkedId(input.serviceId, "serviceId");
  const { rows } = await sql<Target>`with r as materialized (select * from monthly_report
      where jurisdiction_id = ${input.jurisdictionId}::uuid and service_id = ${input.serviceId}::uuid and month = ${month}::date for update)
    select ${ownColumns}, j.id as "jurisdictionId", ${input.serviceId} as "serviceId", ${input.month} as month, j.code as "areaCode",
      j.name as "areaName", j.level, j.country, j.path::text as path, null as flags, coalesce(c.time_zone, 'UTC') as "timeZone",
      exists (select from service s where s.id = ${input.serviceId}::uuid and s.country = j.country and s.delivered_at = j.level
        and (s.retired_at is null or s.retired_at > ${month}::date)) as delivered
    from jurisdiction j left join reporting_calendar c on c.country = j.country left join r on true
    where j.id = ${input.jurisdictionId}::uuid`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Refusal("NOT_FOUND", { field: "jurisdictionId" });
  return row;
}

type Saved = Pick<ReportRow, "id" | "state" | "version" | "updatedAt">;

/** Null when somebody else made the report in between. */
async function insertDraft(ctx: Context, input: SaveReportFiguresInput, figures: StoredFigures): Promise<Saved | null> {
  const f = figures;
  const { rows } = await sql<Saved>`insert into monthly_report (id, jurisdiction_id, service_id, month, carried_over, received, processed,
      processed_in_time, processing_hours, self_applications, state, created_at, updated_at)
    values (${ctx.newId()}, ${input.jurisdictionId}, ${input.serviceId}, ${firstDay(input.month)}, ${f.carriedOver}, ${f.received},
      ${f.processed}, ${f.processedInTime}, ${f.processingHours}, ${f.selfApplications}, 'DRAFT', ${ctx.now()}, ${ctx.now()})
    on conflict (jurisdiction_id, service_id, month) do nothing
    returning id, state, version, updated_at as "updatedAt"`.execute(ctx.db);
  return rows[0] ?? null;
}

async function updateDraft(ctx: Context, id: string, figures: StoredFigures): Promise<Saved | null> {
  const f = figures;
  const { rows } = await sql<Saved>`update monthly_report set carried_over = ${f.carriedOver}, received = ${f.received},
      processed = ${f.processed}, processed_in_time = ${f.processedInTime}, processing_hours = ${f.processingHours},
      self_applications = ${f.selfApplications}, version = version + 1, updated_at = ${ctx.now()}
    where id = ${id} returning id, state, version, updated_at as "updatedAt"`.execute(ctx.db);
  return rows[0] ?? null;
}

function conflict(ctx: Context, row: Target, merge: Extract<Merge, { kind: "CONFLICT" }>): SaveReportFiguresPayload {
  const refusals = merge.fields.map((field) => ({
    code: "STALE_VERSION" as const,
    field: `changes.${field}`,
    values: { current: row[field] },
  }));
  return { refusals, report: row.id === null ? null : reportView(ctx.actor, { ...row, id: row.id }) };
}

function stored(row: Target): { state: ReportRow["state"]; version: number; figures: StoredFigures } {
  return { state: row.state, version: row.version, figures: figuresOf(row) };
}
