import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { Icon, type IconName } from "./icons.tsx";
import styles from "./notice.module.css";

/** A message on the page, told by shape, word and colour. One that `takesFocus` is read out and scrolled to when it appears. */
export function Notice(props: {
  readonly kind: "saved" | "waiting" | "problem" | "locked";
  readonly title: string;
  readonly children?: ReactNode;
  readonly takesFocus?: boolean;
}): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.takesFocus === true) box.current?.focus();
  }, [props.takesFocus]);
  return (
    <div ref={box} className={styles.notice} data-kind={props.kind} tabIndex={-1} role={props.kind === "problem" ? "alert" : "status"}>
      <Icon name={ICONS[props.kind]} />
      <div className={styles.words}>
        <p className={styles.title}>{props.title}</p>
        {props.children}
      </div>
    </div>
  );
}

const ICONS: Readonly<Record<"saved" | "waiting" | "problem" | "locked", IconName>> = {
  saved: "check",
  waiting: "clock",
  problem: "warning",
  locked: "lock",
};
