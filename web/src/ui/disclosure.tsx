import { type KeyboardEvent, type MouseEvent, type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./disclosure.module.css";

/**
 * A button that shows a small panel of links or actions under it (over it in a bottom bar). Closes on Escape, on a press elsewhere, when
 * the focus leaves it, and when a link in it is followed. For the frame, where Mantine's Menu would weigh as much as all the rest.
 */
export function Disclosure(props: {
  /** The button's content; `label` names it for screen readers where that is no word. */
  readonly button: ReactNode;
  readonly label?: string;
  readonly className?: string | undefined;
  readonly above?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => (open ? onPressElsewhere(box, () => setOpen(false)) : undefined), [open]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  const onClick = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest("a")) setOpen(false);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches what its button and links do
    <div
      ref={box}
      className={styles.box}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !box.current?.contains(event.relatedTarget) && !isInDialog(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={props.className}
        aria-expanded={open}
        aria-label={props.label}
        onClick={() => setOpen(!open)}
      >
        {props.button}
      </button>
      {open ? (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a followed link, by mouse or key, arrives here as a click
        <div className={styles.panel} data-above={props.above === true} onClick={onClick}>
          {props.children}
        </div>
      ) : null}
    </div>
  );
}

/** The class of a link or button in a panel. */
export const disclosureItem = styles.item;

function onPressElsewhere(box: { readonly current: HTMLElement | null }, close: () => void): () => void {
  const listen = (event: PointerEvent): void => {
    if (event.target instanceof Node && !box.current?.contains(event.target) && !isInDialog(event.target)) close();
  };
  document.addEventListener("pointerdown", listen);
  return () => document.removeEventListener("pointerdown", listen);
}

/** A dialog that was opened from the panel stands elsewhere on the page, and would go with the panel. */
function isInDialog(target: Node): boolean {
  return target instanceof Element && target.closest("[role=dialog]") !== null;
}
