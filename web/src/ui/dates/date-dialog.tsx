import { Button, TextInput } from "@mantine/core";
import { type CSSProperties, type ReactElement, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { DateGrid, type GridView } from "./date-grid.tsx";
import styles from "./dates.module.css";
import { type DateKind, readTime } from "./written-date.ts";

/** A calendar to pick from, as a dialog near its field; Esc or a press beside it leaves everything as it was. Loaded when it is first opened. */
export default function DateDialog(props: {
  readonly kind: DateKind;
  /** What is chosen so far; "" for none. */
  readonly value: string;
  readonly anchor: { readonly current: HTMLElement | null };
  readonly onPick: (value: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation(["dates", "common"]);
  const { kind, value, onPick, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [time, setTime] = useState(value.slice(11, 16) || "00:00");
  const [day, setDay] = useState(kind === "month" ? value : value.slice(0, 10));
  const view: GridView = kind === "month" ? "months" : "days";
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dialog.current?.close();
  const pick = (picked: string): void => {
    setDay(picked);
    if (kind === "moment") return;
    onPick(picked);
    close();
  };
  const done = (): void => {
    onPick(`${day}T${readTime(time) ?? "00:00"}`);
    close();
  };
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog; the keyboard has Esc and the button
    <dialog
      ref={dialog}
      className={styles.dialog}
      style={placeUnder(props.anchor.current)}
      aria-label={t(`pick.${kind}`)}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={styles.inside}>
        <DateGrid view={view} chosen={day} onPick={pick} />
        {kind === "moment" ? (
          <TextInput
            label={t("time")}
            value={time}
            inputMode="decimal"
            autoComplete="off"
            data-mantine-stop-propagation="true"
            onChange={(event) => setTime(event.currentTarget.value)}
            onBlur={() => setTime(readTime(time) ?? time)}
            error={readTime(time) === null ? t("unread.time") : null}
          />
        ) : null}
        <div className={styles.acts}>
          <Button variant="default" size="sm" data-mantine-stop-propagation="true" onClick={close}>
            {t("common:cancel")}
          </Button>
          {kind === "moment" ? (
            <Button size="sm" data-mantine-stop-propagation="true" disabled={day === "" || readTime(time) === null} onClick={done}>
              {t("done")}
            </Button>
          ) : null}
        </div>
      </div>
    </dialog>,
    document.body,
  );
}

/** Under its field where there is room, otherwise above what the window ends with; on a phone in the middle. */
function placeUnder(anchor: HTMLElement | null): CSSProperties {
  if (anchor === null || globalThis.innerWidth < 600) return {};
  const { left, bottom } = anchor.getBoundingClientRect();
  const top = Math.max(8, Math.min(bottom + 4, globalThis.innerHeight - HEIGHT));
  return { margin: 0, insetBlockStart: top, insetInlineStart: Math.max(8, Math.min(left, globalThis.innerWidth - WIDTH)) };
}

/** The most that a calendar takes, in pixels. */
const HEIGHT = 520;
const WIDTH = 360;
