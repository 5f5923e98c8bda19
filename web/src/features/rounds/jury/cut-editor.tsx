import { NumberInput, Select } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { QuantityField } from "../instrument/quantity-field.tsx";
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
      <Select
        id={`${id}-cut-kind`}
        label={t("jury.cut")}
        allowDeselect={false}
        value={cut.kind}
        data={KINDS.map((value) => ({ value, label: t(`juryForm.cut.${value}`) }))}
        onChange={(value) => onChange({ cut: FRESH[KINDS.find((kind) => kind === value) ?? cut.kind] })}
      />
      {cut.kind === "TOP" ? (
        <>
          <NumberInput
            id={`${id}-cut-places`}
            label={t("juryForm.places")}
            min={1}
            value={cut.places}
            onChange={(value) => onChange({ cut: { ...cut, places: Number(value) } })}
          />
          <Select
            id={`${id}-cut-within`}
            label={t("juryForm.within")}
            allowDeselect={false}
            value={cut.within}
            data={CUT_WITHIN.map((value) => ({ value, label: t(`juryForm.withins.${value}`) }))}
            onChange={(value) => onChange({ cut: { ...cut, within: CUT_WITHIN.find((one) => one === value) ?? cut.within } })}
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
