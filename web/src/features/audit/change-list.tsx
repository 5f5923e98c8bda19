import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import styles from "./audit.module.css";
import { type NamedThing, useAuditWords } from "./audit-words.ts";
import { type ChangedRow, changesOf } from "./changes.ts";

/** What a change touched: named in short, with before and after when opened. */
export function Changes({
  row,
}: {
  readonly row: ChangedRow & { readonly requestId: string | null; readonly names: readonly NamedThing[] };
}): ReactElement {
  const { t } = useTranslation("audit");
  const words = useAuditWords();
  const changes = changesOf(row);
  const write = (field: string, value: string | null): string => (value === null ? NONE : words.value(field, value, row.names));
  const what =
    row.before === null ? t("made") : row.after === null ? t("removed") : changes.map(({ field }) => words.field(field)).join(", ");
  return (
    <details className={styles.details}>
      <summary>{what === "" ? t("unchanged") : what}</summary>
      <dl className={styles.changes}>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{words.field(field)}</dt>
            {row.before === null ? null : (
              <dd>
                <span className={styles.quiet}>{t("before")}:</span> {write(field, before)}
              </dd>
            )}
            {row.after === null ? null : (
              <dd>
                <span className={styles.quiet}>{t("after")}:</span> {write(field, after)}
              </dd>
            )}
          </div>
        ))}
      </dl>
      {row.requestId === null ? null : (
        <p className={styles.quiet}>
          {t("request")}: <code>{row.requestId}</code>
        </p>
      )}
    </details>
  );
}

/** Where a row held nothing. */
const NONE = "–";
