import { type EntryForm, FIELD_KINDS, type FormField, INNOVATION_FIELDS } from "@isonga/schema/entry-form";
import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "../../ui/dates/date-field.tsx";
import { LocalizedTextInput } from "../../ui/localized-text-input.tsx";
import { ConditionEditor } from "./condition-editor.tsx";
import styles from "./forms.module.css";
import { OrderedItems } from "./ordered-items.tsx";

/** Everything about one field: what is asked, in three languages, of which kind, when, and until when. */
export function FieldEditor(props: {
  readonly id: string;
  readonly form: EntryForm;
  readonly field: FormField;
  readonly onChange: (field: FormField) => void;
}): ReactElement {
  const { t } = useTranslation("forms");
  const { field, id } = props;
  const change = (part: Partial<Record<keyof FormField, unknown>>): void => props.onChange(without({ ...field, ...part }));
  const choice = field.kind === "CHOICE" || field.kind === "CHOICES";
  return (
    <div className={styles.fields}>
      <LocalizedTextInput label={t("field.label")} id={`${id}-label`} value={field.label} onChange={(label) => change({ label })} />
      <LocalizedTextInput
        label={t("field.help")}
        id={`${id}-help`}
        value={field.help ?? {}}
        multiline
        onChange={(help) => change({ help })}
      />
      <div className={styles.pair}>
        <TextInput
          id={`${id}-key`}
          label={t("field.key")}
          value={field.key}
          onChange={(event) => change({ key: event.currentTarget.value })}
        />
        <NativeSelect
          id={`${id}-kind`}
          label={t("field.kind")}
          value={field.kind}
          data={FIELD_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(event) => change({ kind: event.currentTarget.value })}
        />
        <NativeSelect
          id={`${id}-binds`}
          label={t("field.binds")}
          value={field.binds ?? ""}
          data={[
            { value: "", label: t("field.bindsNothing") },
            ...INNOVATION_FIELDS.map((name) => ({ value: name, label: t(`binds.${name}`) })),
          ]}
          onChange={(event) => change({ binds: event.currentTarget.value || undefined })}
        />
      </div>
      <Checkbox
        label={t("field.required")}
        checked={field.required}
        onChange={(event) => change({ required: event.currentTarget.checked })}
      />
      <div className={styles.pair}>
        <Day
          id={`${id}-requiredFrom`}
          label={t("field.requiredFrom")}
          value={field.requiredFrom}
          onChange={(day) => change({ requiredFrom: day })}
        />
        <Day
          id={`${id}-frozenAfter`}
          label={t("field.frozenAfter")}
          value={field.frozenAfter}
          onChange={(day) => change({ frozenAfter: day })}
        />
        <Words id={`${id}-minWords`} label={t("field.minWords")} value={field.minWords} onChange={(words) => change({ minWords: words })} />
        <Words id={`${id}-maxWords`} label={t("field.maxWords")} value={field.maxWords} onChange={(words) => change({ maxWords: words })} />
      </div>
      <ConditionEditor id={id} form={props.form} field={field} onChange={(when) => change({ when })} />
      {choice ? <Options id={id} field={field} onChange={(options) => change({ options })} /> : null}
    </div>
  );
}

function Options(props: {
  readonly id: string;
  readonly field: FormField;
  readonly onChange: (options: NonNullable<FormField["options"]>) => void;
}): ReactElement {
  const { t } = useTranslation("forms");
  return (
    <OrderedItems
      items={props.field.options ?? []}
      onChange={props.onChange}
      nameOf={(option) => option.value}
      isOpen={() => false}
      add={{ words: t("field.addOption"), item: () => ({ value: "", label: {} }) }}
    >
      {(option, index, change) => (
        <div className={styles.fields}>
          <TextInput
            id={`${props.id}-options-${index}-value`}
            label={t("field.value")}
            defaultValue={option.value}
            onBlur={(event) => change({ ...option, value: event.currentTarget.value })}
          />
          <LocalizedTextInput
            label={t("field.label")}
            id={`${props.id}-options-${index}-label`}
            value={option.label}
            onChange={(label) => change({ ...option, label })}
          />
        </div>
      )}
    </OrderedItems>
  );
}

type Control<Value> = {
  readonly id: string;
  readonly label: string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
};

function Day(props: Control<string>): ReactElement {
  return <DateField id={props.id} label={props.label} value={props.value ?? ""} onChange={(day) => props.onChange(day || undefined)} />;
}

function Words(props: Control<number>): ReactElement {
  const read = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined);
  return (
    <TextInput
      id={props.id}
      label={props.label}
      inputMode="numeric"
      value={props.value === undefined ? "" : String(props.value)}
      onChange={(event) => props.onChange(read(event.currentTarget.value))}
    />
  );
}

/** The field without parts that say nothing, as files have it. */
function without(field: Partial<Record<keyof FormField, unknown>>): FormField {
  const parts = Object.entries(field).filter(([name, value]) => value !== undefined && !(name === "help" && isEmptyText(value)));
  return Object.fromEntries(parts) as FormField;
}

function isEmptyText(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.values(value).every((text) => text === "" || text === null);
}
