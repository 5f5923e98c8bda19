import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons.tsx";
import { PlainButton } from "./plain-button.tsx";
import styles from "./states.module.css";

/** Something went wrong: what happened, what was kept, what to do, and a code to quote. Announced when it appears. */
export function ErrorState(props: {
  readonly title: string;
  readonly kept?: string;
  readonly next: string;
  readonly code?: string | null | undefined;
  readonly retry?: () => void;
}): ReactElement {
  const { t } = useTranslation("common");
  return (
    <div className={styles.error} role="alert">
      <span className={styles.errorMark}>
        <Icon name="warning" size={24} />
      </span>
      <div className={styles.errorWords}>
        <p className={styles.errorTitle}>{props.title}</p>
        {props.kept === undefined ? null : <p>{props.kept}</p>}
        <p>{props.next}</p>
        {props.code ? <p className={styles.code}>{t("failure.code", { code: props.code })}</p> : null}
        {props.retry === undefined ? null : <PlainButton onClick={props.retry}>{t("retry")}</PlainButton>}
      </div>
    </div>
  );
}
