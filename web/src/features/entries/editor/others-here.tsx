import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { Other } from "../../../lib/entries/use-presence.ts";
import { Icon } from "../../../ui/icons.tsx";
import styles from "../entries.module.css";

/** Who else is writing here. Nothing while one is alone. */
export function OthersHere({ others }: { readonly others: readonly Other[] }): ReactElement | null {
  const { t } = useTranslation("entries");
  if (others.length === 0) return null;
  return (
    <span className={styles.mark} data-state="others">
      <Icon name="person" size={16} /> {t("others.here", { names: others.map(({ name }) => name), count: others.length })}
    </span>
  );
}
