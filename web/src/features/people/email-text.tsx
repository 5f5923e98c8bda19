import type { ReactElement } from "react";
import styles from "./people.module.css";

/** An address that breaks, where it must, before its @ or a dot, as one reads it; never in a word that fits. */
export function EmailText({ email }: { readonly email: string }): ReactElement {
  const parts = email.split(/(?=[@.])/);
  return (
    <span className={styles.breakable}>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stay in their order
        <span key={place}>
          {place === 0 ? null : <wbr />}
          {part}
        </span>
      ))}
    </span>
  );
}
