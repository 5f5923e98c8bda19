import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { Refusal, refuseAll } from "../kernel/refusal.ts";
import { findService } from "./list-services.ts";
import type { SetServiceStandardInput, SetServiceStandardPayload } from "./service.inputs.ts";
import { editableService } from "./update-service.ts";

/** Sets the standard that holds from a day on. Refuses a fee without a currency, a time without a unit, and the other ways about. */
export async function setServiceStandard(ctx: Context, input: SetServiceStandardInput): Promise<SetServiceStandardPayload> {
  const service = await editableService(ctx, { id: input.serviceId, version: input.version });
  refuseAll([...standardProblems(input)]);
  const { fee = null, currency = null, longestTime = null, timeUnit = null } = input;
  await sql`insert into service_standard (id, service_id, in_force_from, fee, currency, longest_time, time_unit)
    values (${ctx.newId()}, ${service.id}, ${input.inForceFrom}, ${fee}, ${currency}, ${longestTime}, ${timeUnit})
    on conflict (service_id, in_force_from) do update set fee = excluded.fee, currency = excluded.currency,
      longest_time = excluded.longest_time, time_unit = excluded.time_unit`.execute(ctx.db);
  service.updatedAt = ctx.now();
  await ctx.em.flush();
  return { service: await findService(ctx, service.id) };
}

function* standardProblems(input: SetServiceStandardInput): Generator<Refusal> {
  const { fee, currency, longestTime, timeUnit } = input;
  if (fee && !currency) yield new Refusal("REQUIRED", { field: "currency" });
  if (currency && !fee) yield new Refusal("REQUIRED", { field: "fee" });
  if (fee && !/^\d{1,12}(\.\d{1,2})?$/.test(fee)) yield new Refusal(fee.startsWith("-") ? "NEGATIVE" : "INVALID_NUMBER", { field: "fee" });
  if (currency && !/^[A-Z]{3}$/.test(currency)) yield new Refusal("INVALID_CODE", { field: "currency" });
  if (longestTime && !timeUnit) yield new Refusal("REQUIRED", { field: "timeUnit" });
  if (timeUnit && !longestTime) yield new Refusal("REQUIRED", { field: "longestTime" });
  if (longestTime && longestTime < 1) yield new Refusal("NEGATIVE", { field: "longestTime" });
}
