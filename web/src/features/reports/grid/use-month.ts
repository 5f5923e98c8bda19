import { FIGURE_FIELDS, type FigureField } from "@isonga/schema/report-rules";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useOutbox } from "../../../lib/offline/use-outbox.ts";
import { useOnline } from "../../../lib/online/online.ts";
import { type Failure, failureOf } from "../../../lib/refusals/failure.ts";
import { useMe } from "../../../lib/session/me.ts";
import { useLanguage } from "../../../ui/use-format.ts";
import { sendSavedFigures } from "../report-outbox.ts";
import { noteCell, type Typed, type Typing, writeCells, writeNoted } from "../write-cells.ts";
import { type CellRow, cellKey, cellRows } from "./grid-cells.ts";
import { type GridKey, grids, type KnownGrid } from "./kept-grid.ts";
import { unsentCells } from "./unsent-cells.ts";

/** A jurisdiction's month as the page works on it. */
export type Month = {
  readonly known: KnownGrid | null;
  readonly failure: Failure | null;
  readonly rows: readonly CellRow[];
  /** Takes what was typed: kept at once on the device, then sent; words that are no figure stay with their problem. */
  readonly write: (typed: readonly Typed[]) => void;
  /** Notes at once what is being typed and not taken yet, or with null forgets it. */
  readonly note: (typed: Typing) => void;
  /** Ends a conflict or a refusal: sends mine over theirs, or gives mine up. */
  readonly settle: (row: number, field: FigureField, keepMine: boolean) => void;
  readonly reload: () => void;
};

/** The month of a jurisdiction, with what waits on this device. */
export function useMonth(key: GridKey): Month {
  const person = useMe()?.id ?? "";
  const language = useLanguage();
  const online = useOnline();
  const waiting = useOutbox();
  const { areaId, month } = key;
  const monthKey = useMemo(() => ({ person, areaId, month }), [person, areaId, month]);
  const known = useSyncExternalStore(grids.subscribe, () => grids.of(key));
  const unsent = useSyncExternalStore(unsentCells.subscribe, () => unsentCells.of(monthKey));
  const [failure, setFailure] = useState<Failure | null>(null);

  const reload = useCallback(() => {
    setFailure(null);
    grids.load(person, { areaId, month }).catch((error: unknown) => setFailure(failureOf(error)));
  }, [person, areaId, month]);
  // Asks again as the network comes back, so that a grid from the device becomes the server's.
  useEffect(() => {
    if (person === "") return;
    sendSavedFigures();
    void unsentCells.load(monthKey);
    if (online || grids.of({ areaId, month }) === null) reload();
  }, [person, monthKey, areaId, month, reload, online]);

  const rows = useMemo(() => (known ? cellRows(known.grid, waiting, { unsent, online }) : []), [known, waiting, unsent, online]);

  const write = useCallback((typed: readonly Typed[]) => writeCells(monthKey, typed, language), [monthKey, language]);
  const note = useCallback((typed: Typing) => noteCell(monthKey, typed), [monthKey]);
  // What was being typed when the page went away last time.
  const here = known !== null;
  useEffect(() => {
    if (person !== "" && here) writeNoted(monthKey, language);
  }, [person, here, monthKey, language]);

  const settle = useCallback(
    (row: number, field: FigureField, keepMine: boolean) => {
      const service = grids.of({ areaId, month })?.grid.rows[row]?.service;
      if (!service) return;
      const cell = cellKey(service.id, field);
      const mine = unsentCells.of(monthKey)[cell]?.text;
      void unsentCells.set(monthKey, cell, null);
      if (keepMine && mine !== undefined) write([{ row, field, text: mine }]);
    },
    [areaId, month, monthKey, write],
  );

  return { known, failure: known ? null : failure, rows, write, note, settle, reload };
}

/** How many cells are in which state, for the footer. */
export function countCells(rows: readonly CellRow[]): {
  readonly saved: number;
  readonly waiting: number;
  readonly problems: number;
  readonly empty: number;
} {
  const states = rows.flatMap((row) => row.cells.map((cell) => cell.state));
  const count = (...wanted: readonly string[]): number => states.filter((state) => wanted.includes(state)).length;
  return {
    saved: count("saved", "locked"),
    waiting: count("saving", "waiting"),
    problems: count("invalid", "conflict", "refused"),
    empty: count("empty"),
  };
}

/** Rows whose six figures are there and agree, and that wait for nothing: these can be submitted. */
export function readyRows(rows: readonly CellRow[]): readonly CellRow[] {
  return rows.filter(
    (row) => row.editable && row.cells.length === FIGURE_FIELDS.length && row.cells.every((cell) => cell.state === "saved"),
  );
}
