import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import styles from "./method.module.css";
import type { InstrumentParts } from "./method.tsx";

/** The measures of an instrument: each with its part of the score, what it means, and how it becomes points. */
export function Measures({ metrics }: { readonly metrics: InstrumentParts["metrics"] }): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <ul className={styles.measures}>
      {metrics.map(({ metric, share, method, floor, target, shrinkage }) => (
        <li key={metric} className={styles.measure}>
          <div className={styles.head}>
            <span>{t(`metric.${metric}`)}</span>
            <span>{t("method.share", { share: trimmed(share) })}</span>
          </div>
          <div className={styles.bar} aria-hidden="true">
            <span className={styles.fill} style={{ inlineSize: `${share}%` }} />
          </div>
          <p className={styles.text}>{t(`metricMeaning.${metric}`)}</p>
          <p className={styles.text}>{t(`method.norm.${method}`, { floor: floor ?? "0", target: target ?? "0" })}</p>
          {Number(shrinkage) === 0 ? null : <p className={styles.text}>{t("method.shrink", { k: shrinkage })}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Without zeros at the end: "40.00" → "40". */
function trimmed(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
