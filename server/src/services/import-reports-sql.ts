import { type RawBuilder, sql } from "kysely";
import { type Actor, pathsWithRole, type Role } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import type { ImportPlan } from "../kernel/imports/importer.ts";
import { newIdSql } from "../kernel/imports/new-id-sql.ts";
import { enqueue } from "../kernel/jobs/jobs.ts";
import { Refusal } from "../kernel/refusal.ts";
import { refreshOutliersJob } from "./reports/refresh-outliers.ts";

/** New rows told in the plan; the file says the rest. */
const NEW_TOLD = 200;

export type ReportPlanOptions = {
  readonly country: string;
  readonly system?: string | undefined;
  readonly state: "SUBMITTED" | "APPROVED";
};

/**
 * Compares the staged rows with what is known, in a few statements whatever their number. Refuses rows with UNKNOWN_REFERENCE, FORBIDDEN
 * (outside of the actor's areas: told before anything about reports there), SERVICE_NOT_DELIVERED_HERE, ROW_TWICE, REPORT_LOCKED, and
 * WRONG_STATE (approved figures, by someone who could not approve them). A row that says what is known is unchanged, whatever its state.
 */
export async function planReports(ctx: Context, options: ReportPlanOptions): Promise<ImportPlan> {
  await sql`analyze report_stage`.execute(ctx.db);
  await resolveRows(ctx, options);
  await sql`insert into import_problem (line, "column", code, "values")
    select line, nullif(split_part(problem, ' ', 2), ''), split_part(problem, ' ', 1), case split_part(problem, ' ', 1)
      when 'UNKNOWN_REFERENCE' then jsonb_build_object('value', case split_part(problem, ' ', 2) when 'service' then service else place end)
      when 'ROW_TWICE' then jsonb_build_object('line', first_line)
      else jsonb_build_object('state', state) end
    from report_row where problem is not null`.execute(ctx.db);
  await tellReports(ctx);
  return countReports(ctx);
}

/** Writes what is new and what differs: one insert, one update. Refuses STALE_VERSION when somebody changed one of them meanwhile. */
export async function applyReports(ctx: Context): Promise<void> {
  const now = ctx.now();
  const by = sql`case when target = 'APPROVED' then ${now}::timestamptz end, case when target = 'APPROVED' then ${ctx.actor.id}::uuid end`;
  const added =
    await sql`insert into monthly_report (id, jurisdiction_id, service_id, month, carried_over, received, processed, processed_in_time,
      processing_hours, self_applications, state, submitted_at, submitted_by, approved_at, approved_by, created_at, updated_at)
    select ${newIdSql(now, sql<number>`line`)}, jurisdiction_id, service_id, month, carried_over, received, processed, processed_in_time,
      processing_hours, self_applications, target, ${now}, ${ctx.actor.id}::uuid, ${by}, ${now}, ${now}
    from report_row where action = 'NEW' order by line on conflict do nothing`.execute(ctx.db);
  const changed = await sql`update monthly_report r set carried_over = s.carried_over, received = s.received, processed = s.processed,
      processed_in_time = s.processed_in_time, processing_hours = s.processing_hours, self_applications = s.self_applications, state = s.target,
      return_reason = null, submitted_at = ${now}, submitted_by = ${ctx.actor.id}::uuid,
      approved_at = case when s.target = 'APPROVED' then ${now}::timestamptz end,
      approved_by = case when s.target = 'APPROVED' then ${ctx.actor.id}::uuid end, version = r.version + 1, updated_at = ${now}
    from report_row s where s.action = 'CHANGED' and r.id = s.report_id and r.version = s.version`.execute(ctx.db);
  const expected = await countReports(ctx);
  if (Number(added.numAffectedRows) !== expected.added || Number(changed.numAffectedRows) !== expected.changed)
    throw new Refusal("STALE_VERSION");
  await flagOutliers(ctx);
}

const DIFFERS = sql`(r.carried_over, r.received, r.processed, r.processed_in_time, r.processing_hours, r.self_applications) is distinct from
  (s.carried_over, s.received, s.processed, s.processed_in_time, s.processing_hours, s.self_applications)`;

async function resolveRows(ctx: Context, { country, system, state }: ReportPlanOptions): Promise<void> {
  const place = system
    ? sql`(select j.* from jurisdiction j join jurisdiction_code c on c.jurisdiction_id = j.id where j.country = ${country} and c.system = ${system})`
    : sql`(select * from jurisdiction where country = ${country})`;
  const key = system ? sql`(select c.code from jurisdiction_code c where c.jurisdiction_id = j.id and c.system = ${system})` : sql`j.code`;
  await sql`create temporary table report_row on commit drop as
    select line, place, service, month, s_carried_over as carried_over, s_received as received, s_processed as processed,
      s_processed_in_time as processed_in_time, s_processing_hours as processing_hours, s_self_applications as self_applications,
      jurisdiction_id, service_id, report_id, version, state, before, first_line, target, problem,
      case when problem is not null then 'REFUSED' when report_id is null then 'NEW' when differs or state <> target then 'CHANGED'
        else 'UNCHANGED' end as action
    from (
      select *, case
        when jurisdiction_id is null then 'UNKNOWN_REFERENCE jurisdiction'
        when not may_edit then 'FORBIDDEN jurisdiction'
        when service_id is null then 'UNKNOWN_REFERENCE service'
        when not delivered then 'SERVICE_NOT_DELIVERED_HERE service'
        when first_line < line then 'ROW_TWICE '
        when differs and state = 'LOCKED' then 'REPORT_LOCKED '
        when differs and state = 'APPROVED' and not may_approve then 'WRONG_STATE '
        when target = 'APPROVED' and state is distinct from 'APPROVED' and not may_approve then 'FORBIDDEN jurisdiction'
      end as problem
      from (
        select s.line, s.place, s.service, s.month, s.carried_over as s_carried_over, s.received as s_received, s.processed as s_processed,
          s.processed_in_time as s_processed_in_time, s.processing_hours as s_processing_hours, s.self_applications as s_self_applications,
          min(s.line) over (partition by s.place, s.service, s.month) as first_line,
          j.id as jurisdiction_id, v.id as service_id, r.id as report_id, r.version, r.state,
          ${may(ctx.actor, "STAFF", "COORDINATOR", "ADMINISTRATOR")} as may_edit, ${may(ctx.actor, "COORDINATOR", "ADMINISTRATOR")} as may_approve,
          v.delivered_at = j.level and (v.retired_at is null or v.retired_at > s.month)
            and (j.valid_to is null or j.valid_to > s.month) as delivered,
          r.id is not null and ${DIFFERS} as differs,
          -- what is approved or locked and right stays so; what is changed takes the state that was asked for
          case when r.state = 'LOCKED' or (r.state = 'APPROVED' and not ${DIFFERS}) then r.state else ${state}::text end as target,
          case when r.id is not null then ${figuresJson("r")} end as before
        from report_stage s
        left join ${place} j on ${key} = s.place
        left join service v on v.country = ${country} and v.code = s.service
        left join monthly_report r on r.jurisdiction_id = j.id and r.service_id = v.id and r.month = s.month
      ) resolved
    ) judged`.execute(ctx.db);
}

/** Whether the actor has one of the roles at the place `j`. */
function may(actor: Actor, ...roles: readonly Role[]): RawBuilder<boolean> {
  const paths = pathsWithRole(actor, ...roles);
  return paths === "EVERYWHERE" ? sql<boolean>`true` : sql<boolean>`coalesce(j.path <@ ${[...paths]}::ltree[], false)`;
}

function figuresJson(alias: string): RawBuilder<unknown> {
  const at = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`jsonb_build_object('carriedOver', ${at("carried_over")}, 'received', ${at("received")}, 'processed', ${at("processed")},
    'processedInTime', ${at("processed_in_time")}, 'processingHours', ${at("processing_hours")}, 'selfApplications', ${at("self_applications")},
    'state', ${at(alias === "r" ? "state" : "target")})`;
}

async function tellReports(ctx: Context): Promise<void> {
  await sql`insert into import_delta (line, kind, subject, before, after)
    select line, action, place || ' · ' || service || ' · ' || to_char(month, 'YYYY-MM'), before, ${figuresJson("t")}
    from ((select * from report_row where action = 'NEW' order by line limit ${NEW_TOLD})
      union all (select * from report_row where action = 'CHANGED')) t`.execute(ctx.db);
}

async function countReports(ctx: Context): Promise<ImportPlan> {
  type Counts = {
    added: number;
    changed: number;
    unchanged: number;
    places: number;
    services: number;
    from: string | null;
    to: string | null;
  };
  const { rows } = await sql<Counts>`select count(*) filter (where action = 'NEW')::int as added,
      count(*) filter (where action = 'CHANGED')::int as changed, count(*) filter (where action = 'UNCHANGED')::int as unchanged,
      count(distinct jurisdiction_id)::int as places, count(distinct service_id)::int as services,
      to_char(min(month), 'YYYY-MM') as from, to_char(max(month), 'YYYY-MM') as to from report_row`.execute(ctx.db);
  const [found] = rows;
  if (!found) return { added: 0, changed: 0, unchanged: 0 };
  const { added, changed, unchanged, places, services, from, to } = found;
  const months: Record<string, string> = from && to ? { monthFrom: from, monthTo: to } : {};
  return { added, changed, unchanged, facts: { places: String(places), services: String(services), ...months } };
}

async function flagOutliers(ctx: Context): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select distinct jurisdiction_id as id from report_row where action in ('NEW', 'CHANGED')`.execute(ctx.db);
  if (rows.length > 0) await enqueue(ctx, refreshOutliersJob, { payload: { jurisdictionIds: rows.map(({ id }) => id) } });
}
