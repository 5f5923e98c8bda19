import { useMemo } from "react";
import { useSearchParams } from "react-router";

/** How a table is looked at. It lives in the URL, so it can be shared, kept and gone back to. */
export type TableState = {
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  readonly filter: string;
  /** Ids of columns shown or hidden against their default. */
  readonly toggled: readonly string[];
  readonly compact: boolean;
};

/** The state of a table and how to change it. `name` keeps two tables of one page apart. */
export function useTableState(name = ""): { readonly state: TableState; readonly change: (next: Partial<TableState>) => void } {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const state = useMemo(() => readTableState(new URLSearchParams(text), name), [text, name]);
  return {
    state,
    change: (next) =>
      setSearch((current) => writeTableState(current, name, { ...readTableState(current, name), ...next }), {
        replace: true,
        preventScrollReset: true,
      }),
  };
}

/** Reads `sort=-score&find=huye&columns=rank,path&density=compact`. */
export function readTableState(search: URLSearchParams, name: string): TableState {
  const sort = search.get(`${name}sort`) ?? "";
  const column = sort.replace(/^-/, "");
  return {
    sort: column === "" ? null : { column, descending: sort.startsWith("-") },
    filter: search.get(`${name}find`) ?? "",
    toggled: (search.get(`${name}columns`) ?? "").split(",").filter((id) => id !== ""),
    compact: search.get(`${name}density`) === "compact",
  };
}

/** The same query with the table's part of it changed; what is as by default is left out. */
export function writeTableState(search: URLSearchParams, name: string, state: TableState): URLSearchParams {
  const next = new URLSearchParams(search);
  const put = (key: string, value: string): void => {
    if (value === "") next.delete(name + key);
    else next.set(name + key, value);
  };
  put("sort", state.sort === null ? "" : `${state.sort.descending ? "-" : ""}${state.sort.column}`);
  put("find", state.filter);
  put("columns", state.toggled.join(","));
  put("density", state.compact ? "compact" : "");
  return next;
}
