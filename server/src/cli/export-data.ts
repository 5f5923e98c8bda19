import { createWriteStream } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { Refusal } from "../kernel/refusal.ts";
import { exportRound } from "../programmes/exchange/export-round.ts";
import { loadRound } from "../results/load-round.ts";
import type { ExportOptions } from "./export-command.ts";
import type { Io } from "./io.ts";
import type { Platform } from "./platform.ts";

type Coded = { readonly code: string; readonly options: ExportOptions };

/** A round as the file from which it can be imported. */
export async function writeRound(io: Io, { ctx }: Platform, { code, options }: Coded): Promise<void> {
  await write(io, options, await exportRound(ctx, code));
}

/** A publication's snapshot with its checksum. */
export async function writeResults(io: Io, platform: Platform, { code, options }: Coded): Promise<void> {
  await write(io, options, await resultsText(platform, code, options));
}

/** Monthly reports with the columns of their import. */
export function writeReports(io: Io, platform: Platform, options: ExportOptions): Promise<void> {
  return copyOut(io, platform, { options, query: reportsQuery(options) });
}

/** Areas in the general form of their import; countries, which come with the platform, are left out. */
export function writePlaces(io: Io, platform: Platform, options: ExportOptions): Promise<void> {
  return copyOut(io, platform, { options, query: placesQuery(options) });
}

function reportsQuery({ country, from, to, state }: ExportOptions): string {
  return `select j.code as jurisdiction, s.code as service, to_char(r.month, 'YYYY-MM') as month, r.carried_over as "carriedOver", r.received,
      r.processed, r.processed_in_time as "processedInTime", trim_scale(r.processing_hours) as "processingHours",
      r.self_applications as "selfApplications"
    from monthly_report r join jurisdiction j on j.id = r.jurisdiction_id join service s on s.id = r.service_id
    where ${only("j.country", country)} and ${only("r.state", state)}
      and ${from ? `r.month >= ${pg.escapeLiteral(`${month(from)}-01`)}` : "true"} and ${to ? `r.month <= ${pg.escapeLiteral(`${month(to)}-01`)}` : "true"}
    order by j.country, j.code, s.code, r.month`;
}

function placesQuery({ country }: ExportOptions): string {
  return `select j.country, j.level, j.code, j.name, j.names ->> 'en' as name_en, j.names ->> 'rw' as name_rw, j.names ->> 'id' as name_id,
      p.code as parent, j.population, j.valid_from, j.valid_to,
      (select string_agg(l.code, '|' order by l.code) from jurisdiction_league m join league l on l.id = m.league_id where m.jurisdiction_id = j.id) as leagues,
      (select string_agg(c.system || '=' || c.code, '|' order by c.system) from jurisdiction_code c where c.jurisdiction_id = j.id) as codes
    from jurisdiction j left join jurisdiction p on p.id = j.parent_id
    where j.parent_id is not null and ${only("j.country", country)} order by j.country, nlevel(j.path), j.code`;
}

function only(column: string, value: string | undefined): string {
  return value === undefined ? "true" : `${column} = ${pg.escapeLiteral(value)}`;
}

function month(text: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new Refusal("INVALID_DATE", { field: "month" });
  return text;
}

/** Streams a query as CSV with a header: memory does not grow with the rows. */
async function copyOut(
  io: Io,
  { database }: Platform,
  { options, query }: { readonly options: ExportOptions; readonly query: string },
): Promise<void> {
  const client = new pg.Client(database.appUrl);
  await client.connect();
  try {
    await pipeline(client.query(copyTo(`copy (${query}) to stdout with (format csv, header)`)), target(io, options));
  } finally {
    await client.end();
  }
}

async function resultsText({ ctx }: Platform, code: string, { number }: ExportOptions): Promise<string> {
  const { id } = await loadRound(ctx, code);
  const { rows } = await sql<{
    snapshot: unknown;
    checksum: string;
  }>`select snapshot, checksum from publication where round_id = ${id}::uuid
    and (${number ?? null}::int is null or number = ${number ?? null}::int) order by number desc limit 1`.execute(ctx.db);
  const [found] = rows;
  if (!found) throw new Refusal("NOT_FOUND", { field: "round" });
  return `${JSON.stringify({ checksum: found.checksum, ...(found.snapshot as object) }, null, 2)}\n`;
}

async function write(io: Io, options: ExportOptions, text: string): Promise<void> {
  await pipeline([text], target(io, options));
}

function target(io: Io, { output }: ExportOptions): Writable {
  if (output) return createWriteStream(output);
  return new Writable({ write: (chunk, _encoding, done) => void (io.out.write(chunk) ? done() : io.out.once("drain", done)) });
}
