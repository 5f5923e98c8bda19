import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import type { Run } from "./import-run.page.tsx";
import styles from "./imports.module.css";

/** How many rows are new, changed, unchanged and refused. */
export function Counts({ run }: { readonly run: Run }): ReactElement {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const counts = [
    [t("count.read"), run.rowsRead],
    [t("count.new"), run.rowsNew],
    [t("count.changed"), run.rowsChanged],
    [t("count.unchanged"), run.rowsUnchanged],
    [t("count.refused"), run.rowsRefused],
  ] as const;
  return (
    <dl className={styles.counts}>
      {counts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
