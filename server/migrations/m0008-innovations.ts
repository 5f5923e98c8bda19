import { Migration } from "@mikro-orm/migrations";

/** Innovations, their entries in rounds, what an entry says, claims and proves, who held it, and who verified it. */
export class M0008Innovations extends Migration {
  override up(): void {
    // Room beside each report for its next version: submitting, approving and locking a country's reports then touch no index.
    this.addSql(`alter table monthly_report set (fillfactor = 60)`);
    // A place of a prize that the chair does not give, with the reason; the subject is whom the rule would have given it.
    this.addSql(`alter table decision drop constraint decision_kind_check, drop constraint decision_check,
      add constraint decision_kind_check check (kind in ('PRIZE', 'WITHHELD', 'INELIGIBLE', 'NOTE', 'TIE')),
      add constraint decision_check check ((kind in ('PRIZE', 'WITHHELD')) = (prize is not null))`);
    // That of what everybody may download, written with the publication.
    this.addSql(`alter table publication add column open_checksum text`);
    // The form of a round's entries: versioned like its instrument, and frozen with it.
    this.addSql(`create table form (
      id uuid primary key,
      round_id uuid not null references round on delete cascade,
      number int not null,
      definition jsonb not null,
      reason text,
      frozen_at timestamptz,
      created_by uuid,
      created_at timestamptz not null default now(),
      unique (round_id, number)
    )`);
    this.addSql(`select isonga_audit('form')`);
    this.addSql(`create trigger form_frozen before update on form for each row execute function isonga_instrument_frozen()`);

    this.addSql(`create table innovation (
      id uuid primary key,
      jurisdiction_id uuid not null references jurisdiction,
      agency_id uuid references agency,
      title text not null,
      language text not null check (language in ('en', 'rw', 'id')),
      form text check (form in ('GOVERNANCE', 'PUBLIC_SERVICE', 'OTHER')),
      digital boolean,
      stage text check (stage in ('INITIATIVE', 'TRIAL', 'APPLIED')),
      initiator text check (initiator in ('HEAD_OF_REGION', 'COUNCIL_MEMBER', 'AGENCY', 'CIVIL_SERVANT', 'CITIZEN')),
      affairs text[] not null default '{}',
      trial_on date,
      applied_on date,
      developed_on date,
      design text,
      aim text,
      benefit text,
      result text,
      links jsonb not null default '[]',
      latitude numeric(8, 5) check (latitude between -90 and 90),
      longitude numeric(8, 5) check (longitude between -180 and 180),
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`);
    this.addSql(`create index innovation_place on innovation (jurisdiction_id, id desc)`);
    this.addSql(`create index innovation_agency on innovation (agency_id, id desc)`);
    this.addSql(`create index innovation_title on innovation using gin (lower(title) gin_trgm_ops)`);
    this.addSql(`select isonga_audit('innovation')`);

    // One innovation's part in a round, or (REGIONAL) a region's own rows. Who holds it follows from its state.
    this.addSql(`create table entry (
      id uuid primary key,
      round_id uuid not null references round,
      kind text not null check (kind in ('INNOVATION', 'REGIONAL')),
      jurisdiction_id uuid not null references jurisdiction,
      agency_id uuid references agency,
      innovation_id uuid references innovation,
      form_id uuid references form,
      instrument_id uuid not null references instrument,
      title text not null,
      language text not null check (language in ('en', 'rw', 'id')),
      state text not null check (state in
        ('DRAFT', 'SUBMITTED', 'ENDORSED', 'CHECKED', 'VERIFIED', 'RETURNED', 'INELIGIBLE', 'WITHDRAWN')),
      held_since timestamptz not null,
      submitted_at timestamptz,
      in_grace boolean not null default false,
      copied_from_id uuid references entry,
      sampled boolean not null default false,
      created_by uuid,
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check ((kind = 'INNOVATION') = (innovation_id is not null))
    )`);
    this.addSql(`create unique index entry_innovation on entry (round_id, innovation_id) where kind = 'INNOVATION'`);
    this.addSql(`create unique index entry_regional on entry (round_id, jurisdiction_id) where kind = 'REGIONAL'`);
    this.addSql(`create index entry_list on entry (round_id, id desc)`);
    this.addSql(`create index entry_place on entry (round_id, jurisdiction_id, id desc)`);
    this.addSql(`create index entry_agency on entry (agency_id, id desc)`);
    this.addSql(`create index entry_of_innovation on entry (innovation_id)`);
    this.addSql(`create index entry_held on entry (state, held_since)`);
    this.addSql(`create index entry_round_held on entry (round_id, held_since, id)`);
    this.addSql(`create index entry_round_title on entry (round_id, lower(title), id)`);
    this.addSql(`create index entry_title on entry using gin (lower(title) gin_trgm_ops)`);
    this.addSql(`select isonga_audit('entry')`);

    // One answer a field of the form, each with its own version: two authors meet field by field.
    this.addSql(`create table entry_answer (
      id uuid primary key,
      entry_id uuid not null references entry on delete cascade,
      field text not null,
      value jsonb not null,
      version int not null default 1,
      changed_by uuid,
      changed_at timestamptz not null,
      unique (entry_id, field)
    )`);
    this.addSql(`select isonga_audit('entry_answer')`);
    // A field said in another language. Stale when the answer has moved on from the version it was made of.
    this.addSql(`create table entry_translation (
      id uuid primary key,
      entry_id uuid not null references entry on delete cascade,
      field text not null,
      language text not null check (language in ('en', 'rw', 'id')),
      text text not null,
      origin text not null check (origin in ('HUMAN', 'MACHINE')),
      of_version int not null,
      made_by uuid,
      made_at timestamptz not null,
      version int not null default 1,
      unique (entry_id, field, language)
    )`);
    this.addSql(`select isonga_audit('entry_translation')`);
    // Who has an entry open, and in which field: told to the others, forgotten after a minute.
    this.addSql(`create unlogged table entry_presence (
      entry_id uuid not null references entry on delete cascade,
      person_id uuid not null references person on delete cascade,
      field text,
      since timestamptz not null,
      seen_at timestamptz not null,
      primary key (entry_id, person_id)
    )`);

    // One row of the instrument: the level claimed, and the level found.
    this.addSql(`create table entry_claim (
      id uuid primary key,
      entry_id uuid not null references entry on delete cascade,
      indicator text not null,
      claimed smallint not null check (claimed between 0 and 3),
      verified smallint check (verified between 0 and 3),
      note text,
      version int not null default 1,
      changed_by uuid,
      changed_at timestamptz not null,
      unique (entry_id, indicator)
    )`);
    this.addSql(`select isonga_audit('entry_claim')`);
    this.addSql(`create table verification (
      id uuid primary key,
      entry_id uuid not null references entry on delete cascade,
      indicator text not null,
      part text not null check (part in ('FIRST', 'SECOND', 'SETTLEMENT')),
      verifier_id uuid references person,
      level smallint not null check (level between 0 and 3),
      note text,
      at timestamptz not null,
      superseded_at timestamptz
    )`);
    this.addSql(`create unique index verification_current on verification (entry_id, indicator, part) where superseded_at is null`);
    this.addSql(`select isonga_audit('verification')`);

    this.addSql(`create table evidence (
      id uuid primary key,
      entry_id uuid not null references entry on delete cascade,
      indicator text,
      field text,
      kind text not null check (kind in ('FILE', 'LINK')),
      name text not null,
      neutral_name text not null,
      url text,
      file_key text,
      media_type text,
      size bigint check (size >= 0),
      sha256 text,
      scan text not null check (scan in ('NOT_SCANNED', 'WAITING', 'CLEAN', 'INFECTED')),
      added_by uuid,
      added_at timestamptz not null,
      removed_by uuid,
      removed_at timestamptz,
      removed_reason text,
      purged_at timestamptz,
      check ((kind = 'FILE') = (file_key is not null)),
      check ((kind = 'LINK') = (url is not null)),
      check (indicator is not null or field is not null)
    )`);
    this.addSql(`create index evidence_entry on evidence (entry_id, indicator, id)`);
    this.addSql(`create unique index evidence_file on evidence (file_key) where file_key is not null`);
    this.addSql(`select isonga_audit('evidence')`);

    // Every act of custody, never changed.
    this.addSql(`create table entry_event (
      id uuid primary key,
      entry_id uuid not null references entry,
      act text not null,
      from_state text not null,
      to_state text not null,
      by_id uuid,
      for_id uuid,
      at timestamptz not null,
      reason text,
      field_reasons jsonb not null default '[]',
      in_grace boolean not null default false
    )`);
    this.addSql(`create index entry_event_entry on entry_event (entry_id, id)`);
    this.addSql(`select isonga_freeze('entry_event')`);
    // Somebody acts for somebody who is away, with the absent person's grants of custody.
    this.addSql(`create table delegation (
      id uuid primary key,
      person_id uuid not null references person on delete cascade,
      delegate_id uuid not null references person on delete cascade,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      reason text,
      ended_at timestamptz,
      created_at timestamptz not null,
      check (ends_at > starts_at),
      check (person_id <> delegate_id)
    )`);
    this.addSql(`create index delegation_delegate on delegation (delegate_id, ends_at)`);
    this.addSql(`create index delegation_person on delegation (person_id, ends_at)`);
    this.addSql(`select isonga_audit('delegation')`);
    // What was reminded or escalated, so that nobody is told twice.
    this.addSql(`create table entry_reminder (
      id uuid primary key,
      entry_id uuid not null references entry on delete cascade,
      person_id uuid not null references person on delete cascade,
      kind text not null check (kind in ('DEADLINE', 'HELD', 'ESCALATION', 'BY_HAND')),
      held_since timestamptz not null,
      sent_at timestamptz not null
    )`);
    this.addSql(`create index entry_reminder_entry on entry_reminder (entry_id, kind, held_since)`);
    this.addSql(`create table verification_sample (
      id uuid primary key,
      round_id uuid not null references round,
      percent numeric(5, 2) not null check (percent > 0 and percent <= 100),
      stratified_by text not null check (stratified_by in ('NONE', 'JURISDICTION', 'AGENCY', 'FORM')),
      seed text not null,
      size int not null,
      out_of int not null,
      drawn_by uuid,
      drawn_at timestamptz not null
    )`);
    this.addSql(`create unique index verification_sample_round on verification_sample (round_id)`);
    this.addSql(`select isonga_audit('verification_sample')`);
  }

  override down(): void {
    for (const table of TABLES) this.addSql(`drop table ${table}`);
    this.addSql(`alter table decision drop constraint decision_kind_check, drop constraint decision_check,
      add constraint decision_kind_check check (kind in ('PRIZE', 'INELIGIBLE', 'NOTE', 'TIE')),
      add constraint decision_check check ((kind = 'PRIZE') = (prize is not null))`);
    this.addSql(`alter table publication drop column open_checksum`);
    this.addSql(`alter table monthly_report reset (fillfactor)`);
  }
}

const TABLES = [
  "verification_sample",
  "entry_reminder",
  "delegation",
  "entry_event",
  "evidence",
  "verification",
  "entry_claim",
  "entry_presence",
  "entry_translation",
  "entry_answer",
  "entry",
  "innovation",
  "form",
];
