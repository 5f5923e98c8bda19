import { UnstyledButton } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "./icons.tsx";
import styles from "./save-state.module.css";

/** Where what was typed is: with the server, on the way, kept here until the network is back, or only on the page. */
export type Saving = "saved" | "saving" | "waiting" | "failed";

/** The one visible state of saving: a shape, a word and a colour; a failure offers to try again. Announced politely as it changes. */
export function SaveState(props: { readonly state: Saving; readonly retry?: () => void }): ReactElement {
  const { t } = useTranslation("common");
  return (
    <span className={styles.state} data-state={props.state} role="status">
      <Icon name={ICONS[props.state]} size={18} />
      {t(`saving.${props.state}`)}
      {props.state === "failed" && props.retry !== undefined ? (
        <UnstyledButton className={styles.retry} onClick={props.retry}>
          {t("retry")}
        </UnstyledButton>
      ) : null}
    </span>
  );
}

const ICONS: Readonly<Record<Saving, IconName>> = { saved: "check", saving: "saving", waiting: "clock", failed: "warning" };
