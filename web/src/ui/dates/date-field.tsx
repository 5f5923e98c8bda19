import { ActionIcon, TextInput } from "@mantine/core";
import { lazy, type ReactElement, type RefObject, Suspense, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../icons.tsx";
import { useLanguage } from "../use-format.ts";
import { type DateKind, isDate, readDate, writeDate } from "./written-date.ts";

/** What every field of dates is given. */
export type DateFieldProps = {
  readonly kind?: DateKind;
  readonly id?: string;
  /** Not needed where something else on the page labels the control by its id. */
  readonly label?: string;
  readonly description?: string;
  /** A day `2026-12-22`, a month `2026-12` or a moment of a local clock `2026-12-22T14:05`; "" for none. */
  readonly value: string;
  /** Told while typing: the date, or "" (with `keepsWords` the words themselves) as long as what stands there is none; `whole` says which. */
  readonly onChange: (value: string, whole: boolean) => void;
  /** Words that are no date are handed on as they are, for others to judge. */
  readonly keepsWords?: boolean;
  readonly onDone?: () => void;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
};

/**
 * A date, written as people write it in the page's language or picked in a calendar. Once left, it stands there as it was understood; what
 * was not understood stays, says so, and keeps its form from being sent.
 */
export function DateField(props: DateFieldProps): ReactElement {
  return (
    <Suspense fallback={<TextInput maw={WIDTH} disabled label={props.label} description={props.description} value="" readOnly />}>
      <Field {...props} />
    </Suspense>
  );
}

const WIDTH = "20rem";
const DateDialog = lazy(() => import("./date-dialog.tsx"));

function Field(props: DateFieldProps): ReactElement {
  const { kind = "day", value, label } = props;
  const { t } = useTranslation("dates");
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const ownId = useId();
  const id = props.id ?? ownId;
  const words = useTyped(props, kind);
  const unread = words.typed !== null && words.typed.trim() !== "" && readDate(words.typed, kind, language) === null;
  const [told, setTold] = useState(false);
  useHeldForm(input, unread && props.keepsWords !== true, () => setTold(true));
  const isTold = unread && told && props.keepsWords !== true;
  const leave = (): void => {
    setTold(unread);
    if (!unread) words.settle();
    props.onDone?.();
  };
  const pick = (picked: string): void => {
    words.settle();
    props.onChange(picked, true);
  };
  return (
    <TextInput
      ref={input}
      id={id}
      maw={WIDTH}
      label={label}
      description={props.description}
      autoComplete="off"
      required={props.required === true}
      withAsterisk={false}
      disabled={props.disabled === true}
      value={words.typed ?? writeDate(value, kind, language)}
      error={isTold ? t(`unread.${kind}`, { example: writeDate(EXAMPLES[kind], kind, language) }) : null}
      onChange={(event) => words.type(event.currentTarget.value)}
      onBlur={leave}
      {...(props.describedBy === undefined ? {} : { "aria-describedby": props.describedBy })}
      {...(props.invalid === undefined ? {} : { "aria-invalid": props.invalid })}
      rightSection={
        <PickButton
          kind={kind}
          value={value}
          describedBy={label === undefined ? undefined : `${id}-label`}
          disabled={props.disabled === true}
          input={input}
          onPick={pick}
          onDone={props.onDone}
        />
      }
    />
  );
}

/** Opens the calendar; the focus comes back to the field. */
function PickButton(props: {
  readonly kind: DateKind;
  readonly value: string;
  /** Id of the words that say which field it is for. */
  readonly describedBy: string | undefined;
  readonly disabled: boolean;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onPick: (value: string) => void;
  readonly onDone: (() => void) | undefined;
}): ReactElement {
  const { t } = useTranslation("dates");
  const { kind, value, input } = props;
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    input.current?.focus();
    props.onDone?.();
  };
  return (
    <>
      <ActionIcon
        variant="transparent"
        size="lg"
        disabled={props.disabled}
        aria-label={t(`pick.${kind}`)}
        aria-describedby={props.describedBy}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="rounds" />
      </ActionIcon>
      {open ? (
        <Suspense fallback={null}>
          <DateDialog kind={kind} value={isDate(value, kind) ? value : ""} anchor={input} onPick={props.onPick} onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}

const EXAMPLES: Readonly<Record<DateKind, string>> = { day: "2026-12-22", month: "2026-12", moment: "2026-12-22T14:05" };

/** What is being typed, as long as nobody else has changed the value meanwhile; null while the value itself is shown. */
function useTyped(props: DateFieldProps, kind: DateKind) {
  const language = useLanguage();
  const [draft, setDraft] = useState<{ readonly words: string; readonly value: string } | null>(null);
  const type = (words: string): void => {
    const read = words.trim() === "" ? "" : readDate(words, kind, language);
    const value = read ?? (props.keepsWords === true ? words : "");
    setDraft({ words, value });
    props.onChange(value, read !== null);
  };
  const typed = draft !== null && draft.value === props.value ? draft.words : null;
  return { typed, type, settle: () => setDraft(null) };
}

/** Keeps the form around a control from being sent as long as `held`; the control then takes the focus. */
function useHeldForm(control: RefObject<HTMLInputElement | null>, held: boolean, onTry: () => void): void {
  const tell = useRef(onTry);
  tell.current = onTry;
  useEffect(() => {
    const form = control.current?.form;
    if (!held || !form) return;
    const stop = (event: Event): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      tell.current();
      control.current?.focus();
    };
    form.addEventListener("submit", stop, { capture: true });
    return () => form.removeEventListener("submit", stop, { capture: true });
  }, [control, held]);
}
