import { NumberInput, Select } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../ui/page.tsx";
import { InstrumentFrame, type InstrumentFrameProps } from "../instrument/instrument-frame.tsx";
import { QuantityField } from "../instrument/quantity-field.tsx";
import styles from "../rounds.module.css";
import { BlindEditor } from "./blind-editor.tsx";
import { CriteriaEditor } from "./criteria-editor.tsx";
import { CutEditor } from "./cut-editor.tsx";
import { FEEDBACKS, type JudgingStageValue, type JuryDefinition, OTHERS_WHEN } from "./jury-definition.ts";

/** A part of a stage's editor: what it shows, and how it changes it. `id` begins the ids of its fields, as the server names them. */
export type StageEditorPart = {
  readonly stage: JudgingStageValue;
  readonly id: string;
  readonly onChange: (part: Partial<JudgingStageValue>) => void;
};

/** A jury's instrument by judging stages: who goes on, its weight, what is seen and hidden, its rubric. Panels, ties and prizes are changed in its file. */
export function JuryInstrumentForm(props: {
  readonly frame: InstrumentFrameProps;
  readonly definition: JuryDefinition;
  readonly onChange: (definition: JuryDefinition) => void;
}): ReactElement {
  const { t } = useTranslation("rounds");
  const { frame, definition, onChange } = props;
  const nameOf = (code: string): string => frame.round.stages.find((stage) => stage.code === code)?.name ?? code;
  const change = (index: number) => (part: Partial<JudgingStageValue>) =>
    onChange({ ...definition, judging: definition.judging.map((stage, at) => (at === index ? { ...stage, ...part } : stage)) });
  return (
    <InstrumentFrame {...frame} definition={() => definition}>
      <p className={styles.note}>{t("juryForm.lead")}</p>
      {definition.judging.map((stage, index) => {
        const part: StageEditorPart = { stage, id: `definition-judging-${index}`, onChange: change(index) };
        return (
          <Section key={stage.stage} title={nameOf(stage.stage)}>
            <div className={styles.form}>
              <StageNumbers {...part} />
              <CutEditor {...part} />
              <BlindEditor {...part} />
              {stage.mode === "SCORES" ? <CriteriaEditor {...part} /> : null}
            </div>
          </Section>
        );
      })}
    </InstrumentFrame>
  );
}

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
