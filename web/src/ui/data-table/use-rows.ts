import {
  columnFilteringFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import { type CellValue, type Column, compareValues } from "./columns.ts";
import type { TableState } from "./use-table-state.ts";

/** What a table shows: its visible columns and its rows in order. */
export type Shown<Row> = { readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[] };

/** Applies a table's state to its rows. Rows that the server has ordered and filtered are left as they come. */
export function useRows<Row>(options: {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly state: TableState;
  readonly orderedByServer: boolean;
}): Shown<Row> {
  const { columns, rows, state, orderedByServer } = options;
  const definitions = useMemo(() => columns.map(define), [columns]);
  const wrapped = useMemo(() => rows.map((row) => ({ row })), [rows]);
  const visibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, isShown(column, state.toggled)])),
    [columns, state.toggled],
  );
  const sorting = useMemo(() => (state.sort === null ? [] : [{ id: state.sort.column, desc: state.sort.descending }]), [state.sort]);
  const table = useTable({
    features: FEATURES,
    columns: definitions,
    data: wrapped,
    state: { sorting, globalFilter: state.filter, columnVisibility: visibility },
    manualSorting: orderedByServer,
    manualFiltering: orderedByServer,
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: (row, id, wanted) => contains(row.getValue(id), String(wanted)),
  });
  const shown = new Set(table.getVisibleLeafColumns().map((column) => column.id));
  return {
    columns: columns.filter((column) => shown.has(column.id)),
    rows: table.getRowModel().rows.map((row) => row.original.row),
  };
}

/** Whether a column is on the page: its default, unless the reader chose otherwise; the heading always is. */
export function isShown<Row>(column: Column<Row>, toggled: readonly string[]): boolean {
  if (column.heading === true) return true;
  return toggled.includes(column.id) ? column.hidden === true : column.hidden !== true;
}

const FEATURES = tableFeatures({
  columnVisibilityFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

function asValue(value: unknown): CellValue {
  return typeof value === "number" || typeof value === "string" ? value : null;
}

/** Part of a word, whatever its case and accents. */
function contains(value: unknown, wanted: string): boolean {
  return typeof value === "string" || typeof value === "number" ? fold(String(value)).includes(fold(wanted)) : false;
}

function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

function define<Row>(column: Column<Row>) {
  return {
    id: column.id,
    accessorFn: ({ row }: { readonly row: Row }) => column.value(row) ?? undefined,
    enableSorting: column.sortable !== false,
    sortUndefined: "last" as const,
    sortFn: (a: { getValue: (id: string) => unknown }, b: { getValue: (id: string) => unknown }, id: string) =>
      compareValues(asValue(a.getValue(id)), asValue(b.getValue(id)), column.numeric === true),
  };
}
