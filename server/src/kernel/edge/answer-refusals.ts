import { refusalsOf } from "../refusal.ts";
import type { RootResolver } from "./edge.ts";

/** A mutation's refusals become its payload; faults go on. Runs outside the transaction, which has been rolled back by then. */
export function answerRefusals(inner: RootResolver): RootResolver {
  return async (source, args, ctx, info) => {
    try {
      return await inner(source, args, ctx, info);
    } catch (error) {
      const refusals = refusalsOf(error);
      if (!refusals) throw error;
      ctx.log.info({ field: info.fieldName, refusals: refusals.map(({ code, field }) => ({ code, field })) }, "refused");
      return { refusals: refusals.map(({ code, field, values }) => ({ code, field, values })) };
    }
  };
}
