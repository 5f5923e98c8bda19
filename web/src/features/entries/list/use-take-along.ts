import { useEffect } from "react";
import type { EntriesQuery } from "../../../gql/graphql.ts";
import { entryStore } from "../../../lib/entries/entry-store.ts";
import { fetchEntry } from "../../../lib/entries/fetch-entry.ts";
import { loadPhrases } from "../../../lib/i18n/i18n.ts";
import { keepLoadedFiles } from "../../../lib/offline/service-worker.ts";
import { useMe } from "../../../lib/session/me.ts";

type Row = EntriesQuery["entries"]["nodes"][number];

/** So that drafting needs no network after one visit: the pages' code, and the first entries that one may write in, are fetched in advance. */
export function useTakeAlong(rows: readonly Row[] | null): void {
  const person = useMe()?.id ?? "";
  useEffect(() => {
    let here = true;
    const take = async (): Promise<void> => {
      await Promise.all([...PAGES.map((page) => page()), loadPhrases(["entries", "custody", "evidence", "dates"])]);
      await keepLoadedFiles();
      for (const row of (rows ?? []).filter(({ viewerCan }) => viewerCan.edit).slice(0, MOST)) {
        const known = here ? await entryStore.read(person, row.id) : null;
        if (here && !known) await fetchEntry(person, row.id);
      }
    };
    // Without it everything works, only not without a network.
    if (person !== "" && rows !== null) take().catch(() => undefined);
    return () => {
      here = false;
    };
  }, [person, rows]);
}

const MOST = 20;
const PAGES: readonly (() => Promise<unknown>)[] = [
  () => import("../entry.page.tsx"),
  () => import("../task.page.tsx"),
  () => import("../print.page.tsx"),
  () => import("../begin/begin.page.tsx"),
  () => import("../../../lib/entries/entry-senders.ts"),
  () => import("../../../ui/dates/date-dialog.tsx"),
];
