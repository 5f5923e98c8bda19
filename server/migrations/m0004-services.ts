import { Migration } from "@mikro-orm/migrations";

/** Public services, their standards, and the monthly figures a jurisdiction reports for them. */
export class M0004Services extends Migration {
  override up(): void {
    this.addSql(`create table service (
      id uuid primary key,
      country text not null,
      code text not null,
      names jsonb not null,
      descriptions jsonb not null default '{}',
      delivered_at text not null,
      retired_at date,
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (country, code),
      foreign key (country, delivered_at) references area_level (country, code)
    )`);
    this.addSql(`select isonga_audit('service')`);
    this.addSql(`create table service_standard (
      id uuid primary key,
      service_id uuid not null references service on delete cascade,
      in_force_from date not null,
      fee numeric(14, 2) check (fee >= 0),
      currency text,
      longest_time int check (longest_time > 0),
      time_unit text check (time_unit in ('HOUR', 'DAY', 'WORKING_DAY')),
      unique (service_id, in_force_from),
      check ((fee is null) = (currency is null)),
      check ((longest_time is null) = (time_unit is null))
    )`);
    this.addSql(`select isonga_audit('service_standard')`);

    // Figures may be missing while a report is a draft; from submission on all six are there and agree with each other.
    this.addSql(`create table monthly_report (
      id uuid primary key,
      jurisdiction_id uuid not null references jurisdiction,
      service_id uuid not null references service,
      month date not null check (extract(day from month) = 1),
      carried_over int check (carried_over >= 0),
      received int check (received >= 0),
      processed int check (processed >= 0),
      processed_in_time int check (processed_in_time >= 0),
      processing_hours numeric(14, 2) check (processing_hours >= 0),
      self_applications int check (self_applications >= 0),
      state text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'LOCKED')),
      return_reason text,
      submitted_at timestamptz,
      submitted_by uuid,
      approved_at timestamptz,
      approved_by uuid,
      version int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint monthly_report_key unique (jurisdiction_id, service_id, month),
      constraint monthly_report_whole check (state = 'DRAFT' or (carried_over is not null and received is not null and processed is not null
        and processed_in_time is not null and processing_hours is not null and self_applications is not null)),
      constraint monthly_report_agrees check (state = 'DRAFT' or (processed <= carried_over + received and processed_in_time <= processed
        and self_applications <= received and (processed > 0 or processing_hours = 0)))
    )`);
    this.addSql(`create index monthly_report_month on monthly_report (month, jurisdiction_id)`);
    // The order of the pages of reports: the latest month first.
    this.addSql(`create index monthly_report_page on monthly_report (month, id)`);
    this.addSql(`select isonga_audit('monthly_report')`);

    // Derived from the reports that are no drafts, and made anew with them: months that stand out, for a reviewer's eye.
    this.addSql(`create table report_outlier (
      report_id uuid not null references monthly_report on delete cascade,
      measure text not null,
      side text not null check (side in ('HIGH', 'LOW')),
      value numeric(16, 2) not null,
      median numeric(16, 2) not null,
      score numeric(16, 2) not null,
      primary key (report_id, measure)
    )`);
    // When a country's month turns and by which day of the next month its reports are due.
    this.addSql(`create table reporting_calendar (
      id uuid primary key default gen_random_uuid(),
      country text not null unique,
      time_zone text not null,
      due_day int not null default 10 check (due_day between 1 and 28),
      version int not null default 1
    )`);
    this.addSql(`select isonga_audit('reporting_calendar')`);
    this.addSql(`insert into reporting_calendar (country, time_zone) values ('RW', 'Africa/Kigali'), ('ID', 'Asia/Jakarta')`);
  }

  override down(): void {
    for (const table of ["reporting_calendar", "report_outlier", "monthly_report", "service_standard", "service"])
      this.addSql(`drop table ${table}`);
  }
}
