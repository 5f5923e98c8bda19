import type { EntryForm, FormTask } from "@isonga/schema/entry-form";
import { LIMITS } from "@isonga/schema/limits";
import { Button, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { REVISE_FORM, SAVE_FORM } from "./form-documents.ts";
import type { OpenForm } from "./form-frame.tsx";
import { FormPreview } from "./form-preview.tsx";
import styles from "./forms.module.css";
import { OrderedItems } from "./ordered-items.tsx";
import { TaskEditor } from "./task-editor.tsx";

/** The tasks of a form; saved while the round is a draft, afterwards as a new version with its reason. */
export function FormEditor({ open }: { readonly open: OpenForm }): ReactElement {
  const { t } = useTranslation("forms");
  const format = useFormat();
  const { round, asked } = open;
  const [form, setForm] = useState<EntryForm>(open.definition);
  const [trying, setTrying] = useState(false);
  const save = useFormSaving(open);
  const problems = useFormProblems(save.failure);
  const may = save.frozen ? round.viewerCan.reviseInstrument : round.viewerCan.edit;
  if (!may) return <FormPreview form={asked.form.definition} instrument={asked.instrument} />;
  const hasProblem = (id: string): boolean => problems.some(({ fieldId }) => fieldId === id || fieldId?.startsWith(`${id}-`) === true);
  return (
    <form onSubmit={(event) => void save.submit(event, form)}>
      <ErrorSummary problems={problems} />
      {save.saved ? <Notice kind="saved" title={t("saved")} takesFocus /> : null}
      {save.frozen ? <Notice kind="locked" title={t("frozen")} /> : null}
      <Button type="button" variant="default" onClick={() => setTrying(!trying)}>
        {t(trying ? "edit" : "preview")}
      </Button>
      {trying ? (
        <FormPreview form={form} instrument={asked.instrument} />
      ) : (
        <Section title={t("tasks")}>
          <OrderedItems
            items={form.tasks}
            onChange={(tasks) => setForm({ ...form, tasks })}
            nameOf={(task) => format.text(task.title)}
            isOpen={(index) => hasProblem(`definition-tasks-${index}`)}
            add={{ words: t("addTask"), item: newTask }}
          >
            {(task, index, change) => (
              <TaskEditor
                id={`definition-tasks-${index}`}
                form={form}
                task={task}
                indicators={asked.instrument.indicators}
                hasProblem={hasProblem}
                onChange={change}
              />
            )}
          </OrderedItems>
        </Section>
      )}
      <div className={styles.end}>
        {save.frozen ? (
          <Textarea
            id="reason"
            label={t("reason")}
            autosize
            minRows={2}
            maxLength={LIMITS.reasonLength}
            value={save.reason}
            onChange={(event) => save.setReason(event.currentTarget.value)}
          />
        ) : null}
        <div>
          <Button type="submit" loading={save.busy}>
            {t(save.frozen ? "revise" : "save")}
          </Button>
        </div>
      </div>
    </form>
  );
}

function useFormSaving({ round, reload }: OpenForm) {
  const frozen = round.state !== "DRAFT";
  const save = useAct(SAVE_FORM);
  const revise = useAct(REVISE_FORM);
  const [reason, setReason] = useState("");
  const [saved, setSaved] = useState(false);
  const submit = async (event: FormEvent, definition: EntryForm): Promise<void> => {
    event.preventDefault();
    setSaved(false);
    const input = { id: round.id, version: round.version, definition };
    const done = frozen ? await revise.act({ input: { ...input, reason } }) : await save.act({ input });
    if (done === null) return;
    setSaved(true);
    reload();
  };
  return { frozen, reason, setReason, saved, submit, busy: save.busy || revise.busy, failure: frozen ? revise.failure : save.failure };
}

function newTask(): FormTask {
  return { code: "", title: {}, fields: [], indicators: [] };
}
