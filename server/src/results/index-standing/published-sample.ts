import type { PublishedSample } from "@isonga/schema/published-index";
import { readSample } from "../../innovations/sampling/read-sample.ts";
import type { Context } from "../../kernel/context.ts";

/** A round's sample as everybody may know it: not who drew it. Null when none was drawn. */
export async function readPublishedSample(ctx: Context, roundId: string): Promise<PublishedSample | null> {
  const sample = await readSample(ctx, roundId);
  if (!sample) return null;
  const { percent, stratifiedBy, seed, size, outOf, discrepancy } = sample;
  const { entries: verified, rows, differing, rate, meanDifference } = discrepancy;
  return { percent, stratifiedBy, seed, size, outOf, verified, rows, differing, rate, meanDifference };
}
