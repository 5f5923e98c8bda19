import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import styles from "../table.module.css";

type IntervalBarProps = {
  readonly interval: { readonly low: number; readonly high: number };
  readonly rank: number;
  /** How many are ranked. */
  readonly count: number;
};

/** Between which ranks an entry lies in 90 of 100 draws of judges, with its rank marked; the better end is at the beginning of the line. */
export function IntervalBar({ interval: { low, high }, rank, count }: IntervalBarProps): ReactElement {
  const { t } = useTranslation("table");
  const share = (place: number) => `${((place - 1) / Math.max(1, count)) * 100}%`;
  return (
    <span className={styles.interval}>
      <span>{low === high ? low : t("standing.between", { low, high })}</span>
      <span className={styles.track} aria-hidden="true">
        <span
          className={styles.span}
          style={{ insetInlineStart: share(low), inlineSize: `${((high - low + 1) / Math.max(1, count)) * 100}%` }}
        />
        <span className={styles.point} style={{ insetInlineStart: `${((rank - 0.5) / Math.max(1, count)) * 100}%` }} />
      </span>
    </span>
  );
}
