import { sql } from "kysely";
import { becauseOf } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { emit } from "../../kernel/outbox.ts";
import { refreshOutliers } from "./refresh-outliers.ts";
import { MonthlyReport, type ReportState } from "./report.entity.ts";
import type { ReopenReportsInput, ReturnReportsInput } from "./report.inputs.ts";
import { reportPolicy } from "./report.policy.ts";
import { figuresOf, type ReportRow } from "./report-rows.ts";
import { cleanReason, seenReports } from "./seen-reports.ts";

/** Gives submitted or approved reports back to their writers as drafts, with a reason that they read in the grid. */
export async function returnReports(ctx: Context, input: ReturnReportsInput): Promise<{ readonly count: number }> {
  const reason = cleanReason(input.reason);
  const rows = await seenReports(ctx, { reports: input.reports, allowed: reportPolicy.approve });
  return backToDraft(ctx, { rows, reason, from: ["SUBMITTED", "APPROVED"] });
}

/** Opens locked reports again: an administrator's last resort, with a reason. */
export async function reopenReports(ctx: Context, input: ReopenReportsInput): Promise<{ readonly count: number }> {
  const reason = cleanReason(input.reason);
  const rows = await seenReports(ctx, { reports: input.reports, allowed: reportPolicy.reopen });
  return backToDraft(ctx, { rows, reason, from: ["LOCKED"] });
}

type Back = { readonly rows: readonly ReportRow[]; readonly reason: string; readonly from: readonly ReportState[] };

async function backToDraft(ctx: Context, { rows, reason, from }: Back): Promise<{ readonly count: number }> {
  for (const row of rows) new MonthlyReport({ ...row, figures: figuresOf(row) }).expect(...from);
  const ids = rows.map((row) => row.id);
  await becauseOf(ctx, reason);
  await sql`update monthly_report set state = 'DRAFT', return_reason = ${reason}, approved_at = null, approved_by = null,
      version = version + 1, updated_at = ${ctx.now()} where id = any(${ids})`.execute(ctx.db);
  await refreshOutliers(ctx, {
    jurisdictionIds: [...new Set(rows.map((row) => row.jurisdictionId))],
    serviceIds: [...new Set(rows.map((row) => row.serviceId))],
  });
  await emit(ctx, { type: "reports.returned", payload: { reportIds: ids, reason } });
  return { count: ids.length };
}
