import { type KeyboardEvent, type ReactElement, useRef } from "react";
import { useTranslation } from "react-i18next";
import { DIGIT_WAIT_MS, typeDigit } from "../../../lib/judging/rubric/digit-entry.ts";
import { type Scale, stepFrom } from "../../../lib/judging/rubric/scale.ts";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "./card.module.css";

/**
 * The marks of a short scale, one to be chosen. Digits set it, arrows go one up or down and stop at the ends, Delete takes it away; Tab goes on.
 */
export function MarkChips(props: {
  readonly name: string;
  readonly label: string;
  readonly scale: Scale;
  readonly values: readonly string[];
  readonly mark: string | null;
  readonly disabled: boolean;
  readonly onMark: (mark: string | null) => void;
}): ReactElement {
  const { t } = useTranslation("desk");
  const format = useFormat();
  const { values, mark, scale, onMark } = props;
  const group = useRef<HTMLDivElement>(null);
  const digits = useDigits(values);
  const give = (next: string | null): void => {
    onMark(next);
    const target = next === null ? "input" : `input[value="${next}"]`;
    group.current?.querySelector<HTMLInputElement>(target)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (props.disabled || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyToMark(event.key, { scale, mark, digits });
    if (next === undefined) return;
    event.preventDefault();
    if (next !== "same") give(next.mark);
  };
  return (
    <div ref={group} className={styles.marks} role="radiogroup" aria-label={props.label} onKeyDown={onKeyDown}>
      {values.map((value) => (
        <label key={value} className={styles.mark} data-chosen={value === mark}>
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={value === mark}
            disabled={props.disabled}
            onChange={() => onMark(value)}
          />
          <span>{format.decimal(value)}</span>
        </label>
      ))}
      {values.at(-1) === "10" && !props.disabled ? (
        <span className={styles.hint}>{t(values.includes("0") ? "card.tenByDigits" : "card.tenByZero")}</span>
      ) : null}
    </div>
  );
}

type Digits = (key: string) => { readonly mark: string | null } | null;

/** What a key makes of the mark: undefined when it is not ours, "same" while a number is being typed. */
function keyToMark(
  key: string,
  now: { readonly scale: Scale; readonly mark: string | null; readonly digits: Digits },
): { readonly mark: string | null } | "same" | undefined {
  if (key === "ArrowRight" || key === "ArrowUp") return { mark: stepFrom(now.scale, now.mark, 1) };
  if (key === "ArrowLeft" || key === "ArrowDown") return { mark: stepFrom(now.scale, now.mark, -1) };
  if (key === "Delete" || key === "Backspace") return { mark: null };
  const typed = now.digits(key);
  if (typed === null) return undefined;
  return typed.mark === null ? "same" : typed;
}

/** Digits one after the other, as long as they come soon. */
function useDigits(values: readonly string[]): Digits {
  const typed = useRef({ text: "", at: 0 });
  return (key) => {
    const before = Date.now() - typed.current.at < DIGIT_WAIT_MS ? typed.current.text : "";
    const next = typeDigit(values, before, key);
    if (next) typed.current = { text: next.more ? next.typed : "", at: Date.now() };
    return next;
  };
}
