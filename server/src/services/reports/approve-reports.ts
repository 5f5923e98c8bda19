import { type RawBuilder, sql } from "kysely";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { emit } from "../../kernel/outbox.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { findReportPlace, firstDay } from "./find-report-place.ts";
import { MonthlyReport } from "./report.entity.ts";
import type { ApproveReportsInput, ApproveReportsPayload, AreaMonthInput } from "./report.inputs.ts";
import { reportPolicy } from "./report.policy.ts";
import { figuresOf } from "./report-rows.ts";
import { seenReports } from "./seen-reports.ts";

/** Approves submitted reports: the named ones (WRONG_STATE for one that is not submitted), or all of an area's month. */
export async function approveReports(ctx: Context, input: ApproveReportsInput): Promise<ApproveReportsPayload> {
  if (Boolean(input.reports) === Boolean(input.areaMonth)) throw new Refusal("REQUIRED", { field: "reports" });
  const ids = input.areaMonth ? await submittedOf(ctx, input.areaMonth) : await submittedAmong(ctx, input.reports ?? []);
  const changed = await sql`update monthly_report set state = 'APPROVED', approved_at = ${ctx.now()}, approved_by = ${ctx.actor.id},
      version = version + 1, updated_at = ${ctx.now()} where id = any(${ids}) and state = 'SUBMITTED'`.execute(ctx.db);
  const count = Number(changed.numAffectedRows ?? 0);
  if (count > 0) await emit(ctx, { type: "reports.approved", payload: { count } });
  return { count };
}

async function submittedAmong(ctx: Context, reports: readonly { readonly id: string; readonly version: number }[]): Promise<string[]> {
  const rows = await seenReports(ctx, { reports, allowed: reportPolicy.approve });
  for (const row of rows) new MonthlyReport({ ...row, figures: figuresOf(row) }).expect("SUBMITTED");
  return rows.map((row) => row.id);
}

async function submittedOf(ctx: Context, { areaId, month, onlyComplete, onlyUnflagged }: AreaMonthInput): Promise<string[]> {
  const place = await findReportPlace(ctx, areaId, "areaMonth.areaId");
  authorize(ctx.actor, reportPolicy.approve(ctx.actor, place));
  const day = firstDay(month);
  const complete: RawBuilder<boolean> = onlyComplete
    ? sql`not exists (select from service s where s.country = j.country and s.delivered_at = j.level
        and (s.retired_at is null or s.retired_at > ${day}::date) and not exists (select from monthly_report o
          where o.jurisdiction_id = j.id and o.service_id = s.id and o.month = ${day}::date and o.state <> 'DRAFT'))`
    : sql`true`;
  const unflagged: RawBuilder<boolean> = onlyUnflagged
    ? sql`not exists (select from report_outlier o where o.report_id = r.id)`
    : sql`true`;
  const { rows } = await sql<{ id: string }>`select r.id from monthly_report r join jurisdiction j on j.id = r.jurisdiction_id
    where r.month = ${day}::date and r.state = 'SUBMITTED' and j.path <@ ${place.path}::ltree and ${complete} and ${unflagged}
    order by r.id for update of r`.execute(ctx.db);
  return rows.map((row) => row.id);
}
