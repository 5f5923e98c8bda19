import { Checkbox, NumberInput, Select } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "../../../ui/dates/date-field.tsx";
import styles from "../rounds.module.css";
import type { EligibilityValue } from "./index-definition.ts";
import type { IndexEditorPart } from "./index-instrument-form.tsx";

const BASES = ["APPLIED", "APPLIED_OR_DEVELOPED"] as const;
const AT = "definition-eligibility";

/** Who may enter: the window of days, words, times entered, titles. */
export function EligibilityEditor({ definition, onChange }: IndexEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const { eligibility } = definition;
  const set = (change: Partial<EligibilityValue>) => onChange({ eligibility: { ...eligibility, ...change } });
  const most = (value: number | string): void => {
    const { maxEntries: _before, ...rest } = eligibility;
    onChange({ eligibility: value === "" ? rest : { ...rest, maxEntries: Number(value) } });
  };
  return (
    <div className={styles.form}>
      <WindowFields definition={definition} onChange={onChange} />
      <div className={styles.pair}>
        <NumberInput
          id={`${AT}-minDesignWords`}
          label={t("indexForm.minDesignWords")}
          min={0}
          value={eligibility.minDesignWords}
          onChange={(value) => set({ minDesignWords: Number(value) })}
        />
        <NumberInput
          id={`${AT}-maxEntries`}
          label={t("indexForm.maxEntries")}
          description={t("indexForm.maxEntriesHint")}
          min={1}
          value={eligibility.maxEntries ?? ""}
          onChange={most}
        />
      </div>
      <Checkbox
        label={t("index.uniqueTitles")}
        checked={eligibility.uniqueTitles}
        onChange={(event) => set({ uniqueTitles: event.currentTarget.checked })}
      />
    </div>
  );
}

function WindowFields({ definition, onChange }: IndexEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const { window: days, ...rest } = definition.eligibility;
  const set = (changed: EligibilityValue["window"]) => onChange({ eligibility: changed ? { ...rest, window: changed } : rest });
  return (
    <>
      <Checkbox
        label={t("indexForm.window")}
        checked={days !== undefined}
        onChange={(event) => set(event.currentTarget.checked ? { from: "", to: "", basis: "APPLIED_OR_DEVELOPED" } : undefined)}
      />
      {days === undefined ? null : (
        <div className={styles.pair}>
          <DateField
            id={`${AT}-window-from`}
            label={t("indexForm.windowFrom")}
            value={days.from}
            onChange={(from) => set({ ...days, from })}
          />
          <DateField id={`${AT}-window-to`} label={t("indexForm.windowTo")} value={days.to} onChange={(to) => set({ ...days, to })} />
          <Select
            id={`${AT}-window-basis`}
            label={t("indexForm.basis")}
            allowDeselect={false}
            value={days.basis}
            data={BASES.map((value) => ({ value, label: t(`indexForm.bases.${value}`) }))}
            onChange={(value) => set({ ...days, basis: BASES.find((known) => known === value) ?? days.basis })}
          />
        </div>
      )}
    </>
  );
}
