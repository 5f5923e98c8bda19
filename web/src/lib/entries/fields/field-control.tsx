import type { AnswerValue, FormField } from "@isonga/schema/entry-form";
import type { Language } from "@isonga/schema/languages";
import type { ReactElement } from "react";
import { ChoiceControl, YesNoControl } from "./choice-control.tsx";
import { LinksControl } from "./links-control.tsx";
import { ManyControl } from "./many-control.tsx";
import { PlaceControl } from "./place-control.tsx";
import { DateControl, LongTextControl, NumberControl, ShortTextControl } from "./text-controls.tsx";

/** What every control of a form's field is told. */
export type ControlProps = {
  /** The control's id; a group's first control has it. */
  readonly id: string;
  readonly field: FormField;
  readonly value: AnswerValue | undefined;
  readonly onChange: (value: AnswerValue) => void;
  /** The person has finished here: leaves it, or has made a choice. */
  readonly onDone: () => void;
  readonly disabled: boolean;
  /** Ids of what describes it: help, count, problem. */
  readonly describedBy: string;
  readonly invalid: boolean;
  /** The language of what is written. */
  readonly language: Language;
  readonly affairs: readonly { readonly code: string; readonly name: string }[];
};

/** The control for a field of any kind but evidence, which has its own list. */
export function FieldControl(props: ControlProps): ReactElement | null {
  switch (props.field.kind) {
    case "SHORT_TEXT":
      return <ShortTextControl {...props} />;
    case "LONG_TEXT":
      return <LongTextControl {...props} />;
    case "DATE":
      return <DateControl {...props} />;
    case "NUMBER":
      return <NumberControl {...props} />;
    case "CHOICE":
      return <ChoiceControl {...props} />;
    case "YES_NO":
      return <YesNoControl {...props} />;
    case "CHOICES":
    case "AFFAIRS":
      return <ManyControl {...props} />;
    case "LINKS":
      return <LinksControl {...props} />;
    case "PLACE":
      return <PlaceControl {...props} />;
    case "EVIDENCE":
      return null;
  }
}

/** Whether a field is a group of controls, named by a legend instead of a label. */
export function isGroup({ kind }: Pick<FormField, "kind">): boolean {
  return kind === "CHOICE" || kind === "YES_NO" || kind === "CHOICES" || kind === "AFFAIRS" || kind === "LINKS" || kind === "PLACE";
}
