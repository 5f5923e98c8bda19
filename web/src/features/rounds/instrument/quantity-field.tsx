import { TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { quantityOf } from "./definition.ts";

/** A number as the file holds it: whole, or a decimal as text. Anything else goes to the server, which refuses it at this field. */
export function QuantityField(props: {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly value: number | string;
  readonly onChange: (value: number | string) => void;
}): ReactElement {
  const { id, label, description, value, onChange } = props;
  return (
    <TextInput
      id={id}
      label={label}
      description={description}
      inputMode="decimal"
      value={String(value)}
      onChange={(event) => onChange(quantityOf(event.currentTarget.value))}
    />
  );
}
