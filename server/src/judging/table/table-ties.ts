import type { StageResult } from "../standing/stage-result.ts";
import type { TableTie } from "./tie.type.ts";

/** What became of entries that have a score in common with others, by reference; those alone with theirs have no tie. */
export function tableTies({ scored, ranks }: Pick<StageResult, "scored" | "ranks">): ReadonlyMap<string, TableTie> {
  const alike = Map.groupBy(
    [...scored.scores.values()].filter(({ rank }) => rank !== null),
    ({ rank }) => rank,
  );
  const ties = new Map<string, TableTie>();
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    const placed = group.map(({ entry }) => ({ entry, rank: ranks.get(entry)?.rank ?? 0 })).sort((a, b) => a.rank - b.rank);
    for (const own of placed) {
      const those = (where: (rank: number) => boolean) => placed.filter(({ entry, rank }) => entry !== own.entry && where(rank));
      ties.set(own.entry, {
        behind: those((rank) => rank < own.rank).map(({ entry }) => entry),
        ahead: those((rank) => rank > own.rank).map(({ entry }) => entry),
        with: those((rank) => rank === own.rank).map(({ entry }) => entry),
        because: ranks.get(own.entry)?.because ?? [],
      });
    }
  }
  return ties;
}
