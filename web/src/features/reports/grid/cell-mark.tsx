import type { ReactElement } from "react";
import { Icon, type IconName } from "../../../ui/icons.tsx";
import styles from "./grid.module.css";
import type { CellState } from "./grid-cells.ts";

/** The state of a cell: a shape, and its word, which is seen where it matters and always read. */
export function CellMark(props: { readonly id?: string; readonly state: CellState; readonly word: string }): ReactElement {
  const icon = ICONS[props.state];
  return (
    <span id={props.id} className={styles.mark} data-state={props.state} title={props.word}>
      {icon ? <Icon name={icon} size={14} /> : null}
      <span className={QUIET.has(props.state) ? styles.hidden : undefined}>{props.word}</span>
    </span>
  );
}

const ICONS: Readonly<Record<CellState, IconName | null>> = {
  empty: null,
  saved: "check",
  saving: "saving",
  waiting: "clock",
  invalid: "warning",
  conflict: "warning",
  refused: "warning",
  locked: "lock",
};

/** Where the shape alone is seen, since most cells are in this state; the word is there for who listens. */
const QUIET = new Set<CellState>(["empty", "saved", "locked"]);
