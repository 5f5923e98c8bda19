import { FIGURE_FIELDS, type FigureField } from "@isonga/schema/report-rules";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { outbox } from "../../lib/offline/outbox.ts";
import { useOutbox } from "../../lib/offline/use-outbox.ts";
import { useOnline } from "../../lib/online/online.ts";
import { type Failure, failureOf } from "../../lib/refusals/failure.ts";
import { useMe } from "../../lib/session/me.ts";
import { useLanguage } from "../../ui/use-format.ts";
import { plainFigure } from "./figure-text.ts";
import { type CellRow, cellKey, cellRows, comingText, entityOf, sendable } from "./grid-cells.ts";
import { type GridKey, grids, type KnownGrid } from "./kept-grid.ts";
import { SAVE_KIND, sendSavedFigures } from "./report-outbox.ts";
import { unsentCells } from "./unsent-cells.ts";

/** A figure that somebody typed, by row and figure. */
export type Typed = { readonly row: number; readonly field: FigureField; readonly text: string };

/** A jurisdiction's month as the page works on it. */
export type Month = {
  readonly known: KnownGrid | null;
  readonly failure: Failure | null;
  readonly rows: readonly CellRow[];
  /** Takes what was typed: kept at once on the device, then sent; words that are no figure stay with their problem. */
  readonly write: (typed: readonly Typed[]) => void;
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

  const write = useCallback(
    (typed: readonly Typed[]) => {
      const grid = grids.of({ areaId, month })?.grid;
      if (!grid) return;
      const byRow = new Map<number, Record<string, { from: string | null; to: string | null }>>();
      for (const { row, field, text } of typed) {
        const target = grid.rows[row];
        if (!target) continue;
        const plain = plainFigure(text, field, language);
        const cell = cellKey(target.service.id, field);
        if (!sendable(field, plain)) {
          void unsentCells.set(monthKey, cell, { text, why: "invalid" });
          continue;
        }
        if (unsentCells.of(monthKey)[cell]) void unsentCells.set(monthKey, cell, null);
        const from = comingText(grid, target, field, outbox.view());
        if (from === plain) continue;
        byRow.set(row, { ...byRow.get(row), [field]: { from: from || null, to: plain || null } });
      }
      for (const [row, changes] of byRow) {
        const target = grid.rows[row];
        if (!target) continue;
        const input = { jurisdictionId: areaId, serviceId: target.service.id, month, version: target.report?.version ?? null, changes };
        void outbox.add({ kind: SAVE_KIND, entity: entityOf(input), variables: { input } });
      }
    },
    [areaId, month, monthKey, language],
  );

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

  return { known, failure: known ? null : failure, rows, write, settle, reload };
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
