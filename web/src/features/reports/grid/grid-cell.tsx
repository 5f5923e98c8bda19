import type { FigureField } from "@isonga/schema/report-rules";
import { type ClipboardEvent, type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../ui/use-format.ts";
import { CellMark } from "./cell-mark.tsx";
import styles from "./grid.module.css";
import type { Cell } from "./grid-cells.ts";

/** Where a key leads from a cell. */
export type Step = "up" | "down" | "left" | "right";

/** One figure: its control, and its state by shape and word. What is typed is taken after a pause, and when the cell is left. */
export function GridCell(props: {
  readonly cell: Cell;
  readonly label: string;
  readonly describedBy?: string;
  /** Shown under the control: last month, or the problem. */
  readonly hint?: string;
  readonly onWrite: (field: FigureField, text: string) => void;
  /** Called at each key, and with null when what was typed is given up. */
  readonly onType: (field: FigureField, text: string | null) => void;
  readonly onFocus: (field: FigureField) => void;
  readonly onStep?: (step: Step) => void;
  readonly onPaste?: (field: FigureField, text: string) => void;
}): ReactElement {
  const { t } = useTranslation("reports");
  const { cell } = props;
  const language = useLanguage();
  const shown = language === "id" && cell.field === "processingHours" ? cell.text.replace(".", ",") : cell.text;
  const [draft, setDraft] = useState<string | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const taken = useRef<string | null>(null);

  const take = (text: string | null): void => {
    clearTimeout(pause.current);
    // Once only: a page that goes says so twice, and Enter is followed by leaving.
    if (text === null || text === taken.current) return;
    taken.current = text;
    if (text === shown) props.onType(cell.field, null);
    else props.onWrite(cell.field, text);
  };
  useTakeOnLeaving(() => take(draft));
  const type = (text: string): void => {
    taken.current = null;
    setDraft(text);
    props.onType(cell.field, text);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => take(text), PAUSE_MS);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Escape") {
      clearTimeout(pause.current);
      setDraft(null);
      props.onType(cell.field, null);
      return;
    }
    const step = stepOf(event);
    if (!step || !props.onStep) return;
    event.preventDefault();
    take(draft);
    props.onStep(step);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData("text/plain");
    if (!props.onPaste || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    setDraft(null);
    props.onPaste(cell.field, text);
  };
  const stateId = `${cell.id}-state`;
  return (
    <span className={styles.cell} data-state={cell.state}>
      <input
        id={cell.id}
        className={styles.input}
        inputMode={cell.field === "processingHours" ? "decimal" : "numeric"}
        enterKeyHint="next"
        autoComplete="off"
        aria-label={props.label}
        aria-describedby={[stateId, props.describedBy].filter(Boolean).join(" ")}
        aria-invalid={cell.problem !== null || cell.refusal !== null}
        readOnly={cell.state === "locked"}
        value={draft ?? shown}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={(event) => {
          event.currentTarget.select();
          props.onFocus(cell.field);
        }}
        onBlur={() => {
          take(draft);
          setDraft(null);
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <span className={styles.under}>
        <CellMark id={stateId} state={cell.state} word={t(`state.${cell.state}`)} />
        {props.hint === undefined ? null : <span className={styles.hint}>{props.hint}</span>}
      </span>
    </span>
  );
}

const PAUSE_MS = 700;

/** Takes what is being typed when the page is hidden or goes, or the cell does: nobody leaves the cell then. */
function useTakeOnLeaving(take: () => void): void {
  const now = useRef(take);
  now.current = take;
  useEffect(() => {
    const leave = (): void => now.current();
    const hide = (): void => {
      if (document.visibilityState === "hidden") leave();
    };
    document.addEventListener("visibilitychange", hide);
    globalThis.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      globalThis.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
}

/** Arrows and Enter; left and right only where the text ends, so that it can be walked through. */
function stepOf(event: KeyboardEvent<HTMLInputElement>): Step | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  if (event.key === "Enter") return event.shiftKey ? "up" : "down";
  if (event.key === "ArrowDown") return "down";
  if (event.key === "ArrowUp") return "up";
  if (event.key === "ArrowLeft" && (whole || selectionEnd === 0)) return "left";
  if (event.key === "ArrowRight" && (whole || selectionStart === value.length)) return "right";
  return null;
}
