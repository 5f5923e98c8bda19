import type { Io } from "./io.ts";
import type { Platform } from "./platform.ts";

/** Runs the work on the platform; its code is loaded only now, so that help and mistakes are answered at once. */
export async function withPlatform<T>(io: Io, work: (platform: Platform) => Promise<T>): Promise<T> {
  const platform = await import("./platform.ts");
  return platform.withPlatform(io, work);
}
