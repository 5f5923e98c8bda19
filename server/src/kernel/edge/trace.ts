import type { RootField, RootResolver } from "./edge.ts";

/** Logs each root field with its duration in milliseconds, under the request's id. Costs nothing where nobody reads it. */
export function trace(field: RootField, inner: RootResolver): RootResolver {
  const logged: RootResolver = async (source, args, ctx, info) => {
    const start = performance.now();
    try {
      return await inner(source, args, ctx, info);
    } finally {
      ctx.log.debug({ field: field.name, ms: Math.round((performance.now() - start) * 10) / 10 }, "resolved");
    }
  };
  return (source, args, ctx, info) => (ctx.log.isLevelEnabled("debug") ? logged : inner)(source, args, ctx, info);
}
