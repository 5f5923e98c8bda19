import { type LocalizedText, pickText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { RecentAct } from "./home.type.ts";

/** How many audited changes back the acts are gathered from: one act may change many things. */
const LOOK_BACK = 2_000;

/** What the actor did last, the latest first: one act a request and verb, in one statement over the audit record. */
export async function myRecentActs(ctx: Context, limit: number): Promise<readonly RecentAct[]> {
  if (!ctx.actor.id) return [];
  const { rows } = await sql<Row>`with mine as (
      select id, at, verb, request_id, subject_id from audit_event
      where actor_id = ${ctx.actor.id}::uuid order by id desc limit ${LOOK_BACK}
    ), last as materialized (
      select verb, max(id) as id, min(id) as first, max(at) as at, count(distinct subject_id)::int as count
      from mine group by request_id, verb order by max(id) desc limit ${limit}
    ), acts as materialized (
      select last.*, coalesce(isonga_audit_after(event), event.before) as subject from last join audit_event as event on event.id = last.first
    )
    select acts.id::text as id, acts.verb, acts.at, acts.count,
      coalesce(r.names, case when jsonb_typeof(subject->'names') = 'object' then subject->'names' end) as names,
      coalesce(subject->>'name', place.name) as name, place.names as "placeNames"
    from acts
    left join round r on r.id = (subject->>'round_id')::uuid
    left join jurisdiction place on place.id = (subject->>'jurisdiction_id')::uuid and subject->'names' is null
    order by acts.id desc`.execute(ctx.db);
  return rows.map(({ names, placeNames, name, ...row }) => ({
    ...row,
    about: pickText(names, ctx.language) || pickText(placeNames, ctx.language) || name,
  }));
}

type Row = Omit<RecentAct, "about"> & {
  readonly names: LocalizedText | null;
  readonly placeNames: LocalizedText | null;
  readonly name: string | null;
};
