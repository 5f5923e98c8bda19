import { Migration } from "@mikro-orm/migrations";

/** Judges and their conflicts, stages of judging, assignments, scorecards, objections, minutes; entries as subjects of results. */
export class M0009Judging extends Migration {
  override up(): void {
    this.#widenRounds();
    this.#addJudges();
    this.#addStages();
    this.#addScorecards();
    this.#addRest();
    this.#addChanges();
  }

  /** Jury rounds, their stages, and results whose subjects are entries. */
  #widenRounds(): void {
    this.addSql(`alter table stage drop constraint stage_kind_check, add constraint stage_kind_check check (kind in
      ('REPORTING', 'APPROVAL', 'SUBMISSION', 'ENDORSEMENT', 'CHECK', 'VERIFICATION', 'JUDGING', 'OBJECTION', 'STANDING', 'DECISION', 'PUBLICATION'))`);
    this.addSql(`alter table instrument drop constraint instrument_kind_check,
      add constraint instrument_kind_check check (kind in ('SERVICE_PERFORMANCE', 'INNOVATION_INDEX', 'JURY'))`);
    this.addSql(`alter table import_run drop constraint import_run_kind_check, add constraint import_run_kind_check
      check (kind in ('PLACES', 'SERVICES', 'REPORTS', 'ROUND', 'INNOVATIONS', 'REGIONAL', 'MARKS', 'ASSIGNMENTS'))`);
    // What an entry is called in its round, e.g. E07: given when it is admitted to judging, and all that blind judges and paper say of it.
    this.addSql(`alter table entry add column reference text`);
    this.addSql(`create unique index entry_reference on entry (round_id, reference) where reference is not null`);
    // Subjects of decisions, recognitions and published rows are areas or, in a jury round, entries.
    this.addSql(`alter table decision drop constraint decision_subject_id_fkey, drop constraint decision_proposed_subject_id_fkey`);
    this.addSql(`alter table recognition drop constraint recognition_subject_id_fkey`);
    this.addSql(`alter table published_result add column entry_id uuid references entry,
      drop constraint published_result_publication_id_jurisdiction_id_key`);
    this.addSql(
      `create unique index published_result_subject on published_result (publication_id, jurisdiction_id, coalesce(entry_id, jurisdiction_id))`,
    );
    this.addSql(`create index published_result_entry on published_result (entry_id) where entry_id is not null`);
  }

  /** Who judges, what they know, what they must keep away from. */
  #addJudges(): void {
    // A person invited to judge a round. Sees nothing before ACCEPTED; WAITING is the list of replacements.
    this.addSql(`create table judge (
      id uuid primary key,
      round_id uuid not null references round on delete cascade,
      person_id uuid not null references person,
      code text not null,
      state text not null check (state in ('INVITED', 'ACCEPTED', 'DECLINED', 'LEFT')),
      waiting boolean not null default false,
      expertise text[] not null default '{}',
      languages text[] not null default '{}',
      capacity int check (capacity >= 0),
      no_ties boolean not null default false,
      invited_at timestamptz not null,
      answered_at timestamptz,
      conduct_of int,
      left_reason text,
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (round_id, person_id),
      unique (round_id, code)
    )`);
    this.addSql(`create index judge_person on judge (person_id)`);
    this.addSql(`select isonga_audit('judge')`);
    // On which panel of which judging stage (codes of the instrument) a judge sits.
    this.addSql(`create table judge_seat (
      id uuid primary key,
      judge_id uuid not null references judge on delete cascade,
      stage text not null,
      panel text not null,
      reminded_at timestamptz,
      created_at timestamptz not null default now(),
      unique (judge_id, stage)
    )`);
    this.addSql(`select isonga_audit('judge_seat')`);
    // What a judge, or the chair for them, says keeps them from judging: an area, an office, an entry, or a person. CLEARED by the chair: a
    // conflict that was detected and is none. Detected ones are computed, never stored.
    this.addSql(`create table conflict (
      id uuid primary key,
      judge_id uuid not null references judge on delete cascade,
      kind text not null check (kind in ('EMPLOYMENT', 'FAMILY', 'FINANCIAL', 'AUTHORSHIP', 'COLLABORATION', 'OTHER')),
      origin text not null check (origin in ('DECLARED', 'PINNED', 'CLEARED')),
      jurisdiction_id uuid references jurisdiction,
      agency_id uuid references agency,
      entry_id uuid references entry,
      note text,
      by_id uuid,
      at timestamptz not null,
      lifted_at timestamptz,
      lifted_by uuid,
      lifted_reason text,
      check (num_nonnulls(jurisdiction_id, agency_id, entry_id) = 1),
      check (origin <> 'CLEARED' or entry_id is not null)
    )`);
    this.addSql(`create index conflict_judge on conflict (judge_id) where lifted_at is null`);
    this.addSql(`create index conflict_entry on conflict (entry_id) where entry_id is not null and lifted_at is null`);
    this.addSql(`select isonga_audit('conflict')`);
  }

  /** Stages of judging as they go, and who is in them. */
  #addStages(): void {
    // A judging stage of the instrument as it goes. Frozen when it is closed: what was computed then is kept.
    this.addSql(`create table judging_stage (
      id uuid primary key,
      round_id uuid not null references round on delete cascade,
      stage text not null,
      state text not null check (state in ('SET_UP', 'CALIBRATING', 'SCORING', 'DISCUSSION', 'CLOSED')),
      first_mark_at timestamptz,
      closed_at timestamptz,
      line jsonb,
      frozen jsonb,
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (round_id, stage)
    )`);
    this.addSql(`select isonga_audit('judging_stage')`);
    // An entry in a judging stage. OUT: withdrawn, excluded or taken out by the chair.
    this.addSql(`create table judged_entry (
      id uuid primary key,
      judging_stage_id uuid not null references judging_stage on delete cascade,
      entry_id uuid not null references entry,
      panel text,
      calibration boolean not null default false,
      outcome text check (outcome in ('ADVANCED', 'NOT_ADVANCED', 'OUT')),
      outcome_reason text,
      decided_by uuid,
      decided_at timestamptz,
      admitted_at timestamptz not null,
      version int not null default 1,
      unique (judging_stage_id, entry_id)
    )`);
    this.addSql(`create index judged_entry_entry on judged_entry (entry_id)`);
    // The shortlist is public while the public may object.
    this.addSql(
      `create trigger public_changed after update of outcome on judged_entry for each statement execute function isonga_public_changed()`,
    );
    this.addSql(`select isonga_audit('judged_entry')`);
    // Who judges what. Ended ones stay, with why; a signed card of an ended assignment stays too and counts unless it was stopped.
    this.addSql(`create table assignment (
      id uuid primary key,
      judging_stage_id uuid not null references judging_stage on delete cascade,
      judge_id uuid not null references judge,
      entry_id uuid not null references entry,
      origin text not null check (origin in ('AUTOMATIC', 'HAND', 'FILE', 'CALIBRATION', 'REPLACEMENT')),
      because jsonb not null default '{}',
      position int not null,
      assigned_by uuid,
      assigned_at timestamptz not null,
      ended_at timestamptz,
      ended_by uuid,
      end_kind text check (end_kind in ('RECUSED', 'CONFLICT', 'REASSIGNED', 'ENTRY_OUT', 'JUDGE_LEFT')),
      end_reason text,
      check ((ended_at is null) = (end_kind is null))
    )`);
    this.addSql(`create unique index assignment_pair on assignment (judging_stage_id, judge_id, entry_id) where ended_at is null`);
    this.addSql(`create index assignment_judge on assignment (judge_id, position)`);
    this.addSql(`create index assignment_entry on assignment (judging_stage_id, entry_id)`);
    this.addSql(`select isonga_audit('assignment')`);
  }

  /** Marks and what is said with them. */
  #addScorecards(): void {
    // One judge's card on one entry, made with its first mark. ABSTAINED and the verdicts of PASS_FAIL are outcomes of a signed card.
    this.addSql(`create table scorecard (
      id uuid primary key,
      assignment_id uuid not null unique references assignment on delete cascade,
      judging_stage_id uuid not null references judging_stage on delete cascade,
      judge_id uuid not null references judge,
      entry_id uuid not null references entry,
      instrument_id uuid not null references instrument,
      state text not null check (state in ('DRAFT', 'SIGNED', 'STOPPED')),
      outcome text check (outcome in ('SCORED', 'ABSTAINED', 'PASS', 'FAIL')),
      fail_reasons text[] not null default '{}',
      abstain_reason text,
      private_note text,
      comment_to_applicant text,
      comment_to_panel text,
      private_version int not null default 0,
      applicant_version int not null default 0,
      panel_version int not null default 0,
      language text check (language in ('en', 'rw', 'id')),
      skipped_at timestamptz,
      signed_at timestamptz,
      acted_at timestamptz,
      in_grace boolean not null default false,
      asked_again text,
      stopped_reason text,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check (state <> 'SIGNED' or (signed_at is not null and outcome is not null))
    ) with (fillfactor = 70)`);
    this.addSql(`create index scorecard_stage on scorecard (judging_stage_id, state)`);
    this.addSql(`create index scorecard_judge on scorecard (judge_id)`);
    this.addSql(`create index scorecard_entry on scorecard (entry_id)`);
    this.addSql(`select isonga_audit('scorecard')`);
    // One criterion's mark, with a version of its own: two devices of one judge meet mark by mark.
    this.addSql(`create table mark (
      id uuid not null default gen_random_uuid(),
      scorecard_id uuid not null references scorecard on delete cascade,
      criterion text not null,
      value numeric(12, 6),
      comment text,
      version int not null default 1,
      changed_at timestamptz not null,
      primary key (scorecard_id, criterion)
    ) with (fillfactor = 70)`);
    this.addSql(`select isonga_audit('mark')`);
    // Every deliberate act on a card, never changed.
    this.addSql(`create table scorecard_event (
      id uuid primary key,
      scorecard_id uuid not null references scorecard,
      act text not null check (act in ('SIGN', 'REOPEN', 'STOP', 'ABSTAIN', 'ASK_AGAIN', 'IMPORT', 'KEY_IN')),
      by_id uuid,
      at timestamptz not null,
      acted_at timestamptz,
      reason text,
      detail jsonb not null default '{}'
    )`);
    this.addSql(`create index scorecard_event_card on scorecard_event (scorecard_id, id)`);
    this.addSql(`select isonga_freeze('scorecard_event')`);
    // Which of two entries a judge finds better; a null winner: neither.
    this.addSql(`create table comparison (
      id uuid primary key,
      judging_stage_id uuid not null references judging_stage on delete cascade,
      judge_id uuid not null references judge,
      left_entry_id uuid not null references entry,
      right_entry_id uuid not null references entry,
      winner_id uuid references entry,
      answered_at timestamptz,
      position int not null,
      version int not null default 1,
      unique (judging_stage_id, judge_id, left_entry_id, right_entry_id),
      check (left_entry_id <> right_entry_id),
      check (winner_id is null or winner_id in (left_entry_id, right_entry_id))
    )`);
    this.addSql(`select isonga_audit('comparison')`);
    // A paper sheet keyed in: two people key the same sheet; differences are shown and settled before it becomes a signed card.
    this.addSql(`create table keyed_sheet (
      id uuid primary key,
      assignment_id uuid not null references assignment on delete cascade,
      keyed_by uuid not null references person,
      content jsonb not null,
      keyed_at timestamptz not null,
      settled_at timestamptz,
      version int not null default 1,
      unique (assignment_id, keyed_by)
    )`);
    this.addSql(`select isonga_audit('keyed_sheet')`);
  }

  /** Tells whoever watches a stage that its counts may have changed: cards signed or taken back, assignments made or ended; never drafts. */
  #addChanges(): void {
    this.addSql(`create function isonga_judging_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('isonga_judging', new.judging_stage_id::text);
        return null;
      end $$`);
    const on = (name: string, when: string) => this.addSql(`create trigger ${name} ${when} execute function isonga_judging_changed()`);
    on("scorecard_made", "after insert on scorecard for each row when (new.state = 'SIGNED')");
    on("scorecard_moved", "after update of state on scorecard for each row when (old.state is distinct from new.state)");
    on("assignment_made", "after insert on assignment for each row");
    on("assignment_ended", "after update of ended_at on assignment for each row when (old.ended_at is distinct from new.ended_at)");
    on("comparison_made", "after insert on comparison for each row");
    on(
      "comparison_answered",
      "after update of answered_at on comparison for each row when (old.answered_at is distinct from new.answered_at)",
    );
  }

  /** What the public says, what the panel talks about. */
  #addRest(): void {
    this.addSql(`create table objection (
      id uuid primary key,
      round_id uuid not null references round on delete cascade,
      entry_id uuid not null references entry,
      ground text not null,
      text text not null,
      language text not null check (language in ('en', 'rw', 'id')),
      name text not null,
      email text not null,
      made_at timestamptz not null,
      state text not null check (state in ('OPEN', 'UPHELD', 'DISMISSED')),
      answer text,
      answered_by uuid,
      answered_at timestamptz,
      version int not null default 1
    )`);
    this.addSql(`create index objection_round on objection (round_id, id desc)`);
    this.addSql(`select isonga_audit('objection')`);
    // Minutes of a deliberation and the chair's recorded decisions in it; only added to.
    this.addSql(`create table minute (
      id uuid primary key,
      number bigint generated always as identity,
      judging_stage_id uuid not null references judging_stage on delete cascade,
      kind text not null check (kind in ('NOTE', 'LINE', 'OUTCOME', 'REOPENED', 'STATE')),
      text text not null,
      detail jsonb not null default '{}',
      by_id uuid,
      at timestamptz not null
    )`);
    this.addSql(`create index minute_stage on minute (judging_stage_id, number)`);
    this.addSql(`select isonga_freeze('minute')`);
    // Drafts are their judge's alone: what the audit record has of cards and comparisons is told once their stage is closed.
    this.addSql(`create function isonga_audit_told(event audit_event) returns boolean language sql stable as $$
      select case when event.subject_type not in ('scorecard', 'mark', 'comparison', 'keyed_sheet') then true
        else exists (select from judging_stage s where s.state = 'CLOSED' and s.id = case event.subject_type
          when 'mark' then (select judging_stage_id from scorecard where id = (coalesce(event.after, event.before) ->> 'scorecard_id')::uuid)
          when 'keyed_sheet' then (select judging_stage_id from assignment where id = (coalesce(event.after, event.before) ->> 'assignment_id')::uuid)
          else (coalesce(event.after, event.before) ->> 'judging_stage_id')::uuid end) end $$`);
  }

  override down(): void {
    this.addSql(`drop function isonga_audit_told`);
    for (const table of TABLES) this.addSql(`drop table ${table}`);
    this.addSql(`drop function isonga_judging_changed`);
    this.addSql(`drop index published_result_entry`);
    this.addSql(`drop index published_result_subject`);
    this.addSql(`alter table published_result drop column entry_id,
      add constraint published_result_publication_id_jurisdiction_id_key unique (publication_id, jurisdiction_id)`);
    this.addSql(`alter table recognition add constraint recognition_subject_id_fkey foreign key (subject_id) references jurisdiction`);
    this.addSql(`alter table decision add constraint decision_subject_id_fkey foreign key (subject_id) references jurisdiction,
      add constraint decision_proposed_subject_id_fkey foreign key (proposed_subject_id) references jurisdiction`);
    this.addSql(`alter table import_run drop constraint import_run_kind_check, add constraint import_run_kind_check
      check (kind in ('PLACES', 'SERVICES', 'REPORTS', 'ROUND', 'INNOVATIONS', 'REGIONAL'))`);
    this.addSql(`drop index entry_reference`);
    this.addSql(`alter table entry drop column reference`);
    this.addSql(`alter table instrument drop constraint instrument_kind_check,
      add constraint instrument_kind_check check (kind in ('SERVICE_PERFORMANCE', 'INNOVATION_INDEX'))`);
    this.addSql(`alter table stage drop constraint stage_kind_check, add constraint stage_kind_check check (kind in
      ('REPORTING', 'APPROVAL', 'SUBMISSION', 'ENDORSEMENT', 'CHECK', 'VERIFICATION', 'STANDING', 'DECISION', 'PUBLICATION'))`);
  }
}

const TABLES = [
  "minute",
  "objection",
  "keyed_sheet",
  "comparison",
  "scorecard_event",
  "mark",
  "scorecard",
  "assignment",
  "judged_entry",
  "judging_stage",
  "conflict",
  "judge_seat",
  "judge",
];
