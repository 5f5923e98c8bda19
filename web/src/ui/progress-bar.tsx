import { type ReactElement, useId } from "react";
import { useTranslation } from "react-i18next";
import styles from "./progress-bar.module.css";

/** How far a long work is. Without a total it only says that it goes on. */
export function ProgressBar(props: {
  readonly label: string;
  readonly done: number;
  readonly total?: number | null;
  /** The label says itself how many of how many. */
  readonly counted?: boolean;
}): ReactElement {
  const { t } = useTranslation("common");
  const id = useId();
  const total = props.total ?? null;
  const share = total === null || total === 0 ? null : Math.min(1, props.done / total);
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span id={id}>{props.label}</span>
        {total === null || props.counted === true ? null : <span>{t("progress.of", { done: props.done, total })}</span>}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        {...(share === null ? {} : { "aria-valuenow": Math.round(share * 100), "aria-valuemax": 100 })}
        className={styles.track}
      >
        <div className={styles.bar} data-going={share === null} style={{ inlineSize: share === null ? undefined : `${share * 100}%` }} />
      </div>
    </div>
  );
}
