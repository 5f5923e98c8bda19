import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { ItemState } from "../../../lib/entries/entry-view.ts";
import { Icon, type IconName } from "../../../ui/icons.tsx";
import styles from "../entries.module.css";

/** Where one answer is, as long as the server does not have it. */
export function SavedMark({ state }: { readonly state: Exclude<ItemState, "saved"> | undefined }): ReactElement | null {
  const { t } = useTranslation("entries");
  if (state === undefined) return null;
  return (
    <span className={styles.mark} data-state={state}>
      <Icon name={ICONS[state]} size={16} /> {t(`item.${state}`)}
    </span>
  );
}

const ICONS: Readonly<Record<Exclude<ItemState, "saved">, IconName>> = {
  saving: "saving",
  waiting: "clock",
  conflict: "warning",
  refused: "warning",
};
