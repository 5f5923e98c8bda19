import type { Context } from "../kernel/context.ts";
import { findService } from "./list-services.ts";
import type { RetireServiceInput, RetireServicePayload } from "./service.inputs.ts";
import { editableService } from "./update-service.ts";

/** Ends a service from a day on, or takes that back. Its reports stay. */
export async function retireService(ctx: Context, input: RetireServiceInput): Promise<RetireServicePayload> {
  const service = await editableService(ctx, input);
  service.retire(input.retiredAt ?? null);
  service.updatedAt = ctx.now();
  await ctx.em.flush();
  return { service: await findService(ctx, service.id) };
}
