import type { Language } from "@isonga/schema/languages";
import { FIGURE_FIELDS, type FigureField } from "@isonga/schema/report-rules";
import { outbox } from "../../lib/offline/outbox.ts";
import { noteTyped, typedAt } from "../../lib/offline/typed.ts";
import { plainFigure } from "./figure-text.ts";
import { cellKey, comingText, entityOf, type GridRow, type SaveVariables, sendable, serverText } from "./grid/grid-cells.ts";
import { grids } from "./grid/kept-grid.ts";
import { type MonthKey, unsentCells } from "./grid/unsent-cells.ts";
import { SAVE_KIND } from "./report-outbox.ts";

/** A figure that somebody typed, by row and figure. `from` is what the cell had when the typing began, if that was another day. */
export type Typed = { readonly row: number; readonly field: FigureField; readonly text: string; readonly from?: string };

/** A figure that is being typed; null when that is given up. */
export type Typing = { readonly row: number; readonly field: FigureField; readonly text: string | null };

type Noted = { readonly text: string; readonly from: string };
type Changes = { [Field in FigureField]?: { readonly from: string | null; readonly to: string | null } };

/**
 * Takes what was typed into a month: kept on the device, then sent; words that are no figure stay with their problem. What was noted of it
 * while it was typed is forgotten once the device's database has it.
 */
export function writeCells(month: MonthKey, typed: readonly Typed[], language: Language): void {
  const grid = grids.of(month)?.grid;
  if (!grid) return;
  const byRow = new Map<GridRow, { readonly changes: Changes; readonly cells: Typed[] }>();
  for (const one of typed) {
    const row = grid.rows[one.row];
    if (!row) continue;
    const plain = plainFigure(one.text, one.field, language);
    const cell = cellKey(row.service.id, one.field);
    if (!sendable(one.field, plain)) {
      void unsentCells.set(month, cell, { text: one.text, why: "invalid" }).then(() => forget(month, cell, one.text));
      continue;
    }
    if (unsentCells.of(month)[cell]) void unsentCells.set(month, cell, null);
    const coming = comingText(grid, row, one.field, outbox.view());
    if (coming === plain) {
      forget(month, cell, one.text);
      continue;
    }
    const from = coming === serverText(row, one.field) ? (one.from ?? coming) : coming;
    const { changes, cells } = byRow.get(row) ?? { changes: {}, cells: [] };
    byRow.set(row, { changes: { ...changes, [one.field]: { from: from || null, to: plain || null } }, cells: [...cells, one] });
  }
  for (const [row, { changes, cells }] of byRow) void save(month, row, changes).then(() => forgetAll(month, row, cells));
}

/** Notes what is being typed into a cell, at once; with null forgets it. */
export function noteCell(month: MonthKey, { row, field, text }: Typing): void {
  const grid = grids.of(month)?.grid;
  const target = grid?.rows[row];
  if (!grid || !target) return;
  const at = noteKey(month, cellKey(target.service.id, field));
  const from = typedAt<Noted>(at)?.from ?? comingText(grid, target, field, outbox.view());
  noteTyped(at, text === null ? null : { text, from });
}

/** Takes what was noted when the page went away before it was taken. */
export function writeNoted(month: MonthKey, language: Language): void {
  const rows = grids.of(month)?.grid.rows ?? [];
  const typed = rows.flatMap(({ service }, row) =>
    FIGURE_FIELDS.flatMap((field): Typed[] => {
      const noted = typedAt<Noted>(noteKey(month, cellKey(service.id, field)));
      return noted ? [{ row, field, ...noted }] : [];
    }),
  );
  if (typed.length > 0) writeCells(month, typed, language);
}

async function save(month: MonthKey, row: GridRow, changes: Changes): Promise<void> {
  const at = { jurisdictionId: month.areaId, serviceId: row.service.id, month: month.month };
  const variables: SaveVariables = { input: { ...at, version: row.report?.version ?? null, changes } };
  await outbox.add({ kind: SAVE_KIND, entity: entityOf(at), variables });
}

function forgetAll(month: MonthKey, row: GridRow, cells: readonly Typed[]): void {
  for (const { field, text } of cells) forget(month, cellKey(row.service.id, field), text);
}

/** Forgets a note, unless more was typed meanwhile. */
function forget(month: MonthKey, cell: string, text: string): void {
  const key = noteKey(month, cell);
  if (typedAt<Noted>(key)?.text === text) noteTyped(key, null);
}

function noteKey({ person, areaId, month }: MonthKey, cell: string): string {
  return `figure ${person} ${areaId} ${month} ${cell}`;
}
