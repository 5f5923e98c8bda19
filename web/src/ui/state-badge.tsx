import type { ReactElement } from "react";
import { Icon, type IconName } from "./icons.tsx";
import styles from "./state-badge.module.css";

/** What a state means to the reader; each has its own shape beside its colour. */
export type StateKind = "draft" | "waiting" | "saved" | "problem" | "locked" | "prize";

/** The state of a thing: its word, a shape and a colour. The word is the caller's, in the thing's own terms ("Returned"). */
export function StateBadge(props: { readonly kind: StateKind; readonly word: string }): ReactElement {
  return (
    <span className={styles.badge} data-kind={props.kind}>
      <Icon name={ICONS[props.kind]} size={16} />
      {props.word}
    </span>
  );
}

const ICONS: Readonly<Record<StateKind, IconName>> = {
  draft: "pencil",
  waiting: "clock",
  saved: "check",
  problem: "warning",
  locked: "lock",
  prize: "trophy",
};
