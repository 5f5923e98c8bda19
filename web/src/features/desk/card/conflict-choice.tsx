import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { ItemName, Written } from "../../../lib/judging/known-card.ts";
import { Icon } from "../../../ui/icons.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import type { OpenCard } from "../open-card.ts";
import styles from "./card.module.css";

/** Two devices of one judge met in one mark or text: what stands here and there, and a choice. */
export function ConflictChoice(props: { readonly open: OpenCard; readonly name: ItemName; readonly label: string }): ReactElement | null {
  const { t } = useTranslation("desk");
  const { open, name } = props;
  const conflict = open.kept.conflicts[name];
  if (!conflict) return null;
  return (
    <fieldset className={styles.conflict} aria-label={`${props.label}: ${t("conflict.title")}`}>
      <p className={styles.told}>
        <Icon name="warning" size={18} /> {t("conflict.title")}
      </p>
      <div className={styles.sides}>
        <Side title={t("conflict.yours")} written={conflict.mine} />
        <Side title={t("conflict.theirs")} written={conflict.theirs} />
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => open.work.settle(name, true)}>{t("conflict.mine")}</Button>
        <Button variant="default" onClick={() => open.work.settle(name, false)}>
          {t("conflict.other")}
        </Button>
      </div>
    </fieldset>
  );
}

function Side({ title, written }: { readonly title: string; readonly written: Written }): ReactElement {
  const { t } = useTranslation("desk");
  const format = useFormat();
  const parts = [written.value === null ? "" : format.decimal(written.value), written.comment].filter((part) => part !== "");
  return (
    <div className={styles.side}>
      <p className={styles.sideTitle}>{title}</p>
      <p className={styles.sideText}>{parts.length === 0 ? t("conflict.nothing") : parts.join("\n")}</p>
    </div>
  );
}
