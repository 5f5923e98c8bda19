import type { LocalizedText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Role } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { placeName } from "../../places/jurisdiction-rows.ts";
import type { HomeTask, HomeVerb } from "./home.type.ts";
import { BARE_TASK } from "./home-source.ts";

/**
 * Monthly reports that wait: for staff those of the last finished month that are not there or not submitted, older drafts, and the
 * returned ones; for coordinators the submitted ones. One task a granted place and month.
 */
export async function reportTasks(ctx: Context): Promise<readonly HomeTask[]> {
  const scopes = scopesOf(ctx);
  if (scopes.length === 0) return [];
  const { rows } = await sql<Row>`with grants as (
      select distinct place.id, place.name, place.names, place.path, g.role
      from jsonb_to_recordset(${JSON.stringify(scopes)}::jsonb) as g(id uuid, role text)
      join jurisdiction place on place.id = g.id or (g.id is null and place.parent_id is null)
    ), finished as (
      select (date_trunc('month', ${ctx.now()}::timestamptz at time zone 'UTC') - interval '1 month')::date as month
    ), waiting as (
      select g.id, case when g.role = 'COORDINATOR' then 'APPROVE_REPORTS' when r.return_reason is null then 'SUBMIT_REPORTS'
          else 'MEND_REPORTS' end as verb, r.month,
        case when g.role = 'COORDINATOR' then r.submitted_at when r.return_reason is null then (r.month + interval '1 month') at time zone 'UTC'
          else r.updated_at end as since
      from grants g join jurisdiction k on k.path <@ g.path join monthly_report r on r.jurisdiction_id = k.id, finished
      where r.month <= finished.month and r.state = case g.role when 'COORDINATOR' then 'SUBMITTED' else 'DRAFT' end
      union all
      select g.id, 'SUBMIT_REPORTS', finished.month, (finished.month + interval '1 month') at time zone 'UTC'
      from grants g cross join finished join jurisdiction k on k.path <@ g.path
      join service v on v.country = k.country and v.delivered_at = k.level
      where g.role = 'STAFF' and (v.retired_at is null or v.retired_at > finished.month)
        and (k.valid_from is null or k.valid_from <= finished.month) and (k.valid_to is null or k.valid_to > finished.month)
        and not exists (select from monthly_report r where r.jurisdiction_id = k.id and r.service_id = v.id and r.month = finished.month)
    )
    select w.id, w.verb, to_char(w.month, 'YYYY-MM') as month, count(*)::int as count, min(w.since) as since, g.name, g.names
    from waiting w join (select distinct id, name, names from grants) g on g.id = w.id
    group by w.id, w.verb, w.month, g.name, g.names`.execute(ctx.db);
  return rows.map((row) => ({
    ...BARE_TASK,
    id: `${row.verb}:${row.id}:${row.month}`,
    verb: row.verb,
    count: row.count,
    since: row.since,
    month: row.month,
    placeId: row.id,
    placeName: placeName(row, ctx.language),
  }));
}

type Row = {
  readonly id: string;
  readonly verb: HomeVerb;
  readonly month: string;
  readonly count: number;
  readonly since: string;
  readonly name: string;
  readonly names: LocalizedText;
};

const REPORTING_ROLES: readonly Role[] = ["STAFF", "COORDINATOR"];

/** Places in which the actor reports or approves; null is everywhere. */
function scopesOf(ctx: Context): readonly { readonly id: string | null; readonly role: Role }[] {
  return ctx.actor.grants.flatMap(({ role, scope }): { readonly id: string | null; readonly role: Role }[] => {
    if (!REPORTING_ROLES.includes(role)) return [];
    if (scope.kind === "PLATFORM") return [{ id: null, role }];
    return scope.kind === "JURISDICTION" ? [{ id: scope.id, role }] : [];
  });
}
