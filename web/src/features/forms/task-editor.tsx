import type { EntryForm, FormField, FormTask } from "@isonga/schema/entry-form";
import { Checkbox, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { KnownIndicator } from "../../lib/entries/known-entry.ts";
import { LocalizedTextInput } from "../../ui/localized-text-input.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { FieldEditor } from "./field-editor.tsx";
import styles from "./forms.module.css";
import { OrderedItems } from "./ordered-items.tsx";

/** A task: its name, its fields and the rows claimed in it. */
export function TaskEditor(props: {
  readonly id: string;
  readonly form: EntryForm;
  readonly task: FormTask;
  readonly indicators: readonly KnownIndicator[];
  /** Whether something under this control's id is wrong. */
  readonly hasProblem: (id: string) => boolean;
  readonly onChange: (task: FormTask) => void;
}): ReactElement {
  const { t } = useTranslation("forms");
  const format = useFormat();
  const { task, id, onChange } = props;
  return (
    <div className={styles.fields}>
      <LocalizedTextInput
        label={t("task.title")}
        id={`${id}-title`}
        value={task.title}
        onChange={(title) => onChange({ ...task, title })}
      />
      <TextInput
        id={`${id}-code`}
        label={t("task.code")}
        maw="20rem"
        value={task.code}
        onChange={(event) => onChange({ ...task, code: event.currentTarget.value })}
      />
      <OrderedItems
        items={task.fields}
        onChange={(fields) => onChange({ ...task, fields })}
        nameOf={(field) => format.text(field.label)}
        isOpen={(index) => props.hasProblem(`${id}-fields-${index}`)}
        add={{ words: t("task.addField"), item: newField }}
      >
        {(field, index, change) => <FieldEditor id={`${id}-fields-${index}`} form={props.form} field={field} onChange={change} />}
      </OrderedItems>
      <fieldset className={styles.rows}>
        <legend>{t("task.rows")}</legend>
        {props.indicators.map(({ code, name }) => (
          <Checkbox
            key={code}
            label={name}
            checked={task.indicators.includes(code)}
            onChange={(event) => {
              const others = task.indicators.filter((other) => other !== code);
              onChange({ ...task, indicators: event.currentTarget.checked ? [...others, code] : others });
            }}
          />
        ))}
      </fieldset>
      <Checkbox
        label={t("task.last")}
        checked={task.last ?? false}
        onChange={(event) => {
          const { last: _, ...rest } = task;
          onChange(event.currentTarget.checked ? { ...rest, last: true } : rest);
        }}
      />
    </div>
  );
}

function newField(): FormField {
  return { key: "", kind: "SHORT_TEXT", label: {}, required: false };
}
