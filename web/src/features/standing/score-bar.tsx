import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import styles from "./standing.module.css";
import type { Standing, StandingRow } from "./standing.query.ts";

/** A score as a bar of 100 in which each metric's share is to be seen; read out as a sentence. */
export function ScoreBar({ row }: { readonly row: Pick<StandingRow, "score" | "shares"> }): ReactElement {
  const { t } = useTranslation("standing");
  const shares = row.shares.map(({ metric, contribution }) =>
    t("bar.share", { metric: t(`metric.${metric}`), points: shortened(contribution) }),
  );
  return (
    <span className={styles.bar} role="img" aria-label={t("bar.label", { score: row.score, shares })}>
      {row.shares.map(({ metric, contribution }, index) => (
        <span
          key={metric}
          className={styles.share}
          data-series={index + 1}
          title={shares[index]}
          style={{ inlineSize: `${contribution}%` }}
        />
      ))}
    </span>
  );
}

/** Which colour is which metric, with the most points it can give. */
export function BarLegend({ metrics }: { readonly metrics: Standing["metrics"] }): ReactElement {
  const { t } = useTranslation("standing");
  return (
    <ul className={styles.legend}>
      {metrics.map(({ metric, name, maximum }, index) => (
        <li key={metric}>
          <span className={styles.swatch} data-series={index + 1} aria-hidden="true" />
          {t("bar.legend", { metric: name ?? t(`metric.${metric}`), maximum })}
        </li>
      ))}
    </ul>
  );
}

/** Points with one place are enough beside a bar; the exact ones stand under "why". */
function shortened(points: string): string {
  return (Math.round(Number(points) * 10) / 10).toString();
}
