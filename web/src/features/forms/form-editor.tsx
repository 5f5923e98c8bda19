import type { EntryForm } from "@isonga/schema/entry-form";
import { LIMITS } from "@isonga/schema/limits";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../lib/apollo/use-act.ts";
import { KeptDraft } from "../../lib/drafts/kept-draft.tsx";
import { useFormDraft } from "../../lib/drafts/use-form-draft.ts";
import { useFormProblems } from "../../lib/refusals/form-problems.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { GrowingText } from "../../ui/growing-text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { REVISE_FORM, SAVE_FORM } from "./form-documents.ts";
import type { OpenForm } from "./form-frame.tsx";
import { FormPreviews } from "./form-preview.tsx";
import styles from "./forms.module.css";
import { TasksSection } from "./tasks-section.tsx";

/** The tasks of a form, of both kinds of entries; saved while the round is a draft, afterwards as a new version with its reason. */
export function FormEditor({ open }: { readonly open: OpenForm }): ReactElement {
  const { t } = useTranslation("forms");
  const { round, asked, regional } = open;
  const [form, setForm] = useState<EntryForm>(open.definition);
  const [trying, setTrying] = useState(false);
  const save = useFormSaving(open);
  const draft = useFormDraft({
    name: `entry form ${round.id}`,
    version: round.version,
    value: { form, reason: save.reason },
    restore: (kept) => {
      setForm(kept.form);
      save.setReason(kept.reason);
    },
  });
  const problems = useFormProblems(save.failure);
  const may = save.frozen ? round.viewerCan.reviseInstrument : round.viewerCan.edit;
  if (!may) return <FormPreviews open={open} form={null} />;
  const hasProblem = (id: string): boolean => problems.some(({ fieldId }) => fieldId === id || fieldId?.startsWith(`${id}-`) === true);
  return (
    <form onSubmit={(event) => void save.submit(event, form).then((done) => done && draft.saved())}>
      <KeptDraft draft={draft} />
      <ErrorSummary problems={problems} />
      {save.saved ? <Notice kind="saved" title={t("saved")} takesFocus /> : null}
      {save.frozen ? <Notice kind="locked" title={t("frozen")} /> : null}
      <Button type="button" variant="default" mt="md" onClick={() => setTrying(!trying)}>
        {t(trying ? "edit" : "preview")}
      </Button>
      {trying ? (
        <FormPreviews open={open} form={form} />
      ) : (
        <>
          <TasksSection
            part="tasks"
            tasks={form.tasks}
            indicators={asked.instrument.indicators}
            hasProblem={hasProblem}
            onChange={(tasks) => setForm({ ...form, tasks })}
          />
          {regional ? (
            <TasksSection
              part="regional"
              tasks={form.regional ?? regional.form.definition.tasks}
              indicators={regional.instrument.indicators}
              hasProblem={hasProblem}
              onChange={(tasks) => setForm({ ...form, regional: tasks })}
            />
          ) : null}
        </>
      )}
      <div className={styles.end}>
        {save.frozen ? (
          <GrowingText
            id="reason"
            label={t("reason")}
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
  const submit = async (event: FormEvent, definition: EntryForm): Promise<boolean> => {
    event.preventDefault();
    setSaved(false);
    const input = { id: round.id, version: round.version, definition };
    const done = frozen ? await revise.act({ input: { ...input, reason } }) : await save.act({ input });
    if (done === null) return false;
    setSaved(true);
    reload();
    return true;
  };
  return { frozen, reason, setReason, saved, submit, busy: save.busy || revise.busy, failure: frozen ? revise.failure : save.failure };
}
