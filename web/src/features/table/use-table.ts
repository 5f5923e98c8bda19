import { useCallback } from "react";
import { useOutletContext, useSearchParams } from "react-router";
import type { Progress, Table } from "./table.query.ts";

/** What the page gives its tabs and dialogs. */
export type TableContext = {
  readonly table: Table;
  /** The newest counts, live where the connection holds. */
  readonly progress: Progress;
  readonly refetch: () => Promise<unknown>;
};

/** The table, in a dialog of its page. */
export function useTableContext(): TableContext {
  return useOutletContext<TableContext>();
}

/** One thing of the address's query and how to change it; null takes it out. */
export function useSearchValue(name: string): readonly [string | null, (value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (value: string | null) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === null) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [name, setSearch],
  );
  return [search.get(name), set];
}
