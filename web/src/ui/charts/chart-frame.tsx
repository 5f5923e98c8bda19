import { UnstyledButton } from "@mantine/core";
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../use-format.ts";
import { type ChartProps, colour } from "./chart.ts";
import styles from "./charts.module.css";

/** A chart with its name, its legend and the same figures as a table, for who cannot or would rather not read the picture. */
export function ChartFrame(props: ChartProps & { readonly draw: (width: number) => ReactNode }): ReactElement {
  const { t } = useTranslation("common");
  const [asTable, setAsTable] = useState(false);
  const [box, width] = useWidth();
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span>{props.label}</span>
        <UnstyledButton className={styles.toggle} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t("chart.asChart") : t("chart.asTable")}
        </UnstyledButton>
      </figcaption>
      <div ref={box} className={styles.box}>
        {asTable ? <ChartTable {...props} /> : width === 0 ? null : props.draw(width)}
      </div>
      {asTable || props.series.length < 2 ? null : <Legend {...props} />}
    </figure>
  );
}

function Legend({ series }: ChartProps): ReactElement {
  return (
    <ul className={styles.legend}>
      {series.map((one, index) => (
        <li key={one.name}>
          <svg width="24" height="12" aria-hidden="true">
            <line x1="0" x2="24" y1="6" y2="6" stroke={colour(index)} strokeWidth="4" strokeDasharray={dash(index)} />
          </svg>
          {one.name}
        </li>
      ))}
    </ul>
  );
}

/** Lines differ in their dashes too, not by colour alone. */
export function dash(index: number): string | undefined {
  return [undefined, "8 4", "2 3", "10 3 2 3"][index % 4];
}

function ChartTable(props: ChartProps): ReactElement {
  const { t } = useTranslation("common");
  const format = useFormat();
  const write = props.write ?? ((value: number) => format.number(value));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("chart.category")}</th>
          {props.series.map((one) => (
            <th key={one.name} scope="col">
              {one.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.categories.map((category, row) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {props.series.map((one) => {
              const value = one.values[row] ?? null;
              return <td key={one.name}>{value === null ? "–" : write(value)}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useWidth(): readonly [(element: HTMLDivElement | null) => void, number] {
  const [width, setWidth] = useState(0);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const observer = useRef<ResizeObserver>(undefined);
  useEffect(() => {
    if (!element) return;
    observer.current = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.current.observe(element);
    return () => observer.current?.disconnect();
  }, [element]);
  return [setElement, width];
}
