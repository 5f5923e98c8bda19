import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { KnownEntry } from "../../../lib/entries/known-entry.ts";
import { Icon } from "../../../ui/icons.tsx";
import styles from "../entries.module.css";

/** That a later version of the form asks this question otherwise. */
export function NewMark(props: { readonly entry: KnownEntry; readonly field: string }): ReactElement | null {
  const { t } = useTranslation("entries");
  if (!props.entry.news.changed.includes(props.field)) return null;
  return (
    <span className={styles.new}>
      <Icon name="plus" size={14} /> {t("news.changed")}
    </span>
  );
}
