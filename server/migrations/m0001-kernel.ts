import { Migration } from "@mikro-orm/migrations";

/** What every feature stands on: extensions, the audit record, idempotency, the outbox, import runs. */
export class M0001Kernel extends Migration {
  override up(): void {
    this.addSql(`create extension if not exists ltree`);
    this.addSql(`create extension if not exists pg_trgm`);

    this.addSql(`create table audit_event (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      actor_id uuid,
      request_id text,
      verb text not null,
      reason text,
      subject_type text not null,
      subject_id uuid,
      before jsonb,
      after jsonb
    )`);
    this.addSql(`create index audit_event_subject on audit_event (subject_type, subject_id, id desc)`);
    this.addSql(`create index audit_event_actor on audit_event (actor_id, id desc)`);
    this.addSql(`create index audit_event_verb on audit_event (verb, id desc)`);

    // One function for every audited table: it sees whole statements, so a bulk import costs one more insert, not one a row. Transition
    // tables have no statistics: without the setting, before and after of a bulk update would be joined row by row.
    this.addSql(`create function isonga_audit_record() returns trigger language plpgsql set enable_nestloop = off as $$
      #variable_conflict use_variable
      declare
        actor uuid := nullif(current_setting('isonga.actor', true), '')::uuid;
        verb text := coalesce(nullif(current_setting('isonga.verb', true), ''), 'sql');
        request text := nullif(current_setting('isonga.request', true), '');
        reason text := nullif(current_setting('isonga.reason', true), '');
      begin
        if tg_op = 'INSERT' then
          insert into audit_event (actor_id, request_id, verb, reason, subject_type, subject_id, before, after)
            select actor, request, verb, reason, tg_table_name, n.id, null, to_jsonb(n) from new_rows n;
        elsif tg_op = 'UPDATE' then
          insert into audit_event (actor_id, request_id, verb, reason, subject_type, subject_id, before, after)
            select actor, request, verb, reason, tg_table_name, n.id, to_jsonb(o), to_jsonb(n)
            from new_rows n join old_rows o using (id) where o is distinct from n;
        else
          insert into audit_event (actor_id, request_id, verb, reason, subject_type, subject_id, before, after)
            select actor, request, verb, reason, tg_table_name, o.id, to_jsonb(o), null from old_rows o;
        end if;
        return null;
      end $$`);
    this.addSql(`create function isonga_audit(target regclass) returns void language plpgsql as $$
      begin
        execute format('create trigger audit_insert after insert on %s referencing new table as new_rows for each statement execute function isonga_audit_record()', target);
        execute format('create trigger audit_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function isonga_audit_record()', target);
        execute format('create trigger audit_delete after delete on %s referencing old table as old_rows for each statement execute function isonga_audit_record()', target);
      end $$`);
    // For tables whose rows are never changed once written, by whoever asks.
    this.addSql(`create function isonga_immutable() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`create function isonga_freeze(target regclass) returns void language plpgsql as $$
      begin
        execute format('create trigger frozen_rows before update or delete on %s for each row execute function isonga_immutable()', target);
        execute format('create trigger frozen_table before truncate on %s for each statement execute function isonga_immutable()', target);
      end $$`);
    this.addSql(`select isonga_freeze('audit_event')`);

    this.addSql(`create table idempotency_key (
      actor_id text not null,
      key text not null,
      verb text not null,
      input_hash text not null,
      answer jsonb,
      created_at timestamptz not null default now(),
      primary key (actor_id, key)
    )`);

    this.addSql(`create table outbox_event (
      id bigint generated always as identity primary key,
      type text not null,
      payload jsonb not null,
      created_at timestamptz not null default now(),
      delivered_at timestamptz
    )`);

    this.addSql(`create table import_run (
      id uuid primary key,
      kind text not null check (kind in ('PLACES', 'SERVICES', 'REPORTS', 'ROUND', 'INNOVATIONS', 'REGIONAL')),
      file_name text not null,
      file_key text,
      mode text not null check (mode in ('REJECT_EVERYTHING', 'REJECT_FAILED_ROWS')),
      dry_run boolean not null,
      state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED')),
      started_by uuid,
      language text not null,
      rows_total int,
      rows_read int not null default 0,
      rows_new int not null default 0,
      rows_changed int not null default 0,
      rows_unchanged int not null default 0,
      rows_refused int not null default 0,
      fault_id text,
      options jsonb not null default '{}',
      understood jsonb,
      created_at timestamptz not null,
      finished_at timestamptz
    )`);
    this.addSql(`create index import_run_started_by on import_run (started_by, id desc)`);
    this.addSql(`create table import_refusal (
      id uuid primary key,
      run_id uuid not null references import_run on delete cascade,
      line int not null,
      "column" text,
      code text not null,
      "values" jsonb not null default '{}',
      row jsonb not null
    )`);
    this.addSql(`create index import_refusal_run on import_refusal (run_id, line, id)`);
    this.addSql(`create table import_change (
      id uuid primary key,
      run_id uuid not null references import_run on delete cascade,
      line int not null,
      kind text not null check (kind in ('NEW', 'CHANGED')),
      subject text not null,
      before jsonb,
      after jsonb not null
    )`);
    this.addSql(`create index import_change_run on import_change (run_id, line, id)`);
  }

  override down(): void {
    for (const table of ["import_change", "import_refusal", "import_run", "outbox_event", "idempotency_key", "audit_event"])
      this.addSql(`drop table ${table}`);
    this.addSql(`drop function isonga_audit(regclass), isonga_audit_record(), isonga_freeze(regclass), isonga_immutable()`);
    this.addSql(`drop extension pg_trgm`);
    this.addSql(`drop extension ltree`);
  }
}
