import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../instrument/choice-field.tsx";
import { Fold } from "../instrument/fold.tsx";
import { QuantityField } from "../instrument/quantity-field.tsx";
import { WholeField } from "../instrument/whole-field.tsx";
import styles from "../rounds.module.css";
import type { StageEditorPart } from "./judging-stage-editor.tsx";
import { MEANS } from "./jury-definition.ts";

/** How many judges an entry has, how many entries a judge takes at most, and how many all of them score first. */
export function JudgesEditor({ stage, id, onChange }: StageEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const { judgesPerEntry, capacity, calibration } = stage;
  const line = t("juryForm.judgesLine", { judges: String(judgesPerEntry), capacity: String(capacity) });
  return (
    <Fold line={line}>
      <div className={styles.pair}>
        <WholeField
          id={`${id}-judgesPerEntry`}
          label={t("juryForm.judgesPerEntry")}
          min={1}
          max={50}
          value={judgesPerEntry}
          onChange={(value) => onChange({ judgesPerEntry: value })}
        />
        <WholeField
          id={`${id}-capacity`}
          label={t("juryForm.capacity")}
          description={t("juryForm.capacityHint")}
          min={1}
          max={1000}
          value={capacity}
          onChange={(value) => onChange({ capacity: value })}
        />
        <WholeField
          id={`${id}-calibration`}
          label={t("juryForm.calibration")}
          min={0}
          max={20}
          value={calibration}
          onChange={(value) => onChange({ calibration: value })}
        />
      </div>
    </Fold>
  );
}

/** How the scorecards of an entry become its score in the stage, and how far the severity of judges counts in the adjusted one. */
export function MeanEditor({ stage, id, onChange }: StageEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <Fold line={t("juryForm.meanLine", { mean: t(`juryForm.means.${stage.mean}`) })}>
      <div className={styles.pair}>
        <ChoiceField
          id={`${id}-mean`}
          label={t("juryForm.mean")}
          description={t("juryForm.trimmedHint")}
          value={stage.mean}
          of={MEANS}
          nameOf={(value) => t(`juryForm.means.${value}`)}
          onChange={(mean) => onChange({ mean })}
        />
        <QuantityField
          id={`${id}-shrink`}
          label={t("juryForm.shrink")}
          description={t("juryForm.shrinkHint")}
          value={stage.shrink}
          onChange={(shrink) => onChange({ shrink })}
        />
      </div>
    </Fold>
  );
}
