import type { PublishedTotals } from "@isonga/schema/published-result";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { ServicePerformanceInstrument } from "../../programmes/service-performance-instrument.ts";
import { existedIn, loadPlaces, type PlaceInputs } from "../load-places.ts";

/** What a standing of service performance is computed from, as the database has it now. */
export interface RoundInputs extends PlaceInputs {
  /** By code: the sums of every area that reports, also of those that reported nothing. */
  readonly totals: readonly PublishedTotals[];
  /** Codes of the services counted. */
  readonly services: readonly string[];
}

/** Where and by what rules: the round, or a published one of which only this much is needed. */
export interface InputScope {
  readonly country: string;
  readonly path: string;
  readonly instrument: ServicePerformanceInstrument;
}

/** States of the reports that count. */
export const COUNTED_STATES = ["APPROVED", "LOCKED"] as const;

/** Reads the inputs: four statements, whatever the number of reports. */
export async function loadInputs(ctx: Context, scope: InputScope): Promise<RoundInputs> {
  const { country, path, instrument } = scope;
  const places = await loadPlaces(ctx, { country, path, downTo: [instrument.reportingLevel, ...instrument.levels], ...daysOf(instrument) });
  return { ...places, services: await loadServices(ctx, scope), totals: await loadTotals(ctx, scope) };
}

type TotalsRow = Record<Exclude<keyof PublishedTotals, "code" | "processingHours">, string> & {
  readonly code: string;
  readonly processingHours: string;
};

/**
 * Each reporting area's sums of the approved and locked reports of the window and the services counted, in one grouped statement.
 * Expected are services × months in which both the area and the service existed; areas that reported nothing are there with zeros.
 */
export async function loadTotals(ctx: Context, scope: InputScope): Promise<PublishedTotals[]> {
  const { window, reportingLevel } = scope.instrument;
  const [from, to] = [`${window.from}-01`, `${window.to}-01`];
  const { rows } = await sql<TotalsRow>`
    with counted as (${countedServices(scope)}),
    reporter as materialized (select j.id, j.code, j.valid_from, j.valid_to from jurisdiction j
      where j.path <@ ${scope.path}::text::ltree and j.level = ${reportingLevel} and ${existedIn(daysOf(scope.instrument))}),
    month as (select m::date as first, (m + interval '1 month')::date as next from generate_series(${from}::date, ${to}::date, interval '1 month') m),
    expected as (select r.id, count(*) as reports from reporter r cross join counted s join month m
        on (r.valid_from is null or r.valid_from < m.next) and (r.valid_to is null or r.valid_to > m.first)
          and (s.retired_at is null or s.retired_at > m.first)
      group by r.id),
    summed as (select m.jurisdiction_id as id, count(*) as reports,
        sum(m.carried_over) filter (where m.month = ${from}::date) as carried_over, sum(m.received) as received, sum(m.processed) as processed,
        sum(m.processed_in_time) as processed_in_time, sum(m.processing_hours) as processing_hours, sum(m.self_applications) as self_applications
      from monthly_report m join counted s on s.id = m.service_id
      where m.month between ${from}::date and ${to}::date and m.state = any(${[...COUNTED_STATES]}::text[])
      group by m.jurisdiction_id)
    select r.code, coalesce(s.carried_over, 0) as "carriedOver", coalesce(s.received, 0) as received, coalesce(s.processed, 0) as processed,
      coalesce(s.processed_in_time, 0) as "processedInTime", coalesce(s.processing_hours, 0)::numeric(20, 2) as "processingHours",
      coalesce(s.self_applications, 0) as "selfApplications", coalesce(s.reports, 0) as "approvedReports", coalesce(e.reports, 0) as "expectedReports"
    from reporter r left join expected e on e.id = r.id left join summed s on s.id = r.id
    order by r.code collate "C"`.execute(ctx.db);
  return rows.map(totalsOf);
}

function totalsOf(row: TotalsRow): PublishedTotals {
  return {
    code: row.code,
    carriedOver: Number(row.carriedOver),
    received: Number(row.received),
    processed: Number(row.processed),
    processedInTime: Number(row.processedInTime),
    processingHours: row.processingHours,
    selfApplications: Number(row.selfApplications),
    approvedReports: Number(row.approvedReports),
    expectedReports: Number(row.expectedReports),
  };
}

async function loadServices(ctx: Context, scope: InputScope): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`select code from (${countedServices(scope)}) counted order by code collate "C"`.execute(
    ctx.db,
  );
  return rows.map((row) => row.code);
}

/** Services that the reporting level delivers, of those the instrument names, that were not retired before the window. */
function countedServices({ country, instrument }: InputScope): RawBuilder<unknown> {
  const { services, reportingLevel, window } = instrument;
  const named = services === "ALL" ? sql<boolean>`true` : sql<boolean>`s.code = any(${[...services]}::text[])`;
  return sql`select s.id, s.code, s.retired_at from service s where s.country = ${country} and s.delivered_at = ${reportingLevel}
    and (s.retired_at is null or s.retired_at > ${`${window.from}-01`}::date) and ${named}`;
}

/** The window's first day, and the first one after it. */
function daysOf({ window }: ServicePerformanceInstrument): { readonly from: string; readonly until: string } {
  const [year = 0, month = 0] = window.to.split("-").map(Number);
  const until = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return { from: `${window.from}-01`, until };
}
