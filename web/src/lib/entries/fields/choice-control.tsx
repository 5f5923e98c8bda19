import { Radio } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import type { ControlProps } from "./field-control.tsx";
import styles from "./fields.module.css";

/** One of several. */
export function ChoiceControl(props: ControlProps): ReactElement {
  const format = useFormat();
  const options = (props.field.options ?? []).map(({ value, label }) => ({ value, words: format.text(label) }));
  return <OneOf {...props} options={options} chosen={typeof props.value === "string" ? props.value : ""} read={(value) => value} />;
}

/** Yes or no. */
export function YesNoControl(props: ControlProps): ReactElement {
  const { t } = useTranslation("common");
  const options = [
    { value: "true", words: t("yes") },
    { value: "false", words: t("no") },
  ];
  return <OneOf {...props} options={options} chosen={String(props.value)} read={(value) => value === "true"} />;
}

function OneOf(
  props: ControlProps & {
    readonly options: readonly { readonly value: string; readonly words: string }[];
    readonly chosen: string;
    readonly read: (value: string) => string | boolean;
  },
): ReactElement {
  return (
    <div className={styles.options}>
      {props.options.map(({ value, words }, index) => (
        <Radio
          key={value}
          id={index === 0 ? props.id : `${props.id}-${value}`}
          name={props.id}
          value={value}
          label={words}
          checked={props.chosen === value}
          disabled={props.disabled}
          onChange={() => {
            props.onChange(props.read(value));
            props.onDone();
          }}
        />
      ))}
    </div>
  );
}
