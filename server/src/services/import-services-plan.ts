import type { LocalizedText } from "@isonga/schema/languages";
import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { PlannedRow, RowProblem } from "../kernel/imports/importer.ts";
import type { RowChange } from "../kernel/imports/stage.ts";
import type { ServiceRow, StandardRow } from "./import-services-row.ts";
import { servicePolicy } from "./service.policy.ts";

/** A service as it is or becomes, its standards by their first day. */
type State = {
  readonly names: LocalizedText;
  readonly descriptions: LocalizedText;
  readonly deliveredAt: string;
  readonly retiredAt: string | null;
  readonly standards: Readonly<Record<string, Omit<StandardRow, "inForceFrom">>>;
};
type Known = State & { readonly id: string; readonly country: string; readonly code: string };
type Planned = {
  readonly line: number;
  readonly id: string;
  readonly country: string;
  readonly code: string;
  readonly known: Known | null;
  after: State;
};

export type ServicesPlan = {
  readonly refused: readonly RowProblem[];
  readonly changes: readonly RowChange[];
  readonly unchanged: number;
  readonly written: readonly Planned[];
};

/**
 * Compares the rows with the services there are. A cell that is empty leaves what is known; standards are added or replaced by their
 * first day, never removed. Refuses FORBIDDEN, REQUIRED, UNKNOWN_LEVEL, IN_USE (another level for a service with reports), ROW_TWICE.
 */
export async function planServices(ctx: Context, rows: readonly PlannedRow<ServiceRow>[]): Promise<ServicesPlan> {
  const countries = [...new Set(rows.map(({ row }) => row.country))];
  const known = new Map((await knownServices(ctx, countries)).map((service) => [`${service.country} ${service.code}`, service]));
  const levels = await levelsOf(ctx, countries);
  const planned = new Map<string, Planned>();
  const refused: RowProblem[] = [];
  for (const { line, row } of rows) {
    const key = `${row.country} ${row.code}`;
    const earlier = planned.get(key);
    const problem = servicePolicy.edit(ctx.actor, row)
      ? rowProblem(row, { earlier, known: known.get(key), levels })
      : { column: "country", code: "FORBIDDEN" as const };
    if (problem) refused.push({ line, ...problem });
    else if (earlier) earlier.after = merged(earlier.after, row);
    else planned.set(key, start({ line, row, known: known.get(key) ?? null, id: ctx.newId() }));
  }
  return told([...planned.values()], refused);
}

/** Writes the new and changed services and standards, set by set. */
export async function applyServices(ctx: Context, { written }: ServicesPlan): Promise<void> {
  const now = ctx.now();
  const services = JSON.stringify(
    written.map(({ id, country, code, known, after }) => ({ id, country, code, isNew: known === null, ...after, standards: null })),
  );
  const shape = sql`r(id uuid, country text, code text, "isNew" boolean, names jsonb, descriptions jsonb, "deliveredAt" text, "retiredAt" date)`;
  await sql`insert into service (id, country, code, names, descriptions, delivered_at, retired_at, created_at, updated_at)
    select id, country, code, names, descriptions, "deliveredAt", "retiredAt", ${now}, ${now}
    from jsonb_to_recordset(${services}::jsonb) as ${shape} where "isNew"`.execute(ctx.db);
  await sql`update service s set names = r.names, descriptions = r.descriptions, delivered_at = r."deliveredAt", retired_at = r."retiredAt",
      version = s.version + 1, updated_at = ${now}
    from jsonb_to_recordset(${services}::jsonb) as ${shape} where not r."isNew" and s.id = r.id`.execute(ctx.db);
  const standards = written.flatMap(({ id, known, after }) =>
    Object.entries(after.standards)
      .filter(([day, standard]) => !same(known?.standards[day], standard))
      .map(([day, standard]) => ({ id: ctx.newId(), serviceId: id, day, ...standard })),
  );
  await sql`insert into service_standard (id, service_id, in_force_from, fee, currency, longest_time, time_unit)
    select id, "serviceId", day, fee, currency, "longestTime", "timeUnit" from jsonb_to_recordset(${JSON.stringify(standards)}::jsonb)
      as r(id uuid, "serviceId" uuid, day date, fee numeric, currency text, "longestTime" int, "timeUnit" text)
    on conflict (service_id, in_force_from) do update set fee = excluded.fee, currency = excluded.currency,
      longest_time = excluded.longest_time, time_unit = excluded.time_unit`.execute(ctx.db);
}

type Against = {
  readonly earlier: Planned | undefined;
  readonly known: (Known & { readonly reported?: boolean }) | undefined;
  readonly levels: ReadonlySet<string>;
};

function rowProblem(row: ServiceRow, { earlier, known, levels }: Against): Omit<RowProblem, "line"> | null {
  const { names, deliveredAt, standard } = row;
  if (earlier) {
    const again = standard === null || earlier.after.standards[standard.inForceFrom] !== known?.standards[standard.inForceFrom];
    const otherwise = !same(merged(earlier.after, { ...row, standard: null }), earlier.after);
    return again || otherwise ? { column: "code", code: "ROW_TWICE", values: { line: earlier.line } } : null;
  }
  if (!known && Object.keys(names).length === 0) return { column: "name_en", code: "REQUIRED" };
  if (!known && deliveredAt === "") return { column: "delivered_at", code: "REQUIRED" };
  if (deliveredAt !== "" && !levels.has(`${row.country} ${deliveredAt}`))
    return { column: "delivered_at", code: "UNKNOWN_LEVEL", values: { value: deliveredAt, level: deliveredAt } };
  if (known?.reported && deliveredAt !== "" && deliveredAt !== known.deliveredAt) return { column: "delivered_at", code: "IN_USE" };
  return null;
}

function start({
  line,
  row,
  known,
  id,
}: {
  readonly line: number;
  readonly row: ServiceRow;
  readonly known: Known | null;
  readonly id: string;
}): Planned {
  const none: State = { names: {}, descriptions: {}, deliveredAt: "", retiredAt: null, standards: {} };
  const { country, code } = row;
  return { line, id: known?.id ?? id, country, code, known, after: merged(known ?? none, row) };
}

function merged(state: State, row: ServiceRow): State {
  const { inForceFrom, ...standard } = row.standard ?? { inForceFrom: "" };
  return {
    names: { ...state.names, ...row.names },
    descriptions: { ...state.descriptions, ...row.descriptions },
    deliveredAt: row.deliveredAt || state.deliveredAt,
    retiredAt: row.retiredAt ?? state.retiredAt,
    standards: row.standard ? { ...state.standards, [inForceFrom]: normal(standard as Omit<StandardRow, "inForceFrom">) } : state.standards,
  };
}

/** A fee with two places, as the table holds it. */
function normal(standard: Omit<StandardRow, "inForceFrom">): Omit<StandardRow, "inForceFrom"> {
  const [whole = "0", part = ""] = (standard.fee ?? "").split(".");
  return { ...standard, fee: standard.fee === null ? null : `${whole.replace(/^0+(?=\d)/, "")}.${part.padEnd(2, "0")}` };
}

function told(planned: readonly Planned[], refused: readonly RowProblem[]): ServicesPlan {
  const lines = new Set(refused.map(({ line }) => line));
  const whole = planned.filter(({ line }) => !lines.has(line));
  const written = whole.filter(({ known, after }) => known === null || !same(stateOf(known), after));
  return {
    refused,
    written,
    unchanged: whole.length - written.length,
    changes: written.map(({ line, country, code, known, after }) => ({
      line,
      kind: known ? "CHANGED" : "NEW",
      subject: `${country} · ${code}`,
      before: known && stateOf(known),
      after,
    })),
  };
}

function stateOf({ names, descriptions, deliveredAt, retiredAt, standards }: State): State {
  return { names, descriptions, deliveredAt, retiredAt, standards };
}

function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${key}:${canonical(item)}`).join()}}`;
}

async function knownServices(ctx: Context, countries: readonly string[]): Promise<readonly (Known & { readonly reported: boolean })[]> {
  const { rows } = await sql<
    Known & { readonly reported: boolean }
  >`select s.id, s.country, s.code, s.names, s.descriptions, s.delivered_at as "deliveredAt",
      s.retired_at as "retiredAt", exists (select from monthly_report r where r.service_id = s.id) as reported,
      coalesce((select jsonb_object_agg(t.in_force_from, jsonb_build_object('fee', t.fee::text, 'currency', t.currency,
        'longestTime', t.longest_time, 'timeUnit', t.time_unit)) from service_standard t where t.service_id = s.id), '{}') as standards
    from service s where s.country = any(${[...countries]}::text[])`.execute(ctx.db);
  return rows;
}

async function levelsOf(ctx: Context, countries: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    key: string;
  }>`select country || ' ' || code as key from area_level where country = any(${[...countries]}::text[])`.execute(ctx.db);
  return new Set(rows.map(({ key }) => key));
}
