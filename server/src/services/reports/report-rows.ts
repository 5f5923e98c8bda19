import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import type { ReportState, StoredFigures } from "./report.entity.ts";
import { reportPolicy } from "./report.policy.ts";
import type { MonthlyReportView, OutlierFlag, ReportViewerCan } from "./report.type.ts";

/** A report as SQL gives it, with its place. */
export type ReportRow = StoredFigures & {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly serviceId: string;
  readonly month: string;
  readonly state: ReportState;
  readonly returnReason: string | null;
  readonly submittedAt: string | null;
  readonly approvedAt: string | null;
  readonly updatedAt: string;
  readonly version: number;
  readonly areaCode: string;
  readonly areaName: string;
  readonly level: string;
  readonly country: string;
  readonly path: string;
  readonly flags: readonly OutlierFlag[] | null;
};

/** The six figures of the alias `r`, named as in the contract. */
export const figureColumns = sql`r.carried_over as "carriedOver", r.received, r.processed, r.processed_in_time as "processedInTime",
  r.processing_hours as "processingHours", r.self_applications as "selfApplications"`;

/** A report's own columns of the alias `r`. */
export const ownColumns = sql`r.id, r.jurisdiction_id as "jurisdictionId", r.service_id as "serviceId",
  to_char(r.month, 'YYYY-MM') as month, ${figureColumns}, r.state, r.return_reason as "returnReason", r.submitted_at as "submittedAt",
  r.approved_at as "approvedAt", r.updated_at as "updatedAt", r.version`;

const flagColumn = sql`(select jsonb_agg(jsonb_build_object('measure', o.measure, 'side', o.side, 'value', o.value::text,
  'median', o.median::text, 'score', o.score::text) order by o.score desc) from report_outlier o where o.report_id = r.id) as flags`;

/** Reports with their places, in one statement; `condition` is what follows `from`, over the aliases `r` and `j`. */
export async function selectReports(ctx: Context, condition: RawBuilder<unknown>): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`select ${ownColumns}, j.code as "areaCode", j.name as "areaName", j.level, j.country,
      j.path::text as path, ${flagColumn}
    from monthly_report r join jurisdiction j on j.id = r.jurisdiction_id ${condition}`.execute(ctx.db);
  return rows;
}

/** The report as the world sees it. */
export function reportView(actor: Actor, row: ReportRow): MonthlyReportView {
  return {
    id: row.id,
    area: { id: row.jurisdictionId, code: row.areaCode, name: row.areaName, level: row.level, country: row.country },
    serviceId: row.serviceId,
    month: row.month,
    figures: figuresOf(row),
    state: row.state,
    returnReason: row.returnReason,
    submittedAt: row.submittedAt,
    approvedAt: row.approvedAt,
    updatedAt: row.updatedAt,
    flags: row.flags ?? [],
    version: row.version,
    viewerCan: viewerCan(actor, row),
  };
}

/** Only the figures of a row. */
export function figuresOf(row: StoredFigures): StoredFigures {
  const { carriedOver, received, processed, processedInTime, processingHours, selfApplications } = row;
  return { carriedOver, received, processed, processedInTime, processingHours, selfApplications };
}

function viewerCan(actor: Actor, row: { readonly state: ReportState; readonly path: string }): ReportViewerCan {
  const approver = reportPolicy.approve(actor, row);
  return {
    edit: row.state === "DRAFT" && reportPolicy.edit(actor, row),
    approve: row.state === "SUBMITTED" && approver,
    return: (row.state === "SUBMITTED" || row.state === "APPROVED") && approver,
    reopen: row.state === "LOCKED" && reportPolicy.reopen(actor, row),
  };
}
