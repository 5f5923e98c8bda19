import { Migration } from "@mikro-orm/migrations";

/** Jurisdictions in a tree, their codes and leagues, agencies; and the grants, which need a place to hold. */
export class M0003Places extends Migration {
  override up(): void {
    this.addSql(`create table area_level (
      country text not null,
      code text not null,
      position int not null,
      names jsonb not null,
      key_system text not null,
      primary key (country, code),
      unique (country, position)
    )`);
    this.addSql(`create table jurisdiction (
      id uuid primary key,
      country text not null,
      level text not null,
      code text not null,
      name text not null,
      names jsonb not null default '{}',
      parent_id uuid references jurisdiction,
      path ltree not null,
      population int check (population >= 0),
      valid_from date,
      valid_to date,
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (country, code),
      foreign key (country, level) references area_level (country, code),
      check (valid_to is null or valid_from is null or valid_to > valid_from)
    )`);
    this.addSql(`create index jurisdiction_path on jurisdiction using gist (path)`);
    this.addSql(`create unique index jurisdiction_path_unique on jurisdiction (path)`);
    this.addSql(`create index jurisdiction_parent on jurisdiction (parent_id, name, id)`);
    this.addSql(`create index jurisdiction_level on jurisdiction (country, level, name, id)`);
    // The search reads names in all languages as one text; two letters and codes are looked up from their start. Without fastupdate a
    // search after an import does not go through a list of what the index still waits for.
    this.addSql(`create index jurisdiction_search on jurisdiction using gin ((lower(name || ' ' || coalesce(names ->> 'en', '') || ' ' ||
      coalesce(names ->> 'rw', '') || ' ' || coalesce(names ->> 'id', ''))) gin_trgm_ops) with (fastupdate = off)`);
    this.addSql(`create index jurisdiction_name_start on jurisdiction (lower(name) text_pattern_ops)`);
    this.addSql(`create index jurisdiction_code_start on jurisdiction (code text_pattern_ops)`);
    this.addSql(`select isonga_audit('jurisdiction')`);

    this.addSql(`create table jurisdiction_code (
      id uuid primary key,
      jurisdiction_id uuid not null references jurisdiction on delete cascade,
      system text not null,
      code text not null,
      unique (jurisdiction_id, system)
    )`);
    this.addSql(`create index jurisdiction_code_lookup on jurisdiction_code (system, code)`);
    this.addSql(`select isonga_audit('jurisdiction_code')`);

    this.addSql(`create table league (
      id uuid primary key,
      code text not null unique,
      names jsonb not null
    )`);
    this.addSql(`create table jurisdiction_league (
      id uuid primary key,
      jurisdiction_id uuid not null references jurisdiction on delete cascade,
      league_id uuid not null references league,
      unique (jurisdiction_id, league_id)
    )`);
    this.addSql(`select isonga_audit('league')`);
    this.addSql(`select isonga_audit('jurisdiction_league')`);

    this.addSql(`create table agency (
      id uuid primary key,
      jurisdiction_id uuid not null references jurisdiction,
      code text not null,
      name text not null,
      names jsonb not null default '{}',
      valid_from date,
      valid_to date,
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (jurisdiction_id, code)
    )`);
    this.addSql(`select isonga_audit('agency')`);

    this.addSql(`create table role_grant (
      id uuid primary key,
      person_id uuid not null references person on delete cascade,
      role text not null check (role in ('ADMINISTRATOR', 'COORDINATOR', 'HEAD', 'STAFF', 'VERIFIER', 'CHAIR', 'JUDGE', 'AUDITOR')),
      scope text not null check (scope in ('PLATFORM', 'JURISDICTION', 'AGENCY', 'ROUND')),
      jurisdiction_id uuid references jurisdiction,
      agency_id uuid references agency,
      round_id uuid,
      granted_by uuid references person,
      created_at timestamptz not null default now(),
      check ((scope = 'PLATFORM') = (jurisdiction_id is null and agency_id is null and round_id is null)),
      check ((scope = 'JURISDICTION') = (jurisdiction_id is not null)),
      check ((scope = 'AGENCY') = (agency_id is not null)),
      check ((scope = 'ROUND') = (round_id is not null))
    )`);
    this.addSql(`create unique index role_grant_once on role_grant
      (person_id, role, scope, coalesce(jurisdiction_id, agency_id, round_id, '00000000-0000-0000-0000-000000000000'))`);
    this.addSql(`select isonga_audit('role_grant')`);
  }

  override down(): void {
    for (const table of ["role_grant", "agency", "jurisdiction_league", "league", "jurisdiction_code", "jurisdiction", "area_level"])
      this.addSql(`drop table ${table}`);
  }
}
