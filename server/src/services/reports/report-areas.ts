import { sql } from "kysely";
import { pathsWithRole } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { REPORT_VIEWERS, reportPolicy } from "./report.policy.ts";
import type { MyReportArea } from "./report.type.ts";

/** The areas at which the asker's own reporting work begins: those granted to them; the countries for who sees everything. */
export async function reportAreas(ctx: Context): Promise<MyReportArea[]> {
  const paths = pathsWithRole(ctx.actor, ...REPORT_VIEWERS);
  const wanted = paths === "EVERYWHERE" ? sql`j.parent_id is null` : sql`j.path = any(${[...paths]}::ltree[])`;
  const { rows } = await sql<
    MyReportArea & { readonly path: string }
  >`select j.id, j.code, j.name, j.level, j.country, j.path::text as path,
      exists (select from service s where s.country = j.country and s.delivered_at = j.level) as "delivers"
    from jurisdiction j where ${wanted} order by j.path limit 100`.execute(ctx.db);
  return rows.map(({ path, ...area }) => ({ ...area, mayApprove: reportPolicy.approve(ctx.actor, { path }) }));
}
