import { Migration } from "@mikro-orm/migrations";

/** Decisions the chair stages, and publications: numbered, immutable snapshots with the rows the public reads. */
export class M0006Results extends Migration {
  override up(): void {
    this.addSql(`create table decision (
      id uuid primary key,
      round_id uuid not null references round on delete cascade,
      kind text not null check (kind in ('PRIZE', 'INELIGIBLE', 'NOTE', 'TIE')),
      prize text,
      place int,
      within_id uuid references jurisdiction,
      subject_id uuid not null references jurisdiction,
      proposed_subject_id uuid references jurisdiction,
      reason text,
      note jsonb,
      decided_by uuid,
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check ((kind = 'PRIZE') = (prize is not null)),
      check (kind = 'NOTE' or proposed_subject_id = subject_id or reason is not null)
    )`);
    this.addSql(`create index decision_round on decision (round_id)`);
    this.addSql(`create unique index decision_prize_once on decision
      (round_id, prize, place, coalesce(within_id, '00000000-0000-0000-0000-000000000000'), subject_id) where kind = 'PRIZE'`);
    this.addSql(`select isonga_audit('decision')`);
    this.addSql(`create table recognition (
      id uuid primary key,
      round_id uuid not null references round on delete cascade,
      subject_id uuid not null references jurisdiction,
      role text not null,
      person_name text not null,
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (round_id, subject_id, role, person_name)
    )`);
    this.addSql(`select isonga_audit('recognition')`);

    this.addSql(`create table publication (
      id uuid primary key,
      round_id uuid not null references round,
      number int not null,
      corrects_id uuid references publication,
      reason text,
      public_from timestamptz not null,
      published_at timestamptz not null,
      published_by uuid,
      instrument_id uuid not null references instrument,
      checksum text not null,
      snapshot jsonb not null,
      unique (round_id, number),
      check ((corrects_id is null) = (reason is null))
    )`);
    this.addSql(`select isonga_audit('publication')`);
    this.addSql(`select isonga_freeze('publication')`);
    // The read model of a publication: one row a ranked (or ineligible) subject, whole, in the order it is shown.
    this.addSql(`create table published_result (
      id uuid primary key,
      publication_id uuid not null references publication,
      position int not null,
      level text not null,
      jurisdiction_id uuid not null references jurisdiction,
      code text not null,
      rank int,
      score numeric(5, 2),
      prize text,
      place int,
      data jsonb not null,
      unique (publication_id, level, position),
      unique (publication_id, jurisdiction_id)
    )`);
    this.addSql(`create index published_result_jurisdiction on published_result (jurisdiction_id)`);
    this.addSql(`select isonga_freeze('published_result')`);
  }

  override down(): void {
    for (const table of ["published_result", "publication", "recognition", "decision"]) this.addSql(`drop table ${table}`);
  }
}
