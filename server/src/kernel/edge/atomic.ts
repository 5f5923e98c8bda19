import { atomically } from "../atomically.ts";
import type { RootField, RootResolver } from "./edge.ts";
import { answerOnce } from "./idempotency.ts";

/** One transaction a mutation, named in the audit record by its field; a repeated idempotency key gets the first answer. */
export function atomic(field: RootField, inner: RootResolver): RootResolver {
  return async (source, args: Readonly<Record<string, unknown>>, ctx, info) => {
    const { idempotencyKey, ...input } = args;
    const key = typeof idempotencyKey === "string" ? idempotencyKey : null;
    return atomically(ctx, { verb: field.name }, async () => {
      const act = async () => ({ refusals: [], ...((await inner(source, input, ctx, info)) as object) });
      return key === null ? act() : answerOnce(ctx, { key, verb: field.name, input }, act);
    });
  };
}
