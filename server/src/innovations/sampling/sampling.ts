import { createHash } from "node:crypto";
import { fraction } from "../../kernel/fraction.ts";

/** By what a sample is spread. */
export const STRATA = ["NONE", "JURISDICTION", "AGENCY", "FORM"] as const;
export type Stratum = (typeof STRATA)[number];

/** Something that may be drawn, and the group it belongs to. */
export type Drawable = { readonly id: string; readonly stratum: string };

/** How to draw: a share in percent as a decimal, and what chance begins with. */
export type Draw = { readonly percent: string; readonly seed: string };

/**
 * A sample spread over the groups: of each the share, rounded up, so that every group is in it. Which ones is decided by the order of
 * SHA-256(seed, colon, id), the same for whoever repeats it and in whatever order they are told. Answers ids, sorted.
 */
export function drawFrom(all: readonly Drawable[], { percent, seed }: Draw): readonly string[] {
  const share = fraction(percent).div(100);
  const groups = Map.groupBy(all, ({ stratum }) => stratum);
  const drawn = [...groups.values()].flatMap((group) => {
    const size = Number(share.mul(group.length).ceil().n);
    return group
      .map(({ id }) => ({ id, lot: createHash("sha256").update(`${seed}:${id}`).digest("hex") }))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .slice(0, size)
      .map(({ id }) => id);
  });
  return drawn.sort();
}

/** What verification found in a sample's rows, summed. `difference` is Σ (found − claimed). */
export type SampleCounts = { readonly rows: number; readonly differing: number; readonly difference: number };
