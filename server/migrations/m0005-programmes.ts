import { Migration } from "@mikro-orm/migrations";

/** Programmes, their rounds, dated stages, and the versioned instrument that says how a round scores. */
export class M0005Programmes extends Migration {
  override up(): void {
    this.addSql(`create table programme (
      id uuid primary key,
      code text not null unique,
      country text not null,
      names jsonb not null,
      descriptions jsonb not null default '{}',
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`);
    this.addSql(`select isonga_audit('programme')`);
    this.addSql(`create table round (
      id uuid primary key,
      programme_id uuid not null references programme,
      code text not null unique,
      names jsonb not null,
      descriptions jsonb not null default '{}',
      jurisdiction_id uuid not null references jurisdiction,
      time_zone text not null,
      state text not null check (state in ('DRAFT', 'OPEN', 'DECIDING', 'PUBLISHED')),
      illustrative boolean not null default false,
      opened_at timestamptz,
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`);
    this.addSql(`create index round_programme on round (programme_id, id desc)`);
    this.addSql(`select isonga_audit('round')`);
    this.addSql(`alter table role_grant add constraint role_grant_round foreign key (round_id) references round`);
    this.addSql(`create table stage (
      id uuid primary key,
      round_id uuid not null references round on delete cascade,
      code text not null,
      kind text not null check (kind in
        ('REPORTING', 'APPROVAL', 'SUBMISSION', 'ENDORSEMENT', 'CHECK', 'VERIFICATION', 'STANDING', 'DECISION', 'PUBLICATION')),
      position int not null,
      names jsonb not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      grace_minutes int not null default 0 check (grace_minutes >= 0),
      unique (round_id, code),
      check (ends_at > starts_at)
    )`);
    this.addSql(`select isonga_audit('stage')`);
    this.addSql(`create table instrument (
      id uuid primary key,
      round_id uuid not null references round on delete cascade,
      number int not null,
      kind text not null check (kind in ('SERVICE_PERFORMANCE', 'INNOVATION_INDEX')),
      definition jsonb not null,
      reason text,
      frozen_at timestamptz,
      created_by uuid,
      created_at timestamptz not null default now(),
      unique (round_id, number)
    )`);
    this.addSql(`select isonga_audit('instrument')`);
    this.addSql(`create function isonga_instrument_frozen() returns trigger language plpgsql as $$
      begin
        if old.frozen_at is not null then
          raise exception 'instrument % is frozen: write a new version', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger instrument_frozen before update on instrument for each row execute function isonga_instrument_frozen()`);
  }

  override down(): void {
    this.addSql(`alter table role_grant drop constraint role_grant_round`);
    for (const table of ["instrument", "stage", "round", "programme"]) this.addSql(`drop table ${table}`);
    this.addSql(`drop function isonga_instrument_frozen()`);
  }
}
