import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "../table.module.css";
import type { TableEntry, TableJudge } from "../table.query.ts";
import { severityOf, useJudgeName, useSigned } from "../words.ts";

/** Why the adjusted score differs from the record: which judges the entry had, how strict each is, and what that sums up to. */
export function Adjustment({ entry, judges }: { readonly entry: TableEntry; readonly judges: readonly TableJudge[] }): ReactElement | null {
  const { t } = useTranslation("table");
  const format = useFormat();
  const signed = useSigned();
  const nameOf = useJudgeName();
  const { adjustment, adjusted, plain, adjustedRank } = entry;
  if (adjustment === null || adjusted === null || plain === null) return null;
  const { sum, mean } = adjustment;
  const way = severityOf(mean) === "ALIKE" ? "alike" : Number(mean) > 0 ? "lenient" : "strict";
  const numbers = {
    mean: signed(mean, 4),
    sum: signed(sum, 4),
    count: adjustment.judges.length,
    plain: format.decimal(plain, 2),
    adjusted: format.decimal(adjusted, 2),
    rank: adjustedRank ?? 0,
  };
  return (
    <section>
      <h3 className={styles.part}>{t("adjustment.title")}</h3>
      <p className={styles.sentence}>{t(`adjustment.${way}`, numbers)}</p>
      <ul className={styles.list}>
        {adjustment.judges.map(({ judge, score, shrunk }) => (
          <li key={judge}>
            {t("adjustment.judge", {
              judge: nameOf(judges.find((one) => one.judge === judge) ?? { judge, name: "" }),
              severity: t(`severity.${severityOf(shrunk)}`),
              shrunk: signed(shrunk, 4),
              score: format.decimal(score, 2),
            })}
          </li>
        ))}
      </ul>
      <p className={styles.sentence}>{t("adjustment.sum", numbers)}</p>
      <p className={styles.quiet}>{t("adjustment.note")}</p>
    </section>
  );
}
