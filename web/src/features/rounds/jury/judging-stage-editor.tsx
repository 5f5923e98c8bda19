import { NumberInput, Select } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { QuantityField } from "../instrument/quantity-field.tsx";
import styles from "../rounds.module.css";
import { BlindEditor } from "./blind-editor.tsx";
import { CriteriaEditor } from "./criteria-editor.tsx";
import { CutEditor } from "./cut-editor.tsx";
import { FEEDBACKS, FORMS, type JudgingStageValue, MODES, OTHERS_WHEN } from "./jury-definition.ts";
import { NamedList } from "./named-list.tsx";

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
        <Select
          id={`${id}-stage`}
          label={t("juryForm.stageOf")}
          allowDeselect={false}
          value={stage.stage}
          data={offered.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(value) => onChange({ stage: value ?? stage.stage })}
        />
        <Select
          id={`${id}-form`}
          label={t("juryForm.form")}
          allowDeselect={false}
          value={stage.form}
          data={FORMS.map((value) => ({ value, label: t(`jury.form.${value}`) }))}
          onChange={(value) => onChange({ form: FORMS.find((one) => one === value) ?? stage.form })}
        />
        <Select
          id={`${id}-mode`}
          label={t("juryForm.mode")}
          allowDeselect={false}
          value={stage.mode}
          data={MODES.map((value) => ({ value, label: t(`jury.mode.${value}`) }))}
          onChange={(value) => onChange({ mode: MODES.find((one) => one === value) ?? stage.mode })}
        />
      </div>
      <StageNumbers {...part} />
      <CutEditor {...part} />
      <BlindEditor {...part} />
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

/** Weight, judges, calibration, what judges see of each other and what applicants learn. */
function StageNumbers({ stage, id, onChange }: StageEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <div className={styles.pair}>
      <QuantityField
        id={`${id}-weight`}
        label={t("juryForm.stageWeight")}
        value={stage.weight}
        onChange={(weight) => onChange({ weight })}
      />
      <NumberInput
        id={`${id}-judgesPerEntry`}
        label={t("juryForm.judgesPerEntry")}
        min={1}
        max={50}
        value={stage.judgesPerEntry}
        onChange={(value) => onChange({ judgesPerEntry: Number(value) })}
      />
      <NumberInput
        id={`${id}-calibration`}
        label={t("juryForm.calibration")}
        min={0}
        max={20}
        value={stage.calibration}
        onChange={(value) => onChange({ calibration: Number(value) })}
      />
      <Select
        id={`${id}-others-when`}
        label={t("jury.sees")}
        allowDeselect={false}
        value={stage.others.when}
        data={OTHERS_WHEN.map((value) => ({ value, label: t(`jury.others.${value}`) }))}
        onChange={(value) => onChange({ others: { ...stage.others, when: OTHERS_WHEN.find((one) => one === value) ?? stage.others.when } })}
      />
      <Select
        id={`${id}-feedback`}
        label={t("jury.applicants")}
        allowDeselect={false}
        value={stage.feedback}
        data={FEEDBACKS.map((value) => ({ value, label: t(`jury.feedback.${value}`) }))}
        onChange={(value) => onChange({ feedback: FEEDBACKS.find((one) => one === value) ?? stage.feedback })}
      />
    </div>
  );
}
