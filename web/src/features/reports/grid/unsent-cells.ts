import { changeKept, kept } from "../../../lib/offline/store.ts";
import type { Unsent, UnsentCells } from "./grid-cells.ts";

/**
 * What was typed and cannot be sent as it is: words that are no number, figures that somebody else changed meanwhile, or that the server
 * refused. Kept on the device by person, jurisdiction and month, so that closing the tab loses nothing.
 */
class UnsentStore {
  #cells = new Map<string, UnsentCells>();
  #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The cells of a month, by `person`, jurisdiction and month: see {@link monthKey}. */
  of(month: MonthKey): UnsentCells {
    return this.#cells.get(name(month)) ?? NONE;
  }

  /** Reads what was kept, once. */
  async load(month: MonthKey): Promise<void> {
    if (this.#cells.has(name(month))) return;
    const cells = (await kept<UnsentCells>(month.person, storeKey(month))) ?? NONE;
    this.#show(month, { ...cells, ...this.#cells.get(name(month)) });
  }

  /** Sets or, with null, forgets one cell. */
  async set(month: MonthKey, cell: string, unsent: Unsent | null): Promise<void> {
    await this.load(month);
    this.#show(month, changed(this.of(month), cell, unsent));
    // One step in the database, so that what another tab has put there stays.
    await changeKept<UnsentCells>({ person: month.person, key: storeKey(month) }, NONE, (cells) => changed(cells, cell, unsent));
  }

  #show(month: MonthKey, cells: UnsentCells): void {
    this.#cells.set(name(month), cells);
    for (const listener of this.#listeners) listener();
  }
}

/** Whose month of which jurisdiction. */
export type MonthKey = { readonly person: string; readonly areaId: string; readonly month: string };

/** The one store of this page. */
export const unsentCells = new UnsentStore();

const NONE: UnsentCells = {};

function changed(cells: UnsentCells, cell: string, unsent: Unsent | null): UnsentCells {
  const { [cell]: _, ...others } = cells;
  return unsent === null ? others : { ...others, [cell]: unsent };
}

function storeKey({ areaId, month }: MonthKey): string {
  return `unsent ${areaId} ${month}`;
}

function name(month: MonthKey): string {
  return `${month.person} ${storeKey(month)}`;
}
