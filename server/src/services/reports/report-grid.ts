import { monthAt } from "@isonga/schema/report-rules";
import { sql } from "kysely";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import type { MonthFigures } from "../report-outliers.ts";
import { type FoundPlace, findReportPlace, firstDay } from "./find-report-place.ts";
import type { StoredFigures } from "./report.entity.ts";
import { reportPolicy } from "./report.policy.ts";
import type { OutlierFlag } from "./report.type.ts";
import type { ReportGrid, ReportGridRow } from "./report-grid.type.ts";
import { figuresOf, ownColumns, type ReportRow, reportView } from "./report-rows.ts";
import { usualRanges } from "./usual-range.ts";

/** A jurisdiction's month to be filled: each service it delivers, with its report, last month's figures and what is usual. */
export async function reportGrid(ctx: Context, areaId: string, month: string): Promise<ReportGrid> {
  const place = await findReportPlace(ctx, areaId, "jurisdictionId");
  authorize(ctx.actor, reportPolicy.view(ctx.actor, place));
  const rows = await readRows(ctx, place, firstDay(month));
  const { id, code, name, level, country } = place;
  return {
    area: { id, code, name, level, country },
    month,
    currentMonth: monthAt(ctx.now(), place.timeZone),
    dueAt: rows[0]?.dueAt ?? `${month}-28T00:00:00Z`,
    timeZone: place.timeZone,
    rows: rows.map((row) => gridRow(ctx, place, row)),
    viewerCan: { edit: reportPolicy.edit(ctx.actor, place), approve: reportPolicy.approve(ctx.actor, place) },
  };
}

/** SQL of the instant until which a month's reports are in time: the end of the due day of the next month, in the country's zone. */
export const dueAtSql = sql`((m.month + interval '1 month' + c.due_day * interval '1 day')::timestamp at time zone c.time_zone)`;

type GridData = Omit<ReportRow, "id" | "areaCode" | "areaName" | "level" | "country" | "path"> & {
  readonly id: string | null;
  readonly dueAt: string;
  readonly flags: readonly OutlierFlag[] | null;
  readonly history: readonly MonthFigures[] | null;
  readonly last: StoredFigures | null;
};

async function readRows(ctx: Context, place: FoundPlace, month: string): Promise<readonly GridData[]> {
  const { rows } =
    await sql<GridData>`select ${ownColumns}, s.id as "serviceId", to_char(m.month, 'YYYY-MM') as month, ${dueAtSql} as "dueAt",
      (select jsonb_agg(jsonb_build_object('measure', o.measure, 'side', o.side, 'value', o.value::text, 'median', o.median::text,
        'score', o.score::text)) from report_outlier o where o.report_id = r.id) as flags, h.history,
      (select jsonb_build_object('carriedOver', l.carried_over, 'received', l.received, 'processed', l.processed,
        'processedInTime', l.processed_in_time, 'processingHours', l.processing_hours::text, 'selfApplications', l.self_applications)
        from monthly_report l where l.jurisdiction_id = ${place.id} and l.service_id = s.id
          and l.month = m.month - interval '1 month') as last
    from (select ${month}::date as month) m
    cross join (select ${place.timeZone}::text as time_zone, ${place.dueDay}::int as due_day) c
    join service s on s.country = ${place.country} and s.delivered_at = ${place.level} and (s.retired_at is null or s.retired_at > m.month)
    left join monthly_report r on r.jurisdiction_id = ${place.id} and r.service_id = s.id and r.month = m.month
    left join lateral (select jsonb_agg(jsonb_build_object('month', to_char(p.month, 'YYYY-MM'), 'carriedOver', p.carried_over,
        'received', p.received, 'processed', p.processed, 'processedInTime', p.processed_in_time,
        'processingHours', p.processing_hours::text, 'selfApplications', p.self_applications)) as history
      from monthly_report p where p.jurisdiction_id = ${place.id} and p.service_id = s.id and p.state <> 'DRAFT'
        and p.month >= m.month - interval '12 months' and p.month < m.month) h on true
    order by s.code`.execute(ctx.db);
  return rows;
}

function gridRow(ctx: Context, place: FoundPlace, row: GridData): ReportGridRow {
  const area = { areaCode: place.code, areaName: place.name, level: place.level, country: place.country, path: place.path };
  return {
    serviceId: row.serviceId,
    report: row.id === null ? null : reportView(ctx.actor, { ...row, ...area, id: row.id }),
    lastMonth: row.last ? figuresOf(row.last) : null,
    expectedCarriedOver: expectedCarriedOver(row.last),
    usual: usualRanges(row.history ?? []),
  };
}

function expectedCarriedOver(last: StoredFigures | null): number | null {
  if (!last || last.carriedOver === null || last.received === null || last.processed === null) return null;
  return Math.max(0, last.carriedOver + last.received - last.processed);
}
