import { type RawBuilder, sql } from "kysely";
import { authorize } from "../../kernel/authorize.ts";
import type { Context } from "../../kernel/context.ts";
import { type Connection, connectionFrom, keyset, type PageArgs, pageOf } from "../../kernel/graphql/connection.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type FoundPlace, findReportPlace, firstDay } from "./find-report-place.ts";
import { reportPolicy } from "./report.policy.ts";
import { dueAtSql } from "./report-grid.ts";
import type { ReportCounts, ReportMonth, ReportOverview, ReportOverviewArea } from "./report-overview.type.ts";

/** An area and months, both ends included. */
export type AreaWindow = { readonly areaId: string; readonly from: string; readonly to: string };

/** Completeness and timeliness of an area itself with all below it. */
export async function areaCounts(ctx: Context, window: AreaWindow): Promise<ReportOverview> {
  const place = await visiblePlace(ctx, window);
  const [row] = await countPer(ctx, { window, place, targets: sql`select * from jurisdiction where id = ${place.id}` });
  return { ...areaView(row ?? { ...place, ...NOTHING }), viewerCan: { lock: reportPolicy.lock(ctx.actor, place) } };
}

/** A page of the areas right below, each with its whole subtree's counts, in the order of their names: one statement. */
export async function childCounts(ctx: Context, window: AreaWindow, args: PageArgs): Promise<Connection<ReportOverviewArea>> {
  const place = await visiblePlace(ctx, window);
  const page = pageOf(args);
  const keys = keyset(page, { columns: [sql`name`, sql`id`] });
  const targets = sql`select * from jurisdiction where parent_id = ${place.id} and ${keys.where} ${keys.orderBy} ${keys.limit}`;
  const rows = await countPer(ctx, { window, place, targets });
  const ordered = page.backward ? rows.reverse() : rows;
  return connectionFrom(ordered.map(areaView), page, ({ area }) => [area.name, area.id]);
}

/** Each month of an area with all below it, the latest first. */
export async function reportMonths(ctx: Context, window: AreaWindow): Promise<ReportMonth[]> {
  const place = await visiblePlace(ctx, window);
  const { rows } = await sql<ReportCounts & { month: string; dueAt: string }>`with ${months(window, place)},
    reported as materialized (select r.month, ${reportCounts} ${reportsOf(window)} group by r.month),
    expected as materialized (select d.month, sum(d.services) as expected ${deliveries} group by d.month)
    select to_char(due.month, 'YYYY-MM') as month, due.at as "dueAt", ${totals}
    from due left join (select * from expected full join reported using (month)) own on own.month = due.month
    group by due.month, due.at order by due.month desc`.execute(ctx.db);
  return rows.map(({ month, dueAt, ...counts }) => ({ month, dueAt, counts: withMissing(counts) }));
}

type AreaRow = ReportCounts & Pick<FoundPlace, "id" | "code" | "name" | "level" | "country">;
type CountQuery = { readonly window: AreaWindow; readonly place: FoundPlace; readonly targets: RawBuilder<unknown> };

const MOST_MONTHS = 240;
const NOTHING: ReportCounts = { expected: 0, drafted: 0, submitted: 0, approved: 0, locked: 0, onTime: 0, late: 0, missing: 0, flagged: 0 };

const totals = sql`coalesce(sum(own.expected), 0)::int as expected, coalesce(sum(own.drafted), 0)::int as drafted,
  coalesce(sum(own.submitted), 0)::int as submitted, coalesce(sum(own.approved), 0)::int as approved,
  coalesce(sum(own.locked), 0)::int as locked,
  coalesce(sum(own.on_time), 0)::int as "onTime", coalesce(sum(own.late), 0)::int as late, coalesce(sum(own.flagged), 0)::int as flagged`;

/** The area, for whoever may see its reports. Refuses NOT_FOUND, FORBIDDEN, and more than twenty years (INVALID_VALUE). */
export async function visiblePlace(ctx: Context, { areaId, from, to }: AreaWindow): Promise<FoundPlace> {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;
  if (months > MOST_MONTHS) throw new Refusal("INVALID_VALUE", { field: "from", values: { value: from } });
  const place = await findReportPlace(ctx, areaId, "areaId");
  authorize(ctx.actor, reportPolicy.view(ctx.actor, place));
  return place;
}

async function countPer(ctx: Context, { window, place, targets }: CountQuery): Promise<AreaRow[]> {
  const { rows } = await sql<AreaRow>`with ${months(window, place)},
    reported as materialized (select r.jurisdiction_id, ${reportCounts} ${reportsOf(window)} group by r.jurisdiction_id),
    expected as materialized (select b.id, sum(d.services) as services ${deliveries} group by b.id),
    own as materialized (select b.path, e.services as expected, x.*
      from below b left join expected e on e.id = b.id left join reported x on x.jurisdiction_id = b.id
      where e.services is not null or x.jurisdiction_id is not null),
    target as materialized (${targets})
    select t.id, t.code, t.name, t.level, t.country, ${totals}
    from target t left join own on own.path <@ t.path
    group by t.id, t.code, t.name, t.level, t.country order by t.name, t.id`.execute(ctx.db);
  return rows.map((row) => ({ ...row, ...withMissing(row) }));
}

/** SQL of the months (`m`), when each is due (`due`), the area with all below it (`below`) and how many services a level delivers. */
function months({ from, to }: AreaWindow, place: FoundPlace): RawBuilder<unknown> {
  return sql`m as materialized (select month::date from generate_series(${firstDay(from)}::date, ${firstDay(to)}::date, interval '1 month') as month),
    c as materialized (select ${place.timeZone}::text as time_zone, ${place.dueDay}::int as due_day),
    due as materialized (select m.month, ${dueAtSql} as at from m cross join c),
    below as materialized (select id, path, country, level, valid_from, valid_to from jurisdiction where path <@ ${place.path}::ltree),
    delivered as materialized (select s.country, s.delivered_at, m.month, count(*) as services from service s cross join m
      where s.retired_at is null or s.retired_at > m.month group by s.country, s.delivered_at, m.month)`;
}

const deliveries = sql`from below b join delivered d on d.country = b.country and d.delivered_at = b.level
  and (b.valid_from is null or b.valid_from <= d.month) and (b.valid_to is null or b.valid_to > d.month)`;

const reportCounts = sql`count(*) filter (where r.state = 'DRAFT') as drafted, count(*) filter (where r.state = 'SUBMITTED') as submitted,
  count(*) filter (where r.state in ('APPROVED', 'LOCKED')) as approved, count(*) filter (where r.state = 'LOCKED') as locked,
  count(*) filter (where r.submitted_at < due.at) as on_time,
  count(*) filter (where r.submitted_at >= due.at) as late,
  count(*) filter (where r.id in (select report_id from report_outlier)) as flagged`;

function reportsOf({ from, to }: AreaWindow): RawBuilder<unknown> {
  return sql`from monthly_report r join due on due.month = r.month
    where r.jurisdiction_id in (select id from below) and r.month between ${firstDay(from)}::date and ${firstDay(to)}::date`;
}

function withMissing(counts: Omit<ReportCounts, "missing">): ReportCounts {
  const { expected, drafted, submitted, approved, locked, onTime, late, flagged } = counts;
  return {
    expected,
    drafted,
    submitted,
    approved,
    locked,
    onTime,
    late,
    flagged,
    missing: Math.max(0, expected - drafted - submitted - approved),
  };
}

function areaView({ id, code, name, level, country, ...counts }: AreaRow): ReportOverviewArea {
  return { area: { id, code, name, level, country }, counts: withMissing(counts) };
}
