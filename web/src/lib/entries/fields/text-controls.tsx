import { TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { DateField } from "../../../ui/dates/date-field.tsx";
import { GrowingText } from "../../../ui/growing-text.tsx";
import type { ControlProps } from "./field-control.tsx";

/** One line. */
export function ShortTextControl(props: ControlProps): ReactElement {
  return <TextInput {...common(props)} lang={props.language} maxLength={2_000} />;
}

/** Several lines, growing with what is written. */
export function LongTextControl(props: ControlProps): ReactElement {
  return <GrowingText {...common(props)} lang={props.language} minRows={5} maxRows={24} maxLength={20_000} />;
}

/** A day, written in the page's language or picked: what is no day stays, and is told when the entry is handed in. */
export function DateControl(props: ControlProps): ReactElement {
  return (
    <DateField
      id={props.id}
      value={typeof props.value === "string" ? props.value : ""}
      onChange={(day) => props.onChange(day)}
      keepsWords
      onDone={props.onDone}
      disabled={props.disabled}
      invalid={props.invalid}
      describedBy={props.describedBy}
    />
  );
}

/** A number, typed as text: what is no number stays, and is told when the entry is handed in. */
export function NumberControl(props: ControlProps): ReactElement {
  return <TextInput {...common(props)} inputMode="decimal" maw="14rem" />;
}

function common(props: ControlProps) {
  return {
    id: props.id,
    value: typeof props.value === "string" || typeof props.value === "number" ? String(props.value) : "",
    "aria-describedby": props.describedBy,
    "aria-invalid": props.invalid,
    disabled: props.disabled,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => props.onChange(event.currentTarget.value),
    onBlur: props.onDone,
  };
}
