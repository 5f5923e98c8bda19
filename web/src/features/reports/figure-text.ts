import type { Language } from "@isonga/schema/languages";
import { FIGURE_FIELDS, type FigureField } from "@isonga/schema/report-rules";

/**
 * A figure as people write it, as the plain decimal that is sent: spaces and the language's marks between thousands are dropped, a
 * decimal comma becomes a point. What is no number stays as it was typed, to be shown with its problem.
 */
export function plainFigure(typed: string, field: FigureField, language: Language): string {
  const text = typed.trim().replace(/[\s\u00a0\u202f']/g, "");
  const thousands = language === "id" ? "." : ",";
  const point = language === "id" ? "," : ".";
  const grouped = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+(\\${point}\\d+)?$`);
  const ungrouped = grouped.test(text) ? text.replaceAll(thousands, "") : text;
  if (field !== "processingHours") return ungrouped.replace(/[.,]0+$/, "");
  return /^-?\d+,\d+$/.test(ungrouped) ? ungrouped.replace(",", ".") : ungrouped;
}

/** A cell of the grid: a service's row and one of the figures. */
export type CellPlace = { readonly row: number; readonly field: FigureField };

/** What a paste from a spreadsheet puts where: the texts from the cell on to the right and down, as far as the grid goes. */
export function spreadPaste(text: string, at: CellPlace, rows: number): readonly (CellPlace & { readonly text: string })[] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  const first = FIGURE_FIELDS.indexOf(at.field);
  return lines.flatMap((line, down) =>
    line.split("\t").flatMap((value, right) => {
      const field = FIGURE_FIELDS[first + right];
      const row = at.row + down;
      return field === undefined || row >= rows ? [] : [{ row, field, text: value }];
    }),
  );
}
