import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { SettleButtons } from "./focus-line.tsx";
import styles from "./grid.module.css";
import { GridCell } from "./grid-cell.tsx";
import type { CellRow, Grid } from "./grid-cells.ts";
import { RowState } from "./row-state.tsx";
import { useCellWords } from "./use-cell-words.ts";
import type { Month } from "./use-month.ts";

/** The grid on a phone: one service a step with its six figures; which one is in the address. */
export function GridCards({ work }: { readonly grid: Grid; readonly work: Month }): ReactElement | null {
  const { t } = useTranslation("reports");
  const [params, setParams] = useSearchParams();
  const found = work.rows.findIndex(({ row }) => row.service.code === params.get("service"));
  const index = Math.max(0, found);
  const row = work.rows[index];
  if (!row) return null;
  const go = (to: number): void => {
    const code = work.rows[to]?.row.service.code;
    if (code) setParams({ service: code }, { replace: true, preventScrollReset: true });
  };
  return (
    <section className={styles.card} aria-label={row.row.service.name}>
      <label className={styles.chooser}>
        {t("grid.step", { number: index + 1, total: work.rows.length })}
        <select
          value={row.row.service.code}
          onChange={(event) => go(work.rows.findIndex((one) => one.row.service.code === event.currentTarget.value))}
        >
          {work.rows.map((one) => (
            <option key={one.row.service.id} value={one.row.service.code}>
              {t("grid.option", { service: one.row.service.name, filled: one.cells.filter((cell) => cell.text !== "").length })}
            </option>
          ))}
        </select>
      </label>
      <RowState row={row} />
      <Figures row={row} index={index} work={work} />
      <div className={styles.steps}>
        <Button variant="default" disabled={index === 0} onClick={() => go(index - 1)}>
          {t("grid.previous")}
        </Button>
        <Button variant="default" disabled={index === work.rows.length - 1} onClick={() => go(index + 1)}>
          {t("grid.next")}
        </Button>
      </div>
    </section>
  );
}

function Figures({ row, index, work }: { readonly row: CellRow; readonly index: number; readonly work: Month }): ReactElement {
  const { t } = useTranslation("reports");
  const words = useCellWords();
  return (
    <div className={styles.figures}>
      {row.cells.map((cell, at) => {
        const hints = [words.last(row, cell.field), words.usual(row, cell.field), words.expected(row, cell.field)];
        const problem = words.problem(cell);
        return (
          <div key={cell.id} className={styles.figure}>
            <label htmlFor={cell.id} className={styles.label}>
              {t(`figure.${cell.field}`)} <span className={styles.unit}>{t(`unit.${cell.field}`)}</span>
            </label>
            <div id={`${cell.id}-help`} className={styles.help}>
              <div>{t(`help.${cell.field}`)}</div>
              <div>{hints.filter((hint) => hint !== null).join(" · ")}</div>
            </div>
            {problem ? <p className={styles.problem}>{problem}</p> : null}
            <GridCell
              key={cell.id}
              cell={cell}
              label={t("cell", { service: row.row.service.name, figure: t(`figure.${cell.field}`) })}
              describedBy={`${cell.id}-help`}
              onWrite={(field, text) => work.write([{ row: index, field, text }])}
              onType={(field, text) => work.note({ row: index, field, text })}
              onFocus={() => undefined}
              onStep={(step) => {
                const next = row.cells[at + (step === "down" ? 1 : step === "up" ? -1 : 0)];
                if (next) document.getElementById(next.id)?.focus();
              }}
            />
            <SettleButtons state={cell.state} onSettle={(mine) => work.settle(index, cell.field, mine)} />
          </div>
        );
      })}
    </div>
  );
}
