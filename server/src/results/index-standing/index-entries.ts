import type { PublishedEntries } from "@isonga/schema/published-index";
import { type IndexEntry, indexEntries } from "../../innovations/index/index-entries.ts";
import type { IndexRound } from "../../innovations/index/index-round.ts";
import type { Context } from "../../kernel/context.ts";

/** Every entry of a round that was handed in, its levels as digits, in an order that no name decides. */
export async function loadIndexEntries(ctx: Context, round: IndexRound): Promise<PublishedEntries> {
  const rows = [...(await indexEntries(ctx, round))].sort(byRegion);
  return {
    regional: rows.filter(({ kind }) => kind === "REGIONAL").map(({ region, claimed, verified }) => ({ code: region, claimed, verified })),
    innovations: rows
      .filter(({ kind }) => kind === "INNOVATION")
      .map(({ id, region, affairs, claimed, verified }) => ({ id, code: region, affairs: [...affairs].sort(), claimed, verified })),
  };
}

function byRegion(a: IndexEntry, b: IndexEntry): number {
  if (a.region !== b.region) return a.region < b.region ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
