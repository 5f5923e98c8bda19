import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { KnownEntry } from "../../../lib/entries/known-entry.ts";
import { Icon } from "../../../ui/icons.tsx";
import styles from "../entries.module.css";

/** That a question is new, or asks something else than before. */
export function NewMark(props: { readonly entry: KnownEntry; readonly field: string }): ReactElement | null {
  const { t } = useTranslation("entries");
  const { added, changed } = props.entry.news;
  const what = added.includes(props.field) ? "added" : changed.includes(props.field) ? "changed" : null;
  if (what === null) return null;
  return (
    <span className={styles.new}>
      <Icon name="plus" size={14} /> {t(`news.${what}`)}
    </span>
  );
}
