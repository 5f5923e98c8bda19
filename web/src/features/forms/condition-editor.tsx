import { COPIED, type EntryForm, type FieldCondition, type FormField } from "@isonga/schema/entry-form";
import { Checkbox, NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./forms.module.css";

type Choice = { readonly value: string | boolean; readonly words: string };

/** Asked always, or only when another field has one of some answers. */
export function ConditionEditor(props: {
  readonly id: string;
  readonly form: EntryForm;
  readonly field: FormField;
  readonly onChange: (when: FieldCondition | undefined) => void;
}): ReactElement {
  const { t } = useTranslation("forms");
  const format = useFormat();
  const { when } = props.field;
  const others = props.form.tasks
    .flatMap(({ fields }) => fields)
    .filter(({ key, kind }) => key !== props.field.key && (kind === "CHOICE" || kind === "CHOICES" || kind === "YES_NO"));
  const choices = useChoices(others.find(({ key }) => key === when?.field) ?? null, when?.field === COPIED);
  return (
    <div className={styles.fields}>
      <NativeSelect
        id={`${props.id}-when`}
        label={t("field.when")}
        value={when?.field ?? ""}
        data={[
          { value: "", label: t("field.always") },
          { value: COPIED, label: t("field.copied") },
          ...others.map(({ key, label }) => ({ value: key, label: format.text(label) || key })),
        ]}
        onChange={(event) => {
          const field = event.currentTarget.value;
          props.onChange(field === "" ? undefined : { field, in: field === COPIED ? [true] : [] });
        }}
      />
      {when && when.field !== COPIED ? (
        <fieldset className={styles.rows}>
          <legend>{t("field.whenIn")}</legend>
          {choices.map(({ value, words }) => (
            <Checkbox
              key={String(value)}
              label={words}
              checked={when.in.includes(value)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                const chosen = choices.map((choice) => choice.value).filter((other) => (other === value ? on : when.in.includes(other)));
                props.onChange({ ...when, in: chosen });
              }}
            />
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}

function useChoices(other: FormField | null, copied: boolean): readonly Choice[] {
  const { t } = useTranslation("common");
  const format = useFormat();
  if (copied || other === null) return [];
  if (other.kind === "YES_NO")
    return [
      { value: true, words: t("yes") },
      { value: false, words: t("no") },
    ];
  return (other.options ?? []).map(({ value, label }) => ({ value, words: format.text(label) || value }));
}
