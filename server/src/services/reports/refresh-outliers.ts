import { sql } from "kysely";
import { atomically } from "../../kernel/atomically.ts";
import type { Context } from "../../kernel/context.ts";
import { defineJob, type Job } from "../../kernel/jobs/jobs.ts";
import { findOutliers, type MonthFigures } from "../report-outliers.ts";

/** Months compared: the latest two years of a jurisdiction and service. */
const MONTHS_COMPARED = 24;
const BATCH = 40;

/** Whose reports changed. Without services, all of the jurisdictions'. */
export type OutlierScope = { readonly jurisdictionIds: readonly string[]; readonly serviceIds?: readonly string[] };

/** Makes the flags of these jurisdictions and services anew from their reports that are no drafts: one read, two writes. */
export async function refreshOutliers(ctx: Context, { jurisdictionIds, serviceIds }: OutlierScope): Promise<void> {
  const scope = sql`jurisdiction_id = any(${jurisdictionIds}::uuid[])
    and (${serviceIds ?? null}::uuid[] is null or service_id = any(${serviceIds ?? null}))`;
  const { rows } = await sql<PairMonth>`select id, jurisdiction_id || ' ' || service_id as pair,
      to_char(month, 'YYYY-MM') as month, carried_over as "carriedOver", received, processed, processed_in_time as "processedInTime",
      processing_hours as "processingHours", self_applications as "selfApplications"
    from monthly_report where ${scope} and state <> 'DRAFT' order by pair, month`.execute(ctx.db);
  const flags = pairsOf(rows).flatMap((months) => {
    const compared = months.slice(-MONTHS_COMPARED);
    const idOf = new Map(compared.map((row) => [row.month, row.id]));
    return findOutliers(compared).map(({ month, ...flag }) => ({ report_id: idOf.get(month), ...flag }));
  });
  await sql`delete from report_outlier where report_id in (select id from monthly_report where ${scope})`.execute(ctx.db);
  if (flags.length === 0) return;
  await sql`insert into report_outlier (report_id, measure, side, value, median, score)
    select report_id, measure, side, value, median, score from jsonb_to_recordset(${JSON.stringify(flags)}::jsonb)
      as f (report_id uuid, measure text, side text, value numeric, median numeric, score numeric)
    on conflict (report_id, measure) do update set side = excluded.side, value = excluded.value, median = excluded.median,
      score = excluded.score`.execute(ctx.db);
}

/** The same for many jurisdictions after an import, a few at a time so that memory stays flat. */
export const refreshOutliersJob: Job<{ readonly jurisdictionIds: readonly string[] }> = defineJob({
  name: "refresh-report-outliers",
  run: async (ctx, { jurisdictionIds }) => {
    for (let start = 0; start < jurisdictionIds.length; start += BATCH) {
      const batch = jurisdictionIds.slice(start, start + BATCH);
      await atomically(ctx, { verb: "refreshReportOutliers" }, () => refreshOutliers(ctx, { jurisdictionIds: batch }));
    }
  },
});

type PairMonth = MonthFigures & { readonly id: string; readonly pair: string };

function pairsOf(rows: readonly PairMonth[]): PairMonth[][] {
  const pairs = new Map<string, PairMonth[]>();
  for (const row of rows) {
    const months = pairs.get(row.pair);
    if (months) months.push(row);
    else pairs.set(row.pair, [row]);
  }
  return [...pairs.values()];
}
