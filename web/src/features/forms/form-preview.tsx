import { shownFields } from "@isonga/schema/entry-answers";
import type { Answers, EntryForm } from "@isonga/schema/entry-form";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldControl } from "../../lib/entries/fields/field-control.tsx";
import { describing, FieldFrame } from "../../lib/entries/fields/field-frame.tsx";
import { WordCount } from "../../lib/entries/fields/word-count.tsx";
import type { KnownInstrument } from "../../lib/entries/known-entry.ts";
import { Section } from "../../ui/page.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import type { OpenForm } from "./form-frame.tsx";
import styles from "./forms.module.css";
import { EntryRows } from "./preview-rows.tsx";

/** Both kinds of entries as their authors meet them: by the form given, or as they are asked now. */
export function FormPreviews({ open, form }: { readonly open: OpenForm; readonly form: EntryForm | null }): ReactElement {
  const { t } = useTranslation("forms");
  const { asked, regional } = open;
  return (
    <>
      {regional ? <h2>{t("tasks")}</h2> : null}
      <FormPreview form={form ?? asked.form.definition} instrument={asked.instrument} prefix="preview" />
      {regional ? (
        <>
          <h2>{t("regional")}</h2>
          <FormPreview
            form={{ tasks: form?.regional ?? regional.form.definition.tasks }}
            instrument={regional.instrument}
            prefix="preview-regional"
          />
        </>
      ) : null}
    </>
  );
}

/** The form as its authors will meet it, to be tried out: conditions and counts work, nothing is kept. */
function FormPreview(props: {
  readonly form: EntryForm;
  readonly instrument: KnownInstrument;
  /** Of the controls' ids. */
  readonly prefix: string;
}): ReactElement {
  const format = useFormat();
  const language = useLanguage();
  const [answers, setAnswers] = useState<Answers>({});
  return (
    <div>
      {props.form.tasks.map((task) => (
        <Section key={task.code} title={format.text(task.title)}>
          <div className={styles.preview}>
            {shownFields(task, { form: props.form, answers }).map((field) => {
              const id = `${props.prefix}-${field.key}`;
              return (
                <FieldFrame
                  key={field.key}
                  id={id}
                  field={field}
                  required={field.required}
                  foot={<WordCount field={field} value={answers[field.key]} />}
                >
                  <FieldControl
                    id={id}
                    field={field}
                    value={answers[field.key]}
                    onChange={(value) => setAnswers({ ...answers, [field.key]: value })}
                    onDone={() => undefined}
                    disabled={false}
                    describedBy={describing(id)}
                    invalid={false}
                    language={language}
                    affairs={props.instrument.affairs}
                  />
                </FieldFrame>
              );
            })}
            <EntryRows instrument={props.instrument} task={task} />
          </div>
        </Section>
      ))}
    </div>
  );
}
