import { type KeyboardEvent, type ReactElement, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../../ui/use-format.ts";
import type { TableJudge } from "../table.query.ts";
import { heatOf, useSigned } from "../words.ts";
import styles from "./heat-map.module.css";
import type { HeatCell, HeatRow } from "./heat-rows.ts";

type Place = { readonly row: number; readonly column: number };

const MOVES: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  Home: { row: 0, column: -1000 },
  End: { row: 0, column: 1000 },
};

type HeatMapProps = {
  readonly label: string;
  readonly rows: readonly HeatRow[];
  readonly judges: readonly TableJudge[];
  /** Places of the values; null: as they are. */
  readonly places: number | null;
};

/**
 * Entries against judges. One stop of the tab key; arrows, Home and End move in it, Enter opens the entry that a cell is of. Each cell says
 * its value and, with a sign, how far it lies from the mean of its entry.
 */
export function HeatMap({ label, rows, judges, places }: HeatMapProps): ReactElement {
  const { t } = useTranslation("table");
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const grid = useRef<HTMLTableElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = MOVES[event.key];
    if (!step) return;
    event.preventDefault();
    const within = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));
    const next = { row: within(at.row + step.row, rows.length), column: within(at.column + step.column, judges.length + 1) };
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-place="${next.row}.${next.column}"]`)?.focus();
  };
  return (
    <div className={styles.scroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which arrows move is a grid (ARIA practices, "grid") */}
      <table ref={grid} className={styles.map} role="grid" aria-label={label} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">{t("entry")}</th>
            {judges.map(({ judge, name }) => (
              <th key={judge} scope="col" title={name}>
                {judge}
              </th>
            ))}
            <th scope="col">{t("marks.apartShort")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={row.entry.id} row={row} index={index} at={at} onFocus={setAt} places={places} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  readonly row: HeatRow;
  readonly index: number;
  readonly at: Place;
  readonly onFocus: (place: Place) => void;
  readonly places: number | null;
};

function Row({ row, index, at, onFocus, places }: RowProps): ReactElement {
  const format = useFormat();
  const to = `entries/${row.entry.reference}?tab=marks`;
  const stop = (column: number) => ({
    "data-place": `${index}.${column}`,
    tabIndex: at.row === index && at.column === column ? 0 : -1,
    onFocus: () => onFocus({ row: index, column }),
  });
  return (
    <tr>
      <th scope="row" title={row.entry.title}>
        <Link to={to} preventScrollReset {...stop(0)}>
          {row.entry.reference}
        </Link>
      </th>
      {row.cells.map((cell, column) => (
        <td key={cell.judge} data-heat={heatOf(cell.deviation)}>
          {cell.outcome === null ? (
            <Nothing {...stop(column + 1)} />
          ) : (
            <Link to={to} preventScrollReset className={styles.cell} {...stop(column + 1)}>
              <CellContent cell={cell} places={places} />
            </Link>
          )}
        </td>
      ))}
      <td className={styles.apart}>{row.apart === null ? "" : format.number(row.apart, 1)}</td>
    </tr>
  );
}

function CellContent({ cell, places }: { readonly cell: HeatCell; readonly places: number | null }): ReactElement {
  const { t } = useTranslation("table");
  const format = useFormat();
  const signed = useSigned();
  if (cell.value === null)
    return <span className={styles.words}>{t(cell.outcome === "ABSTAINED" ? "outcome.ABSTAINED" : "marks.noMark")}</span>;
  return (
    <>
      <span>{places === null ? format.decimal(cell.value) : format.decimal(cell.value, 1)}</span>
      {cell.deviation === null ? null : <span className={styles.sign}>{signed(cell.deviation, 0)}</span>}
    </>
  );
}

/** A place that keeps the grid whole for the arrow keys. */
function Nothing(props: { readonly "data-place": string; readonly tabIndex: number; readonly onFocus: () => void }): ReactElement {
  const { t } = useTranslation("table");
  return (
    <span {...props} className={styles.nothing} role="img" aria-label={t("marks.noCard")}>
      ·
    </span>
  );
}
