import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { KnownEntry } from "../../../lib/entries/known-entry.ts";
import { Icon } from "../../../ui/icons.tsx";
import styles from "../entries.module.css";

/** Why this field was sent back. */
export function ReturnedHere(props: { readonly entry: KnownEntry; readonly field: string }): ReactElement | null {
  const { t } = useTranslation("entries");
  const reason = props.entry.returned?.fields[props.field];
  if (reason === undefined) return null;
  return (
    <p className={styles.returned}>
      <Icon name="undo" size={18} /> {t("returned.field", { reason })}
    </p>
  );
}
