import { Migration } from "@mikro-orm/migrations";

/** Accounts (the auth library's four tables under our names), what people may do, and letters. */
export class M0002People extends Migration {
  override up(): void {
    this.addSql(`create table person (
      id uuid primary key,
      name text not null,
      email text not null unique,
      email_verified boolean not null default false,
      image text,
      language text not null default 'en' check (language in ('en', 'rw', 'id')),
      disabled_at timestamptz,
      invited_at timestamptz,
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`);
    this.addSql(`create index person_search on person using gin ((name || ' ' || email) gin_trgm_ops)`);
    this.addSql(`select isonga_audit('person')`);
    this.addSql(`create table auth_session (
      id uuid primary key,
      user_id uuid not null references person on delete cascade,
      token text not null unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`);
    this.addSql(`create index auth_session_user on auth_session (user_id)`);
    this.addSql(`create table auth_account (
      id uuid primary key,
      user_id uuid not null references person on delete cascade,
      account_id text not null,
      provider_id text not null,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`);
    this.addSql(`create index auth_account_user on auth_account (user_id)`);
    this.addSql(`create table auth_verification (
      id uuid primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`);
    this.addSql(`create index auth_verification_identifier on auth_verification (identifier)`);

    this.addSql(`create table auth_rate_limit (
      id uuid primary key default gen_random_uuid(),
      key text not null unique,
      count int not null,
      last_request bigint not null
    )`);

    // What slows the guessing of one account's password; the columns are the rate limiter's own.
    this.addSql(`create table auth_attempt (
      key text primary key,
      points int not null default 0,
      expire bigint
    )`);

    this.addSql(`create table letter (
      id uuid primary key,
      kind text not null,
      recipient text not null,
      language text not null,
      subject text not null,
      body_text text not null,
      body_html text not null,
      created_at timestamptz not null,
      sent_at timestamptz,
      attempts int not null default 0,
      last_error text
    )`);
    this.addSql(`create index letter_created on letter (id desc)`);
  }

  override down(): void {
    for (const table of ["letter", "auth_attempt", "auth_rate_limit", "auth_verification", "auth_account", "auth_session", "person"])
      this.addSql(`drop table ${table}`);
  }
}
