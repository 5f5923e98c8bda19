import { readFragment } from "../../../gql/fragment-masking.ts";
import type { ReportFieldsFragment, ReportGridQuery } from "../../../gql/graphql.ts";
import { client } from "../../../lib/apollo/client.ts";
import { keep, kept } from "../../../lib/offline/store.ts";
import { onTabs } from "../../../lib/offline/tabs.ts";
import { GRID, REPORT_FIELDS } from "../report-documents.ts";
import type { Grid, GridRow } from "./grid-cells.ts";

/** Which month of which jurisdiction. */
export type GridKey = { readonly areaId: string; readonly month: string };

/** A grid as it is known now, and from when it is when the server could not be asked. */
export type KnownGrid = { readonly grid: Grid; readonly keptAt: string | null };

type StoredGrid = { readonly grid: Grid; readonly at: string };

/**
 * The grids that this page has seen: from the server when it can be reached, else as the device last kept them. Saved figures are put
 * into them as they are confirmed, in all tabs. Answers may overtake each other: of a report, the highest version known stays.
 */
class GridStore {
  #grids = new Map<string, KnownGrid>();
  /** What the server has confirmed here, by grid and service: a grid may be on its way from before. */
  #confirmed = new Map<string, Map<string, ReportFieldsFragment>>();
  #person = "";
  #listeners = new Set<() => void>();

  constructor() {
    onTabs((message) => {
      if (message.about === "kept" && this.#grids.has(message.key)) void this.#readAgain(message.key);
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  of(key: GridKey): KnownGrid | null {
    return this.#grids.get(name(key)) ?? null;
  }

  /** Asks the server, falls back to what is kept. Throws what the server said when there is neither. */
  async load(person: string, key: GridKey): Promise<void> {
    this.#person = person;
    try {
      const { data } = await client.query({ query: GRID, variables: key, fetchPolicy: "network-only" });
      if (!data) return;
      await this.#set(person, key, { grid: unmask(data), keptAt: null });
    } catch (error) {
      const known = await kept<StoredGrid>(person, name(key));
      if (!(error instanceof TypeError) || !known) throw error;
      this.#show(name(key), { grid: known.grid, keptAt: known.at });
    }
  }

  /** Puts a report that the server has confirmed into its grid, or into the kept one that this page has not opened. */
  async confirm(person: string, at: GridKey & { readonly serviceId: string }, report: ReportFieldsFragment): Promise<void> {
    const reports = this.#confirmed.get(name(at)) ?? new Map<string, ReportFieldsFragment>();
    this.#confirmed.set(name(at), reports.set(at.serviceId, report));
    const known = this.of(at) ?? (await this.#kept(person, name(at)));
    if (known) await this.#set(person, at, known);
  }

  async #kept(person: string, key: string): Promise<KnownGrid | null> {
    const found = await kept<StoredGrid>(person, key);
    return found ? { grid: found.grid, keptAt: found.at } : null;
  }

  async #readAgain(key: string): Promise<void> {
    const found = await this.#kept(this.#person, key);
    const known = this.#grids.get(key);
    if (found && known) this.#show(key, { ...known, grid: newer(known.grid, reportsOf(found.grid)) });
  }

  /** Makes this the grid, and keeps it. */
  async #set(person: string, key: GridKey, known: KnownGrid): Promise<void> {
    const { grid, keptAt } = this.#show(name(key), known);
    await keep(person, name(key), { grid, at: keptAt ?? new Date().toISOString() });
  }

  #show(key: string, { grid, keptAt }: KnownGrid): KnownGrid {
    const before = this.#grids.get(key);
    const seen = before ? newer(grid, reportsOf(before.grid)) : grid;
    const known = { grid: newer(seen, this.#confirmed.get(key) ?? new Map()), keptAt };
    this.#grids.set(key, known);
    for (const listener of this.#listeners) listener();
    return known;
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
  if (report) await grids.confirm(person, { areaId: at.jurisdictionId, month: at.month, serviceId: at.serviceId }, report);
}

/** The grid with those of the reports that are newer than its own: versions only ever rise. */
function newer(grid: Grid, reports: ReadonlyMap<string, ReportFieldsFragment>): Grid {
  const rows = grid.rows.map((row): GridRow => {
    const other = reports.get(row.service.id);
    return other && other.version > (row.report?.version ?? -1) ? { ...row, report: other } : row;
  });
  return { ...grid, rows };
}

function reportsOf(grid: Grid): ReadonlyMap<string, ReportFieldsFragment> {
  return new Map(grid.rows.flatMap(({ service, report }) => (report ? [[service.id, report] as const] : [])));
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
