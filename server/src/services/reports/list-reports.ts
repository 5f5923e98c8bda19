import { type RawBuilder, sql } from "kysely";
import { pathsWithRole } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { type Connection, connectionFrom, keyset, pageOf } from "../../kernel/graphql/connection.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import { firstDay } from "./find-report-place.ts";
import type { ReportsArgs } from "./report.inputs.ts";
import { REPORT_VIEWERS, reportPolicy } from "./report.policy.ts";
import type { MonthlyReportView } from "./report.type.ts";
import { reportView, selectReports } from "./report-rows.ts";

/**
 * A page of the reports that the asker may see, the latest month first: one statement. An area is looked up before it, since only a known
 * path tells the planner how much of the country it holds: from that it chooses between the months' index and the area's own reports.
 */
export async function listReports(ctx: Context, args: ReportsArgs): Promise<Connection<MonthlyReportView>> {
  const page = pageOf(args);
  const keys = keyset(page, { columns: [sql`r.month`, sql`r.id`], descending: true });
  const conditions = [...(await areaFilter(ctx, args.areaId)), ...filters(args), visibleTo(ctx), keys.where];
  const rows = await selectReports(ctx, sql`where ${sql.join(conditions, sql` and `)} ${keys.orderBy} ${keys.limit}`);
  const views = rows.map((row) => reportView(ctx.actor, row));
  return connectionFrom(views, page, (report) => [firstDay(report.month), report.id]);
}

/** One report, or null when there is none or the asker may not see it. */
export async function findReport(ctx: Context, id: string): Promise<MonthlyReportView | null> {
  const [row] = await selectReports(ctx, sql`where r.id = ${id}::uuid`);
  return row && reportPolicy.view(ctx.actor, row) ? reportView(ctx.actor, row) : null;
}

/** SQL over the alias `j`: whether the asker may see reports of it. */
export function visibleTo(ctx: Context): RawBuilder<boolean> {
  const paths = pathsWithRole(ctx.actor, ...REPORT_VIEWERS);
  return paths === "EVERYWHERE" ? sql`true` : sql`j.path <@ any(${[...paths]}::ltree[])`;
}

/** Only reports of the area and of those below it. One without any below reports alone: its id is all that is asked for. */
async function areaFilter(ctx: Context, areaId: string | null | undefined): Promise<readonly RawBuilder<boolean>[]> {
  if (!areaId) return [];
  const { rows } = await sql<{ path: string; leaf: boolean }>`select j.path::text as path,
      not exists (select from jurisdiction c where c.parent_id = j.id) as leaf
    from jurisdiction j where j.id = ${checkedId(areaId, "areaId")}::uuid`.execute(ctx.db);
  const [area] = rows;
  if (!area) return [sql<boolean>`false`];
  return [area.leaf ? sql<boolean>`r.jurisdiction_id = ${areaId}::uuid` : sql<boolean>`j.path <@ ${area.path}::ltree`];
}

function* filters(args: ReportsArgs): Generator<RawBuilder<boolean>> {
  if (args.serviceId) yield sql`r.service_id = ${checkedId(args.serviceId, "serviceId")}::uuid`;
  if (args.from) yield sql`r.month >= ${firstDay(args.from)}::date`;
  if (args.to) yield sql`r.month <= ${firstDay(args.to)}::date`;
  if (args.states) yield sql`r.state = any(${[...args.states]})`;
  if (args.flagged === true) yield sql`exists (select from report_outlier o where o.report_id = r.id)`;
  if (args.flagged === false) yield sql`not exists (select from report_outlier o where o.report_id = r.id)`;
}
