import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../instrument/choice-field.tsx";
import { Fold } from "../instrument/fold.tsx";
import styles from "../rounds.module.css";
import { BlindEditor } from "./blind-editor.tsx";
import type { StageEditorPart } from "./judging-stage-editor.tsx";
import { OTHERS_WHAT, OTHERS_WHEN } from "./jury-definition.ts";

/** What judges see of each other, when they do, and what of an entry they do not see. */
export function SightEditor(part: StageEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const { stage, id, onChange } = part;
  const { others } = stage;
  return (
    <Fold line={t("juryForm.sightLine", { when: t(`juryForm.when.${others.when}`) })}>
      <div className={styles.pair}>
        <ChoiceField
          id={`${id}-others-when`}
          label={t("juryForm.othersWhen")}
          value={others.when}
          of={OTHERS_WHEN}
          nameOf={(value) => t(`juryForm.when.${value}`)}
          onChange={(when) => onChange({ others: { ...others, when } })}
        />
        {others.when === "NEVER" ? null : (
          <ChoiceField
            id={`${id}-others-what`}
            label={t("juryForm.othersWhat")}
            value={others.what}
            of={OTHERS_WHAT}
            nameOf={(value) => t(`juryForm.what.${value}`)}
            onChange={(what) => onChange({ others: { ...others, what } })}
          />
        )}
      </div>
      <BlindEditor {...part} />
    </Fold>
  );
}
