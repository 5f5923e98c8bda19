import { FIGURE_FIELDS, type FigureField } from "@isonga/schema/report-rules";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { spreadPaste } from "../figure-text.ts";
import { FocusLine } from "./focus-line.tsx";
import styles from "./grid.module.css";
import { GridCell, type Step } from "./grid-cell.tsx";
import type { Grid } from "./grid-cells.ts";
import { RowState } from "./row-state.tsx";
import { useCellWords } from "./use-cell-words.ts";
import type { Month } from "./use-month.ts";

/** The grid on a screen with room: arrow keys and Enter walk it, a paste from a spreadsheet fills it. */
export function GridTable({ grid, work }: { readonly grid: Grid; readonly work: Month }): ReactElement | null {
  const { t } = useTranslation("reports");
  const [focus, setFocus] = useState<{ readonly row: number; readonly field: FigureField } | null>(null);
  const words = useCellWords();
  if (work.rows.length === 0) return null;

  const step = (row: number, field: FigureField, to: Step): void => {
    const column = FIGURE_FIELDS.indexOf(field) + (to === "left" ? -1 : to === "right" ? 1 : 0);
    const target = work.rows[row + (to === "up" ? -1 : to === "down" ? 1 : 0)]?.cells[column];
    if (target) document.getElementById(target.id)?.focus();
  };
  const paste = (row: number, field: FigureField, text: string): void => {
    work.write(spreadPaste(text, { row, field }, work.rows.length).filter((cell) => work.rows[cell.row]?.editable));
  };
  const focused = focus ? work.rows[focus.row] : undefined;
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className={styles.hidden}>{t("grid.caption", { area: grid.area.name })}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {t("service")}
              </th>
              {FIGURE_FIELDS.map((field) => (
                <th key={field} scope="col" className={styles.head}>
                  {t(`figure.${field}`)}
                  <span className={styles.unit}>{t(`unit.${field}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {work.rows.map((row, index) => (
              <tr key={row.row.service.id} data-editable={row.editable}>
                <th scope="row" className={styles.service}>
                  {row.row.service.name}
                  <RowState row={row} />
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.field} className={styles.box}>
                    <GridCell
                      cell={cell}
                      label={t("cell", { service: row.row.service.name, figure: t(`figure.${cell.field}`) })}
                      describedBy="focus-line"
                      {...hintOf(words.last(row, cell.field))}
                      onWrite={(field, text) => work.write([{ row: index, field, text }])}
                      onType={(field, text) => work.note({ row: index, field, text })}
                      onFocus={(field) => setFocus({ row: index, field })}
                      onStep={(to) => step(index, cell.field, to)}
                      onPaste={(field, text) => paste(index, field, text)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FocusLine
        row={focused ?? null}
        field={focus?.field ?? null}
        editable={work.rows.some((row) => row.editable)}
        onSettle={(field, mine) => focus && work.settle(focus.row, field, mine)}
      />
    </>
  );
}

function hintOf(hint: string | null): { readonly hint?: string } {
  return hint === null ? {} : { hint };
}
