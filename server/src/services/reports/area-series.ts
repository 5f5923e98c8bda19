import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { firstDay } from "./find-report-place.ts";
import { type AreaWindow, visiblePlace } from "./report-overview.ts";
import type { AreaMonth } from "./report-overview.type.ts";

/** Which figures to sum. Approved and locked reports only, unless those that wait for approval are wanted too. */
export type SeriesQuery = AreaWindow & { readonly serviceId: string | null; readonly withSubmitted: boolean };

/** An area's months, oldest first: sums over its subtree, then ratios. Months without a report are there with zeros. */
export async function areaSeries(ctx: Context, query: SeriesQuery): Promise<AreaMonth[]> {
  const place = await visiblePlace(ctx, query);
  const states = query.withSubmitted ? ["SUBMITTED", "APPROVED", "LOCKED"] : ["APPROVED", "LOCKED"];
  const { rows } = await sql<AreaMonth>`with sums as materialized (
      select r.month, count(*)::int as reports, sum(r.carried_over) as carried_over, sum(r.received) as received, sum(r.processed) as processed,
        sum(r.processed_in_time) as in_time, sum(r.processing_hours) as hours, sum(r.self_applications) as self
      from monthly_report r
      where r.jurisdiction_id in (select id from jurisdiction where path <@ ${place.path}::ltree)
        and r.month between ${firstDay(query.from)}::date and ${firstDay(query.to)}::date and r.state = any(${states})
        and (${query.serviceId}::uuid is null or r.service_id = ${query.serviceId}::uuid)
      group by r.month)
    select to_char(m.month, 'YYYY-MM') as month, coalesce(s.reports, 0) as reports, coalesce(s.carried_over, 0)::text as "carriedOver",
      coalesce(s.received, 0)::text as received, coalesce(s.processed, 0)::text as processed,
      coalesce(s.in_time, 0)::text as "processedInTime", coalesce(s.self, 0)::text as "selfApplications",
      round(s.processed::numeric / nullif(s.received + s.carried_over, 0), 4)::text as "processingRate",
      round(s.hours / nullif(s.processed, 0), 2)::text as "meanHours",
      round(s.in_time::numeric / nullif(s.processed, 0), 4)::text as "onTimeShare"
    from generate_series(${firstDay(query.from)}::date, ${firstDay(query.to)}::date, interval '1 month') as m (month)
    left join sums s on s.month = m.month::date order by m.month`.execute(ctx.db);
  return rows;
}
