import { NumberInput } from "@mantine/core";
import type { ReactElement } from "react";

/** A whole number with its buttons. An emptied field stays empty, and the server refuses it there: it is no 0 that somebody typed. */
export function WholeField(props: {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly min: number;
  readonly max?: number;
  readonly value: number | string;
  readonly onChange: (value: number | string) => void;
}): ReactElement {
  const { description, max, ...rest } = props;
  return <NumberInput {...rest} allowDecimal={false} {...(description ? { description } : {})} {...(max ? { max } : {})} />;
}
