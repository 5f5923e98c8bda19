import { Select } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { OrderedList } from "../ordered-list.tsx";
import styles from "../rounds.module.css";
import { TIE_RULES, type TieBreakValue } from "./definition.ts";
import type { EditorPart } from "./instrument-form.tsx";

/** The rules for equal scores, in their order. The chair's decision can only be the last. */
export function TiesEditor({ definition, onChange }: EditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const metrics = definition.metrics.map((entry) => entry.metric);
  const ruled = (rule: TieBreakValue["rule"]): TieBreakValue =>
    rule === "HIGHER_METRIC" ? { rule, metric: metrics[0] ?? "PROCESSING_RATE" } : { rule };
  return (
    <OrderedList
      items={definition.tieBreaks}
      onChange={(tieBreaks) => onChange({ tieBreaks })}
      nameOf={({ rule, metric }) => t(`method.tie.${rule}`, { metric: metric ? t(`metric.${metric}`) : "" })}
      add={{ words: t("instrument.addRule"), item: () => ruled("LARGER_VOLUME") }}
    >
      {(entry, index, change) => (
        <div className={styles.pair}>
          <Select
            id={`definition-tieBreaks-${index}-rule`}
            label={t("instrument.rule")}
            allowDeselect={false}
            data={TIE_RULES.map((rule) => ({ value: rule, label: t(`instrument.rules.${rule}`) }))}
            value={entry.rule}
            onChange={(value) => change(ruled(TIE_RULES.find((rule) => rule === value) ?? entry.rule))}
          />
          {entry.rule === "HIGHER_METRIC" ? (
            <Select
              id={`definition-tieBreaks-${index}-metric`}
              label={t("instrument.metric")}
              allowDeselect={false}
              data={metrics.map((metric) => ({ value: metric, label: t(`metric.${metric}`) }))}
              value={entry.metric ?? null}
              onChange={(value) => change({ ...entry, metric: metrics.find((metric) => metric === value) ?? entry.metric })}
            />
          ) : null}
        </div>
      )}
    </OrderedList>
  );
}
