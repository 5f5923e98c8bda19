import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../instrument/choice-field.tsx";
import { QuantityField } from "../instrument/quantity-field.tsx";
import { WholeField } from "../instrument/whole-field.tsx";
import styles from "../rounds.module.css";
import type { StageEditorPart } from "./judging-stage-editor.tsx";
import { CUT_WITHIN, type CutValue } from "./jury-definition.ts";

const FRESH: Readonly<Record<CutValue["kind"], CutValue>> = {
  NONE: { kind: "NONE" },
  TOP: { kind: "TOP", places: 10, within: "EVERYWHERE" },
  THRESHOLD: { kind: "THRESHOLD", from: 60 },
};
const KINDS = ["NONE", "TOP", "THRESHOLD"] as const;

/** Who goes on to the next stage. */
export function CutEditor({ stage: { cut }, id, onChange }: StageEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <div className={styles.pair}>
      <ChoiceField
        id={`${id}-cut-kind`}
        label={t("jury.cut")}
        value={cut.kind}
        of={KINDS}
        nameOf={(value) => t(`juryForm.cut.${value}`)}
        onChange={(kind) => onChange({ cut: FRESH[kind] })}
      />
      {cut.kind === "TOP" ? (
        <>
          <WholeField
            id={`${id}-cut-places`}
            label={t("juryForm.places")}
            min={1}
            value={cut.places}
            onChange={(places) => onChange({ cut: { ...cut, places } })}
          />
          <ChoiceField
            id={`${id}-cut-within`}
            label={t("juryForm.within")}
            value={cut.within}
            of={CUT_WITHIN}
            nameOf={(value) => t(`juryForm.withins.${value}`)}
            onChange={(within) => onChange({ cut: { ...cut, within } })}
          />
        </>
      ) : null}
      {cut.kind === "THRESHOLD" ? (
        <QuantityField
          id={`${id}-cut-from`}
          label={t("juryForm.from")}
          value={cut.from}
          onChange={(from) => onChange({ cut: { ...cut, from } })}
        />
      ) : null}
    </div>
  );
}
