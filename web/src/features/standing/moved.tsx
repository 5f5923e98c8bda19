import { VisuallyHidden } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icons.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./standing.module.css";

/** How far a rank has moved since the edition before, by arrow, number and words. */
export function Moved({ rank, previous }: { readonly rank: number; readonly previous: number | null }): ReactElement {
  const { t } = useTranslation("standing");
  const format = useFormat();
  if (previous === null) return <span className={styles.quiet}>{t("moved.new")}</span>;
  const places = previous - rank;
  if (places === 0) return <span className={styles.quiet}>{t("moved.same")}</span>;
  const way = places > 0 ? "up" : "down";
  const count = Math.abs(places);
  return (
    <span className={styles.moved} data-way={way}>
      <Icon name={way} size={16} />
      <span aria-hidden="true">{format.number(count)}</span>
      <VisuallyHidden>{t(`moved.${way}`, { count })}</VisuallyHidden>
    </span>
  );
}
