import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../instrument/choice-field.tsx";
import { QuantityField } from "../instrument/quantity-field.tsx";
import styles from "../rounds.module.css";
import { CriteriaEditor } from "./criteria-editor.tsx";
import { CutEditor } from "./cut-editor.tsx";
import { JudgesEditor, MeanEditor } from "./judges-editor.tsx";
import { FEEDBACKS, FORMS, type JudgingStageValue, MODES } from "./jury-definition.ts";
import { NamedList } from "./named-list.tsx";
import { SightEditor } from "./sight-editor.tsx";

/** A part of a stage's editor: what it shows, and how it changes it. `id` begins the ids of its fields, as the server names them. */
export type StageEditorPart = {
  readonly stage: JudgingStageValue;
  readonly id: string;
  readonly onChange: (part: Partial<JudgingStageValue>) => void;
};

/** One judging stage: in which stage of the round, how it is judged and by whom, who goes on, what is hidden, and its rubric. */
export function JudgingStageEditor(
  props: StageEditorPart & {
    /** The round's stages of judging that it may be done in. */
    readonly offered: readonly { readonly code: string; readonly name: string }[];
  },
): ReactElement {
  const { t } = useTranslation("rounds");
  const { offered, ...part } = props;
  const { stage, id, onChange } = part;
  return (
    <>
      <div className={styles.pair}>
        <ChoiceField
          id={`${id}-stage`}
          label={t("juryForm.stageOf")}
          value={stage.stage}
          of={offered.map(({ code }) => code)}
          nameOf={(code) => offered.find((one) => one.code === code)?.name ?? code}
          onChange={(code) => onChange({ stage: code })}
        />
        <ChoiceField
          id={`${id}-form`}
          label={t("juryForm.form")}
          value={stage.form}
          of={FORMS}
          nameOf={(value) => t(`jury.form.${value}`)}
          onChange={(form) => onChange({ form })}
        />
        <ChoiceField
          id={`${id}-mode`}
          label={t("juryForm.mode")}
          value={stage.mode}
          of={MODES}
          nameOf={(value) => t(`jury.mode.${value}`)}
          onChange={(mode) => onChange({ mode })}
        />
      </div>
      <div className={styles.pair}>
        <QuantityField
          id={`${id}-weight`}
          label={t("juryForm.stageWeight")}
          value={stage.weight}
          onChange={(weight) => onChange({ weight })}
        />
        <ChoiceField
          id={`${id}-feedback`}
          label={t("jury.applicants")}
          value={stage.feedback}
          of={FEEDBACKS}
          nameOf={(value) => t(`juryForm.feedback.${value}`)}
          onChange={(feedback) => onChange({ feedback })}
        />
      </div>
      <CutEditor {...part} />
      <JudgesEditor {...part} />
      {stage.mode === "SCORES" ? <MeanEditor {...part} /> : null}
      <SightEditor {...part} />
      <h3 className={styles.cardTitle}>{t("jury.panels")}</h3>
      <NamedList id={`${id}-panels`} kind="panel" items={stage.panels} onChange={(panels) => onChange({ panels })} />
      {stage.mode === "SCORES" ? (
        <>
          <h3 className={styles.cardTitle}>{t("juryForm.rubric")}</h3>
          <CriteriaEditor {...part} />
        </>
      ) : null}
      {stage.mode === "PASS_FAIL" ? (
        <>
          <h3 className={styles.cardTitle}>{t("juryForm.failReasons")}</h3>
          <NamedList
            id={`${id}-failReasons`}
            kind="reason"
            items={stage.failReasons}
            onChange={(failReasons) => onChange({ failReasons })}
          />
        </>
      ) : null}
    </>
  );
}
