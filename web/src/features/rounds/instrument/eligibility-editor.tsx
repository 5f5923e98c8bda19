import type { LocalizedText } from "@isonga/schema/languages";
import { Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "../../../ui/dates/date-field.tsx";
import styles from "../rounds.module.css";
import { ChoiceField } from "./choice-field.tsx";
import { type EligibilityValue, INNOVATION_STAGES } from "./definition.ts";
import { BarredPrizes, EligibleAffairs } from "./eligibility-lists.tsx";
import { WholeField } from "./whole-field.tsx";

const BASES = ["APPLIED", "APPLIED_OR_DEVELOPED"] as const;
const AT = "definition-eligibility";

/** Who may enter, of an instrument of entries of either kind. */
export type EligibilityPart = {
  readonly definition: {
    readonly affairs: readonly { readonly code: string; readonly names: LocalizedText }[];
    readonly eligibility: EligibilityValue;
  };
  readonly onChange: (part: { readonly eligibility: EligibilityValue }) => void;
};

/** Who may enter: the window of days, words, times entered, titles, how far it has come, its affairs, and what it won before. */
export function EligibilityEditor({ definition, onChange }: EligibilityPart): ReactElement {
  const { t } = useTranslation("rounds");
  const { eligibility } = definition;
  const set = (change: Partial<EligibilityValue>) => onChange({ eligibility: { ...eligibility, ...change } });
  const most = (maxEntries: number | string): void => {
    const { maxEntries: _before, ...rest } = eligibility;
    onChange({ eligibility: maxEntries === "" ? rest : { ...rest, maxEntries } });
  };
  return (
    <div className={styles.form}>
      <WindowFields definition={definition} onChange={onChange} />
      <div className={styles.pair}>
        <WholeField
          id={`${AT}-minDesignWords`}
          label={t("indexForm.minDesignWords")}
          min={0}
          value={eligibility.minDesignWords}
          onChange={(minDesignWords) => set({ minDesignWords })}
        />
        <WholeField
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
      <EligibleStages definition={definition} onChange={onChange} />
      <EligibleAffairs definition={definition} onChange={onChange} />
      <BarredPrizes definition={definition} onChange={onChange} />
    </div>
  );
}

/** How far an innovation that enters has come. */
function EligibleStages({ definition: { eligibility }, onChange }: EligibilityPart): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <Checkbox.Group
      id={`${AT}-stages`}
      label={t("eligibility.stages")}
      description={t("eligibility.noneIsAll")}
      value={[...eligibility.stages]}
      onChange={(chosen) =>
        onChange({ eligibility: { ...eligibility, stages: INNOVATION_STAGES.filter((stage) => chosen.includes(stage)) } })
      }
    >
      <div className={styles.checks}>
        {INNOVATION_STAGES.map((stage) => (
          <Checkbox key={stage} value={stage} label={t(`eligibility.stage.${stage}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function WindowFields({ definition, onChange }: EligibilityPart): ReactElement {
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
          <ChoiceField
            id={`${AT}-window-basis`}
            label={t("indexForm.basis")}
            value={days.basis}
            of={BASES}
            nameOf={(value) => t(`indexForm.bases.${value}`)}
            onChange={(basis) => set({ ...days, basis })}
          />
        </div>
      )}
    </>
  );
}
