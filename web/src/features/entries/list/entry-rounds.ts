import type { EntryRoundsQuery } from "../../../gql/graphql.ts";
import { client } from "../../../lib/apollo/client.ts";
import { type Kept, useKept } from "../../../lib/offline/use-kept.ts";
import { ENTRY_ROUNDS } from "./list-documents.ts";

export type EntryRound = EntryRoundsQuery["rounds"]["nodes"][number];

/**
 * The rounds that take entries: first those that are open, of these first where there is an entry to see; the last known ones without a
 * network.
 */
export function useEntryRounds(): Kept<readonly EntryRound[]> {
  return useKept("entries rounds", askRounds);
}

async function askRounds(): Promise<readonly EntryRound[]> {
  const { data } = await client.query({ query: ENTRY_ROUNDS, fetchPolicy: "network-only" });
  const rounds = (data?.rounds.nodes ?? []).filter(
    ({ instrument, state }) => (instrument?.kind === "INNOVATION_INDEX" || instrument?.kind === "JURY") && state !== "DRAFT",
  );
  return rounds.toSorted((a, b) => standing(b) - standing(a));
}

function standing({ state, hasEntries }: EntryRound): number {
  return (state === "OPEN" ? 2 : 0) + (hasEntries ? 1 : 0);
}
