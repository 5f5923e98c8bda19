import { shownFields } from "@isonga/schema/entry-answers";
import type { Answers, EntryForm } from "@isonga/schema/entry-form";
import { type ReactElement, useState } from "react";
import { FieldControl } from "../../lib/entries/fields/field-control.tsx";
import { describing, FieldFrame } from "../../lib/entries/fields/field-frame.tsx";
import { WordCount } from "../../lib/entries/fields/word-count.tsx";
import type { KnownInstrument } from "../../lib/entries/known-entry.ts";
import { Section } from "../../ui/page.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import styles from "./forms.module.css";
import { EntryRows } from "./preview-rows.tsx";

/** The form as its authors will meet it, to be tried out: conditions and counts work, nothing is kept. */
export function FormPreview(props: { readonly form: EntryForm; readonly instrument: KnownInstrument }): ReactElement {
  const format = useFormat();
  const language = useLanguage();
  const [answers, setAnswers] = useState<Answers>({});
  return (
    <div>
      {props.form.tasks.map((task) => (
        <Section key={task.code} title={format.text(task.title)}>
          <div className={styles.preview}>
            {shownFields(task, { form: props.form, answers }).map((field) => {
              const id = `preview-${field.key}`;
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
