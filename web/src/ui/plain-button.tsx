import type { ReactElement, ReactNode } from "react";
import { Link } from "react-router";
import styles from "./plain-button.module.css";

/** A button for what stands on the first page, which the component library would make heavier. Elsewhere take the library's. */
export function PlainButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }): ReactElement {
  return (
    <button type="button" className={styles.button} onClick={onClick}>
      {children}
    </button>
  );
}

/** A link with the look of a button, as light. */
export function PlainButtonLink({ to, children }: { readonly to: string; readonly children: ReactNode }): ReactElement {
  return (
    <Link className={styles.button} data-quiet="true" to={to}>
      {children}
    </Link>
  );
}
