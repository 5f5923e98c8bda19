import { authorize } from "../kernel/authorize.ts";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { findService } from "./list-services.ts";
import { Service } from "./service.entity.ts";
import type { UpdateServiceInput, UpdateServicePayload } from "./service.inputs.ts";
import { servicePolicy } from "./service.policy.ts";

/** Gives a service other words. Refuses STALE_VERSION to the slower of two editors. */
export async function updateService(ctx: Context, input: UpdateServiceInput): Promise<UpdateServicePayload> {
  const service = await editableService(ctx, input);
  service.describe({ names: input.names, descriptions: input.descriptions ?? service.descriptions });
  service.updatedAt = ctx.now();
  await ctx.em.flush();
  return { service: await findService(ctx, service.id) };
}

/** The service, for whoever may edit it. Refuses NOT_FOUND, FORBIDDEN, STALE_VERSION. */
export async function editableService(ctx: Context, input: { readonly id: string; readonly version: number }): Promise<Service> {
  const service = await ctx.em.findOne(Service, { id: input.id });
  if (!service) throw new Refusal("NOT_FOUND", { field: "id" });
  authorize(ctx.actor, servicePolicy.edit(ctx.actor, service));
  service.expectVersion(input.version);
  return service;
}
