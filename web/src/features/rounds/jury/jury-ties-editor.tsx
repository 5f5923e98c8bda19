import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../instrument/choice-field.tsx";
import { QuantityField } from "../instrument/quantity-field.tsx";
import { OrderedList } from "../ordered-list.tsx";
import styles from "../rounds.module.css";
import { JURY_TIES, type JuryTieValue } from "./jury-definition.ts";
import type { JuryEditorPart } from "./jury-instrument-form.tsx";

/** The rules for equal scores of entries, in their order. The chair's decision can only be the last. */
export function JuryTiesEditor({ definition, stages, onChange }: JuryEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const ruled = (rule: JuryTieValue["rule"]): JuryTieValue => {
    if (rule === "HIGHER_STAGE") return { rule, stage: definition.judging[0]?.stage ?? "" };
    return rule === "FEWER_LOW_MARKS" ? { rule, atMost: 3 } : { rule };
  };
  return (
    <OrderedList
      items={definition.tieBreaks}
      onChange={(tieBreaks) => onChange({ tieBreaks: chairLast(tieBreaks) })}
      nameOf={({ rule }) => t(`method.tie.${rule}`)}
      add={{ words: t("instrument.addRule"), item: () => ruled("HEAVIEST_CRITERIA") }}
    >
      {(entry, index, change) => (
        <div className={styles.pair}>
          <ChoiceField
            id={`definition-tieBreaks-${index}-rule`}
            label={t("instrument.rule")}
            value={entry.rule}
            of={JURY_TIES}
            nameOf={(rule) => t(`method.tie.${rule}`)}
            onChange={(rule) => change(ruled(rule))}
          />
          {entry.rule === "HIGHER_STAGE" ? (
            <ChoiceField
              id={`definition-tieBreaks-${index}-stage`}
              label={t("juryForm.tieStage")}
              value={entry.stage}
              of={definition.judging.map(({ stage }) => stage)}
              nameOf={(stage) => stages.find(({ code }) => code === stage)?.name ?? stage}
              onChange={(stage) => change({ ...entry, stage })}
            />
          ) : null}
          {entry.rule === "FEWER_LOW_MARKS" ? (
            <QuantityField
              id={`definition-tieBreaks-${index}-atMost`}
              label={t("juryForm.tieAtMost")}
              value={entry.atMost ?? ""}
              onChange={(atMost) => change({ ...entry, atMost })}
            />
          ) : null}
        </div>
      )}
    </OrderedList>
  );
}

function chairLast(rules: readonly JuryTieValue[]): readonly JuryTieValue[] {
  return rules.toSorted((a, b) => Number(a.rule === "CHAIR_DECISION") - Number(b.rule === "CHAIR_DECISION"));
}
