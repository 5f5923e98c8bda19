import { monthAt } from "@isonga/schema/report-rules";
import { sql } from "kysely";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { emit } from "../../kernel/outbox.ts";
import { Refusal, refuseAll } from "../../kernel/refusal.ts";
import { type FoundPlace, findReportPlace, firstDay } from "./find-report-place.ts";
import { refreshOutliers } from "./refresh-outliers.ts";
import { figureProblems, MonthlyReport, NO_FIGURES, type ReportState, type StoredFigures } from "./report.entity.ts";
import type { SubmitReportsInput, SubmitReportsPayload } from "./report.inputs.ts";
import { reportPolicy } from "./report.policy.ts";
import { figureColumns, reportView, selectReports } from "./report-rows.ts";

/**
 * Submits the drafts of a jurisdiction's month, all or none. Tells every problem at once, with fields like `services.BIRTH.processed`;
 * a service without a report lacks its six figures. Reports that were submitted before are left as they are; when there is nothing left
 * to submit, WRONG_STATE.
 */
export async function submitReports(ctx: Context, input: SubmitReportsInput): Promise<SubmitReportsPayload> {
  const place = await findReportPlace(ctx, input.jurisdictionId, "jurisdictionId");
  authorize(ctx.actor, reportPolicy.edit(ctx.actor, place));
  const rows = await readMonth(ctx, place, input);
  for (const id of input.serviceIds ?? [])
    if (!rows.some((row) => row.serviceId === id)) throw new Refusal("SERVICE_NOT_DELIVERED_HERE", { field: "serviceIds", values: { id } });
  const at = { month: input.month, currentMonth: monthAt(ctx.now(), place.timeZone) };
  const open = rows.filter((row) => row.id === null || row.state === "DRAFT");
  const refusals = open.flatMap((row) => problemsOf(row, at));
  refuseAll(refusals.filter((one, index) => one.field !== "month" || refusals.findIndex((other) => other.field === "month") === index));
  if (open.length === 0) throw new Refusal("WRONG_STATE", { field: "serviceIds", values: { state: rows[0]?.state ?? "DRAFT" } });
  const ids = open.flatMap((row) => (row.id === null ? [] : [row.id]));
  await sql`update monthly_report set state = 'SUBMITTED', return_reason = null, submitted_at = coalesce(submitted_at, ${ctx.now()}),
      submitted_by = ${ctx.actor.id}, version = version + 1, updated_at = ${ctx.now()} where id = any(${ids})`.execute(ctx.db);
  await refreshOutliers(ctx, { jurisdictionIds: [place.id], serviceIds: open.map((row) => row.serviceId) });
  await emit(ctx, { type: "reports.submitted", payload: { jurisdictionId: place.id, month: input.month, count: ids.length } });
  const submitted = await selectReports(ctx, sql`where r.id = any(${ids}) order by r.service_id`);
  return { reports: submitted.map((row) => reportView(ctx.actor, row)) };
}

type MonthRow = StoredFigures & {
  readonly id: string | null;
  readonly state: ReportState;
  readonly version: number;
  readonly serviceId: string;
  readonly code: string;
};

async function readMonth(ctx: Context, place: FoundPlace, input: SubmitReportsInput): Promise<readonly MonthRow[]> {
  const month = firstDay(input.month);
  const { rows } = await sql<MonthRow>`with r as materialized (select * from monthly_report
      where jurisdiction_id = ${place.id} and month = ${month}::date order by id for update)
    select r.id, r.state, r.version, s.id as "serviceId", s.code, ${figureColumns}
    from service s left join r on r.service_id = s.id
    where s.country = ${place.country} and s.delivered_at = ${place.level} and (s.retired_at is null or s.retired_at > ${month}::date)
      and (${input.serviceIds ?? null}::uuid[] is null or s.id = any(${input.serviceIds ?? null}))
    order by s.code`.execute(ctx.db);
  return rows;
}

function problemsOf(row: MonthRow, at: { readonly month: string; readonly currentMonth: string }): Refusal[] {
  const prefix = `services.${row.code}`;
  if (row.id === null) return figureProblems(NO_FIGURES, { ...at, prefix });
  return new MonthlyReport({ state: row.state, version: row.version, figures: row }).submissionProblems(at.month, at.currentMonth, prefix);
}
