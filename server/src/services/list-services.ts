import { type LocalizedText, pickText } from "@isonga/schema/languages";
import DataLoader from "dataloader";
import { type RawBuilder, sql } from "kysely";
import { type Context, memoized } from "../kernel/context.ts";
import { type Connection, connectionFrom, keyset, pageOf } from "../kernel/graphql/connection.ts";
import { isId } from "../kernel/graphql/ids.ts";
import type { ServicesArgs } from "./service.inputs.ts";
import { servicePolicy } from "./service.policy.ts";
import type { ServiceStandard, ServiceView } from "./service.type.ts";

/** A page of services in the order of their codes. */
export async function listServices(ctx: Context, args: ServicesArgs): Promise<Connection<ServiceView>> {
  const page = pageOf(args);
  const keys = keyset(page, { columns: [sql`s.country`, sql`s.code`, sql`s.id`] });
  const rows = await selectServices(
    ctx,
    sql`where (${args.country ?? null}::text is null or s.country = ${args.country ?? null})
      and (${args.deliveredAt ?? null}::text is null or s.delivered_at = ${args.deliveredAt ?? null})
      and (${args.withRetired} or s.retired_at is null or s.retired_at > ${ctx.now().toISOString().slice(0, 10)}::date)
      and ${keys.where} ${keys.orderBy} ${keys.limit}`,
  );
  return connectionFrom(rows, page, (row) => [row.country, row.code, row.id]);
}

/** One service, or null. */
export async function findService(ctx: Context, id: string): Promise<ServiceView | null> {
  if (!isId(id)) return null;
  const [found] = await selectServices(ctx, sql`where s.id = ${id}::uuid`);
  return found ?? null;
}

/** Services by id, batched over one request. */
export function serviceLoader(ctx: Context): DataLoader<string, ServiceView | null> {
  return memoized(ctx, serviceLoader, () => {
    return new DataLoader<string, ServiceView | null>(async (ids) => {
      const rows = await selectServices(ctx, sql`where s.id = any(${ids})`);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  });
}

/** The standard that holds on a day, or null before the first. */
export function standardAt(standards: readonly ServiceStandard[], day: string): ServiceStandard | null {
  return standards.find((standard) => standard.inForceFrom <= day) ?? null;
}

type Row = {
  readonly id: string;
  readonly country: string;
  readonly code: string;
  readonly names: LocalizedText;
  readonly descriptions: LocalizedText;
  readonly deliveredAt: string;
  readonly retiredAt: string | null;
  readonly version: number;
  readonly standards: readonly ServiceStandard[] | null;
};

async function selectServices(ctx: Context, condition: RawBuilder<unknown>): Promise<ServiceView[]> {
  const { rows } = await sql<Row>`select s.id, s.country, s.code, s.names, s.descriptions, s.delivered_at as "deliveredAt",
      s.retired_at as "retiredAt", s.version,
      (select jsonb_agg(jsonb_build_object('inForceFrom', t.in_force_from, 'fee', t.fee::text, 'currency', t.currency,
        'longestTime', t.longest_time, 'timeUnit', t.time_unit) order by t.in_force_from desc)
        from service_standard t where t.service_id = s.id) as standards
    from service s ${condition}`.execute(ctx.db);
  return rows.map((row) => ({
    ...row,
    standards: row.standards ?? [],
    name: pickText(row.names, ctx.language),
    description: pickText(row.descriptions, ctx.language),
    viewerCan: { edit: servicePolicy.edit(ctx.actor, row) },
  }));
}
