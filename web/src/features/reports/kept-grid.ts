import { readFragment } from "../../gql/fragment-masking.ts";
import type { ReportFieldsFragment, ReportGridQuery } from "../../gql/graphql.ts";
import { client } from "../../lib/apollo/client.ts";
import { keep, kept } from "../../lib/offline/store.ts";
import type { Grid } from "./grid-cells.ts";
import { GRID, REPORT_FIELDS } from "./report-documents.ts";

/** Which month of which jurisdiction. */
export type GridKey = { readonly areaId: string; readonly month: string };

/** A grid as it is known now, and from when it is when the server could not be asked. */
export type KnownGrid = { readonly grid: Grid; readonly keptAt: string | null };

/**
 * The grids that this page has seen: from the server when it can be reached, else as the device last kept them. Saved figures are put
 * into them as they are confirmed.
 */
class GridStore {
  #grids = new Map<string, KnownGrid>();
  #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  of(key: GridKey): KnownGrid | null {
    return this.#grids.get(name(key)) ?? null;
  }

  /** Asks the server, falls back to what is kept. Throws what the server said when there is neither. */
  async load(person: string, key: GridKey): Promise<void> {
    try {
      const { data } = await client.query({ query: GRID, variables: key, fetchPolicy: "network-only" });
      if (!data) return;
      await this.set(person, key, { grid: unmask(data), keptAt: null });
    } catch (error) {
      const known = await kept<{ readonly grid: Grid; readonly at: string }>(person, name(key));
      if (!(error instanceof TypeError) || !known) throw error;
      this.#show(key, { grid: known.grid, keptAt: known.at });
    }
  }

  /** Makes this the grid, and keeps it. */
  async set(person: string, key: GridKey, known: KnownGrid): Promise<void> {
    this.#show(key, known);
    await keep(person, name(key), { grid: known.grid, at: known.keptAt ?? new Date().toISOString() });
  }

  #show(key: GridKey, known: KnownGrid): void {
    this.#grids.set(name(key), known);
    for (const listener of this.#listeners) listener();
  }
}

/** The one store of this page. */
export const grids = new GridStore();

/** Puts a report that the server answered into its grid. */
export async function keepReport(
  person: string,
  at: { readonly jurisdictionId: string; readonly serviceId: string; readonly month: string },
  report: ReportFieldsFragment | null,
): Promise<void> {
  const key = { areaId: at.jurisdictionId, month: at.month };
  const known = grids.of(key);
  if (!known || !report) return;
  const rows = known.grid.rows.map((row) => (row.service.id === at.serviceId ? { ...row, report } : row));
  await grids.set(person, key, { ...known, grid: { ...known.grid, rows } });
}

function unmask({ reportGrid }: ReportGridQuery): Grid {
  return {
    ...reportGrid,
    rows: reportGrid.rows.map((row) => ({ ...row, report: row.report ? readFragment(REPORT_FIELDS, row.report) : null })),
  };
}

function name({ areaId, month }: GridKey): string {
  return `grid ${areaId} ${month}`;
}
