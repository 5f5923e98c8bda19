import type { ReactElement, ReactNode } from "react";
import styles from "./states.module.css";

/** Nothing here yet: what will be here, and the one thing to do. */
export function EmptyState(props: { readonly what: string; readonly action?: ReactNode }): ReactElement {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyWords}>{props.what}</p>
      {props.action}
    </div>
  );
}
