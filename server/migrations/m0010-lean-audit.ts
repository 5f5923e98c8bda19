import { Migration } from "@mikro-orm/migrations";

/**
 * The record of changes keeps of an update the columns that it changed and no others, and its indexes grow at their ends. What a row was
 * as a whole before and after is put together from the record when it is read; what was recorded whole before stays as it is.
 */
export class M0010LeanAudit extends Migration {
  override up(): void {
    // The expression that makes the JSON of one side, o or n, of the columns that changed in every row or, asked row by row, in some.
    this.addSql(`create function isonga_changed_image(side text, columns text[], changed bigint[]) returns text language sql immutable as $$
      select 'jsonb_build_object(' || coalesce(string_agg(format('%L, %I.%I', name, side, name), ', ') filter (where times = changed[1]), '') || ')'
        || coalesce(string_agg(format(' || case when o.%1$I is distinct from n.%1$I then jsonb_build_object(%1$L, %2$I.%1$I) else ''{}'' end',
          name, side), '') filter (where times between 1 and changed[1] - 1), '')
      from unnest(columns, changed[2:]) as counted (name, times) $$`);
    this.addSql(recordSql(CHANGED_COLUMNS));
    this.addSql(`drop index audit_event_subject, audit_event_actor, audit_event_verb`);
    this.addSql(`create index audit_event_subject on audit_event (subject_type, subject_id, id)`);
    this.addSql(`create index audit_event_actor on audit_event (actor_id, id) where actor_id is not null`);
    this.addSql(`create index audit_event_verb on audit_event (verb, id)`);
    this.addSql(`create aggregate isonga_written_over (jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}')`);
    // An id never changes, so an image without one has changed columns only: what it leaves out is as the record last said.
    this.addSql(`create function isonga_audit_after(event audit_event) returns jsonb language sql stable as $$
      select case when event.after is null or event.after ? 'id' then event.after
        else (select isonga_written_over(e.after order by e.id) from audit_event e
          where e.subject_type = event.subject_type and e.subject_id = event.subject_id and e.id <= event.id) end $$`);
    this.addSql(`create function isonga_audit_before(event audit_event) returns jsonb language sql stable as $$
      select case when event.before is null or event.before ? 'id' then event.before else isonga_audit_after(event) || event.before end $$`);
    this.addSql(toldSql("coalesce(isonga_audit_after(event), event.before)"));
  }

  override down(): void {
    this.addSql(toldSql("coalesce(event.after, event.before)"));
    this.addSql(`drop function isonga_audit_before(audit_event), isonga_audit_after(audit_event)`);
    this.addSql(`drop aggregate isonga_written_over (jsonb)`);
    this.addSql(`drop index audit_event_subject, audit_event_actor, audit_event_verb`);
    this.addSql(`create index audit_event_subject on audit_event (subject_type, subject_id, id desc)`);
    this.addSql(`create index audit_event_actor on audit_event (actor_id, id desc)`);
    this.addSql(`create index audit_event_verb on audit_event (verb, id desc)`);
    this.addSql(recordSql(WHOLE_ROWS));
    this.addSql(`drop function isonga_changed_image(text, text[], bigint[])`);
  }
}

const INSERT = "insert into audit_event (actor_id, request_id, verb, reason, subject_type, subject_id, before, after)";

/** What an update records: both rows as a whole, as it was before. */
const WHOLE_ROWS = `
          ${INSERT}
            select actor, request, verb, reason, tg_table_name, n.id, to_jsonb(o), to_jsonb(n)
            from new_rows n join old_rows o using (id) where o is distinct from n;`;

/**
 * What an update records: what it changed. A few rows are compared column by column as JSON, by a plan that is kept; of many rows it is
 * counted first which columns changed at all, and only these ever become JSON: most of what a bulk update cost was making JSON of the rest.
 */
const CHANGED_COLUMNS = `
          if (select count(*) from (select from new_rows limit 65) counted) < 65 then
            ${INSERT}
              select actor, request, verb, reason, tg_table_name, n.id, change.before, change.after
              from new_rows n join old_rows o using (id)
              cross join lateral (select coalesce(jsonb_object_agg(key, a.value), '{}') as before, coalesce(jsonb_object_agg(key, b.value), '{}') as after
                from jsonb_each(to_jsonb(o)) a join jsonb_each(to_jsonb(n)) b using (key) where a.value is distinct from b.value) change
              where o is distinct from n;
          else
            select array_agg(attname::text order by attnum) into columns from pg_attribute
              where attrelid = tg_relid and attnum > 0 and not attisdropped;
            execute 'select array[count(*), ' || (select string_agg(format('count(*) filter (where o.%1$I is distinct from n.%1$I)', name), ', ')
              from unnest(columns) name) || '] from new_rows n join old_rows o using (id)' into changed;
            execute format('${INSERT}
              select $1, $2, $3, $4, $5, n.id, %s, %s from new_rows n join old_rows o using (id) where o is distinct from n',
              isonga_changed_image('o', columns, changed), isonga_changed_image('n', columns, changed))
              using actor, request, verb, reason, tg_table_name;
          end if;`;

/** The trigger's function; `update` is what it does when rows changed. Nested loops are off because transition tables have no statistics. */
function recordSql(update: string): string {
  return `create or replace function isonga_audit_record() returns trigger language plpgsql set enable_nestloop = off as $$
      #variable_conflict use_variable
      declare
        actor uuid := nullif(current_setting('isonga.actor', true), '')::uuid;
        verb text := coalesce(nullif(current_setting('isonga.verb', true), ''), 'sql');
        request text := nullif(current_setting('isonga.request', true), '');
        reason text := nullif(current_setting('isonga.reason', true), '');
        columns text[];
        changed bigint[];
      begin
        if tg_op = 'INSERT' then
          ${INSERT}
            select actor, request, verb, reason, tg_table_name, n.id, null, to_jsonb(n) from new_rows n;
        elsif tg_op = 'UPDATE' then${update}
        else
          ${INSERT}
            select actor, request, verb, reason, tg_table_name, o.id, to_jsonb(o), null from old_rows o;
        end if;
        return null;
      end $$`;
}

/** Drafts are their judge's alone: what the record has of cards and comparisons is told once their stage is closed. `row` says whose it is. */
function toldSql(row: string): string {
  return `create or replace function isonga_audit_told(event audit_event) returns boolean language sql stable as $$
      select case when event.subject_type not in ('scorecard', 'mark', 'comparison', 'keyed_sheet') then true
        else exists (select from judging_stage s where s.state = 'CLOSED' and s.id = case event.subject_type
          when 'mark' then (select judging_stage_id from scorecard where id = (${row} ->> 'scorecard_id')::uuid)
          when 'keyed_sheet' then (select judging_stage_id from assignment where id = (${row} ->> 'assignment_id')::uuid)
          else (${row} ->> 'judging_stage_id')::uuid end) end $$`;
}
