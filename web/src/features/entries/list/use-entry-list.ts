import type { ErrorLike } from "@apollo/client";
import { useEffect, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import type { EntriesQuery, EntryOrder, EntryState } from "../../../gql/graphql.ts";
import { useConnection } from "../../../lib/apollo/use-connection.ts";
import type { KeptEntry } from "../../../lib/entries/entry-store.ts";
import type { KnownEntry } from "../../../lib/entries/known-entry.ts";
import { keptBeginning } from "../../../lib/offline/store.ts";
import { useOutbox } from "../../../lib/offline/use-outbox.ts";
import { failureOf } from "../../../lib/refusals/failure.ts";
import { useMe } from "../../../lib/session/me.ts";
import type { EntryRound } from "./entry-rounds.ts";
import { type EntryLine, lineOf, lineOfKept } from "./entry-rows.ts";
import { ENTRIES } from "./list-documents.ts";
import { useTakeAlong } from "./use-take-along.ts";

/** A round's entries as the list shows them. */
export type EntryList = {
  readonly rows: readonly EntryLine[];
  readonly total: number | null;
  /** The server could not be reached: these are the device's. */
  readonly offline: boolean;
  readonly narrowed: boolean;
  readonly loading: boolean;
  readonly error: ErrorLike | undefined;
  readonly more: { readonly hasMore: boolean; readonly loading: boolean; readonly load: () => void };
  readonly refetch: () => void;
};

const pick = (data: EntriesQuery) => data.entries;

/** What the server lists, with the drafts that only this device has on top; or what the device has kept. */
export function useEntryList(round: EntryRound): EntryList {
  const [search] = useSearchParams();
  const wished = { search: search.get("find") || null, state: search.get("state") || null, order: search.get("order") || null };
  const narrowed = wished.search !== null || wished.state !== null;
  const variables = {
    roundId: round.id,
    search: wished.search,
    states: wished.state ? [wished.state as EntryState] : null,
    order: (wished.order as EntryOrder | null) ?? null,
  };
  const { data, rows, loading, loadingMore, error, hasMore, loadMore, refetch } = useConnection(ENTRIES, { variables, pick });
  const offline = error !== undefined && data === undefined && failureOf(error).kind === "network";
  const kept = useKeptEntries(round.id);
  useTakeAlong(narrowed || data === undefined ? null : rows);
  const { search: title, state } = wished;
  const shown = useMemo(() => {
    const told = rows.map(lineOf);
    const here = kept.filter((entry) => (offline ? fits(entry, { title, state }) : entry.local !== undefined)).map(lineOfKept);
    return [...here.filter(({ id }) => told.every((line) => line.id !== id)), ...told];
  }, [rows, kept, offline, title, state]);
  const more = { hasMore, loading: loadingMore, load: loadMore };
  return { rows: shown, total: data?.entries.totalCount ?? null, offline, narrowed, loading, error, more, refetch };
}

function fits(entry: KnownEntry, wished: { readonly title: string | null; readonly state: string | null }): boolean {
  const titled = wished.title === null || entry.title.toLowerCase().includes(wished.title.toLowerCase());
  return titled && (wished.state === null || entry.state === wished.state);
}

/** The round's entries in the device's database, the newest first; read again as acts come and go. */
function useKeptEntries(roundId: string): readonly KnownEntry[] {
  const person = useMe()?.id ?? "";
  const { acts } = useOutbox();
  const [kept, setKept] = useState<readonly KnownEntry[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft that has been sent is no longer only here
  useEffect(() => {
    let here = true;
    void keptBeginning<Pick<KeptEntry, "entry">>(person, "entry ").then((found) => {
      const entries = [...found.values()].map(({ entry }) => entry).filter((entry) => entry.round.id === roundId);
      if (here) setKept(entries.toSorted((a, b) => (a.id < b.id ? 1 : -1)));
    });
    return () => {
      here = false;
    };
  }, [person, roundId, acts]);
  return kept;
}
