import { z } from "zod";
import { hasRole } from "../kernel/actor.ts";
import { authorize } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import type { ImportColumn, Importer, ImportSession, PlannedRow } from "../kernel/imports/importer.ts";
import { refuseRows, tellChanges } from "../kernel/imports/stage.ts";
import { applyServices, planServices, type ServicesPlan } from "./import-services-plan.ts";
import { parseService, type ServiceRow } from "./import-services-row.ts";

/** `country`: of rows that name none. */
const serviceOptions = z.object({ country: z.string().length(2).toUpperCase().optional() });
export type ServiceOptions = z.output<typeof serviceOptions>;

const named = (name: string, ...aliases: string[]): ImportColumn => ({ name, aliases });
const inLanguages = (name: string, plural: string) =>
  ["en", "rw", "id"].map((language) => named(`${name}_${language}`, `${plural}.${language}`));

/**
 * Services from CSV, Excel or JSON, a row a service or, for another standard of it, a row more: `code`, `name_en`, `name_rw`, `name_id`,
 * `description_en` …, `delivered_at`, `retired_at` and the standard `in_force_from`, `fee`, `currency`, `longest_time`, `time_unit`.
 * Administrators of the country only.
 */
export const servicesImporter: Importer<ServiceRow, ServiceOptions> = {
  kind: "SERVICES",
  formats: ["CSV", "XLSX", "JSON"],
  columns: [
    { name: "code", aliases: ["service"], required: true },
    named("country"),
    ...inLanguages("name", "names"),
    ...inLanguages("description", "descriptions"),
    named("delivered_at", "deliveredAt", "level"),
    named("retired_at", "retiredAt"),
    named("in_force_from", "inForceFrom"),
    named("fee"),
    named("currency"),
    named("longest_time", "longestTime"),
    named("time_unit", "timeUnit"),
  ],
  options: serviceOptions,
  records: recordsIn,
  authorize: (ctx) => authorize(ctx.actor, hasRole(ctx.actor, "ADMINISTRATOR")),
  begin: async (ctx, { options }) => startSession(ctx, options),
};

function startSession(ctx: Context, options: ServiceOptions): ImportSession<ServiceRow> {
  const rows: PlannedRow<ServiceRow>[] = [];
  let plan: ServicesPlan | null = null;
  return {
    parse: (cells) => parseService(cells, options.country ?? ""),
    add: async (batch) => void rows.push(...batch),
    plan: async () => {
      plan = await planServices(ctx, rows);
      await refuseRows(ctx, plan.refused);
      await tellChanges(ctx, plan.changes);
      const added = plan.changes.filter(({ kind }) => kind === "NEW").length;
      return { added, changed: plan.changes.length - added, unchanged: plan.unchanged };
    },
    apply: async () => {
      if (plan) await applyServices(ctx, plan);
    },
  };
}

/** Services as the API shows them: each of `standards` becomes a row. */
function* recordsIn(json: unknown): Generator<Readonly<Record<string, unknown>>> {
  const list = Array.isArray(json) ? json : ((json as { services?: unknown } | null)?.services ?? [json]);
  for (const service of list as readonly Readonly<Record<string, unknown>>[]) {
    const { standards, ...rest } = service;
    const all = Array.isArray(standards) && standards.length > 0 ? (standards as readonly object[]) : [{}];
    for (const standard of all) yield { ...rest, ...standard };
  }
}
