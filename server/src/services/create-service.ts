import { sql } from "kysely";
import { authorize } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { findService } from "./list-services.ts";
import { checkServiceCode, Service } from "./service.entity.ts";
import type { CreateServiceInput, CreateServicePayload } from "./service.inputs.ts";
import { servicePolicy } from "./service.policy.ts";

/** Adds a service. Refuses UNKNOWN_LEVEL for a level the country has not, ALREADY_EXISTS for a code in use. */
export async function createService(ctx: Context, input: CreateServiceInput): Promise<CreateServicePayload> {
  authorize(ctx.actor, servicePolicy.edit(ctx.actor, input));
  const code = checkServiceCode(input.code);
  const { rows } = await sql<{ level: boolean; taken: boolean }>`select
    exists (select from area_level where country = ${input.country} and code = ${input.deliveredAt}) as level,
    exists (select from service where country = ${input.country} and code = ${code}) as taken`.execute(ctx.db);
  if (!rows[0]?.level) throw new Refusal("UNKNOWN_LEVEL", { field: "deliveredAt", values: { level: input.deliveredAt } });
  if (rows[0].taken) throw new Refusal("ALREADY_EXISTS", { field: "code", values: { code } });
  const now = ctx.now();
  const service = new Service();
  Object.assign(service, { id: ctx.newId(), country: input.country, code, deliveredAt: input.deliveredAt, createdAt: now, updatedAt: now });
  service.describe({ names: input.names, descriptions: input.descriptions ?? {} });
  ctx.em.persist(service);
  await ctx.em.flush();
  return { service: await findService(ctx, service.id) };
}
