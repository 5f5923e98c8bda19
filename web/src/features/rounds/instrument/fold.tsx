import type { ReactElement, ReactNode } from "react";
import styles from "../rounds.module.css";

/** Fields that stand together and are folded at first, under a line that says what they are and what they hold. */
export function Fold({ line, children }: { readonly line: string; readonly children: ReactNode }): ReactElement {
  return (
    <details className={styles.fold}>
      <summary>{line}</summary>
      <div className={styles.form}>{children}</div>
    </details>
  );
}
