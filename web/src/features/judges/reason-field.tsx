import { LIMITS } from "@isonga/schema/limits";
import type { ReactElement } from "react";
import { GrowingText } from "../../ui/growing-text.tsx";

/** The reason of an act, as it goes on record. */
export function ReasonField(props: {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly id?: string;
}): ReactElement {
  return (
    <GrowingText
      id={props.id ?? "reason"}
      label={props.label}
      description={props.description}
      minRows={2}
      maxLength={LIMITS.reasonLength}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
