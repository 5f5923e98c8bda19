import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Connection, connectionFrom, keyset, type PageArgs, pageOf } from "../../kernel/graphql/connection.ts";
import { checkedId } from "../../kernel/graphql/ids.ts";
import type { AuditEventFilter, AuditEventView } from "./audit-event.type.ts";

/**
 * Recorded changes, the latest first; judges' cards are among them once their stage is closed. For administrators and auditors: the resolver says
 * so.
 */
export async function listAuditEvents(ctx: Context, args: PageArgs, filter: AuditEventFilter): Promise<Connection<AuditEventView>> {
  const page = pageOf(args);
  const { where, orderBy, limit } = keyset(page, { columns: [sql`event.id`], descending: true });
  const { rows } = await sql<AuditEventView>`with chosen as materialized (
      select event.id from audit_event as event
      where ${sql.join([where, sql`isonga_audit_told(event)`, ...conditions(filter)], sql` and `)} ${orderBy} ${limit})
    select event.id::text as id, event.at, event.verb, event.reason, event.subject_type as "subjectType", event.subject_id as "subjectId",
      event.request_id as "requestId", isonga_audit_before(event) as before, isonga_audit_after(event) as after,
      case when person.id is not null then jsonb_build_object('id', person.id, 'name', person.name) end as actor
    from chosen join audit_event as event using (id) left join person on person.id = event.actor_id ${orderBy}`.execute(ctx.db);
  return connectionFrom(rows, page, (row) => [row.id]);
}

/** The kinds of things and acts that the record knows, for choosing among them. */
export async function auditVocabulary(
  ctx: Context,
): Promise<{ readonly subjectTypes: readonly string[]; readonly verbs: readonly string[] }> {
  const { rows } = await sql<{ subjectTypes: string[]; verbs: string[] }>`select
    (${distinct("subject_type")}) as "subjectTypes", (${distinct("verb")}) as verbs`.execute(ctx.db);
  return rows[0] ?? { subjectTypes: [], verbs: [] };
}

function conditions({ subjectType, subjectId, actorId, verb, from, to }: AuditEventFilter): readonly RawBuilder<boolean>[] {
  return [
    ...(subjectType ? [sql<boolean>`event.subject_type = ${subjectType}`] : []),
    ...(subjectId ? [sql<boolean>`event.subject_id = ${checkedId(subjectId, "filter.subjectId")}`] : []),
    ...(actorId ? [sql<boolean>`event.actor_id = ${checkedId(actorId, "filter.actorId")}`] : []),
    ...(verb ? [sql<boolean>`event.verb = ${verb}`] : []),
    ...(from ? [sql<boolean>`event.at >= ${from}`] : []),
    ...(to ? [sql<boolean>`event.at < ${to}`] : []),
  ];
}

/** The distinct values of an indexed column, one index probe a value: the record grows without end. */
function distinct(column: "subject_type" | "verb"): RawBuilder<unknown> {
  const value = sql.ref(column);
  return sql`with recursive known(value) as (
      select min(${value}) from audit_event
      union all select (select min(${value}) from audit_event where ${value} > known.value) from known where known.value is not null
    ) select coalesce(jsonb_agg(value order by value), '[]') from known where value is not null`;
}
