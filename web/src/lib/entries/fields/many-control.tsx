import { Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useFormat } from "../../../ui/use-format.ts";
import type { ControlProps } from "./field-control.tsx";
import styles from "./fields.module.css";

/** Any number of several: the field's options, or the instrument's affairs. */
export function ManyControl(props: ControlProps): ReactElement {
  const format = useFormat();
  const options =
    props.field.kind === "AFFAIRS"
      ? props.affairs.map(({ code, name }) => ({ value: code, words: name }))
      : (props.field.options ?? []).map(({ value, label }) => ({ value, words: format.text(label) }));
  const chosen = Array.isArray(props.value) ? (props.value as readonly string[]) : [];
  return (
    <div className={styles.options} data-many={options.length > 8}>
      {options.map(({ value, words }, index) => (
        <Checkbox
          key={value}
          id={index === 0 ? props.id : `${props.id}-${value}`}
          label={words}
          checked={chosen.includes(value)}
          disabled={props.disabled}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            props.onChange(options.map((option) => option.value).filter((other) => (other === value ? on : chosen.includes(other))));
            props.onDone();
          }}
        />
      ))}
    </div>
  );
}
