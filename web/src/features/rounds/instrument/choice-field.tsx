import { Select } from "@mantine/core";
import type { ReactElement } from "react";

/** One of some values that have words: always one is chosen. */
export function ChoiceField<Value extends string>(props: {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly value: Value | undefined;
  /** What there is to choose from, in this order. */
  readonly of: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}): ReactElement {
  const { id, label, description, value, of, nameOf, onChange } = props;
  const choose = (chosen: string | null): void => {
    const known = of.find((one) => one === chosen);
    if (known !== undefined) onChange(known);
  };
  return (
    <Select
      id={id}
      label={label}
      description={description}
      allowDeselect={false}
      value={value ?? null}
      data={of.map((one) => ({ value: one, label: nameOf(one) }))}
      onChange={choose}
    />
  );
}
