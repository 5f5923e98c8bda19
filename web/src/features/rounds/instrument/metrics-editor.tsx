import { LIMITS } from "@isonga/schema/limits";
import { Select, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { LocalizedTextInput } from "../../../ui/localized-text-input.tsx";
import { OrderedList } from "../ordered-list.tsx";
import styles from "../rounds.module.css";
import { METHODS, METRICS, type MetricValue, quantityOf } from "./definition.ts";
import type { EditorPart } from "./instrument-form.tsx";

/** The measures with their weights and how each becomes points, and where the weights come from. */
export function MetricsEditor({ definition, onChange }: EditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const free = METRICS.find((metric) => !definition.metrics.some((entry) => entry.metric === metric));
  const fresh = (): MetricValue => ({ metric: free ?? METRICS[0], weight: 10, normalise: { method: "MIN_MAX" }, shrinkage: 0 });
  return (
    <div className={styles.form}>
      <OrderedList
        items={definition.metrics}
        onChange={(metrics) => onChange({ metrics })}
        nameOf={(entry) => t(`metric.${entry.metric}`)}
        {...(free ? { add: { words: t("instrument.addMetric"), item: fresh } } : {})}
      >
        {(entry, index, change) => <MetricFields entry={entry} id={`definition-metrics-${index}`} onChange={change} />}
      </OrderedList>
      <LocalizedTextInput
        id="definition-weightsNote"
        label={t("instrument.weightsNote")}
        multiline
        maxLength={LIMITS.descriptionLength}
        value={definition.weightsNote ?? {}}
        onChange={(weightsNote) => onChange({ weightsNote })}
      />
    </div>
  );
}

function MetricFields(props: {
  readonly entry: MetricValue;
  readonly id: string;
  readonly onChange: (entry: MetricValue) => void;
}): ReactElement {
  const { t } = useTranslation("rounds");
  const { entry, id, onChange } = props;
  const { normalise } = entry;
  const method = (value: string | null): void => {
    const chosen = METHODS.find((candidate) => candidate === value) ?? "MIN_MAX";
    onChange({ ...entry, normalise: chosen === "TARGET" ? { method: chosen, floor: 0, target: 100 } : { method: chosen } });
  };
  const quantity = (field: string, label: string, value: number | string, set: (typed: string) => void) => (
    <TextInput
      id={`${id}-${field}`}
      label={label}
      inputMode="decimal"
      value={String(value)}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
  return (
    <div className={styles.pair}>
      <Select
        id={`${id}-metric`}
        label={t("instrument.metric")}
        allowDeselect={false}
        data={METRICS.map((metric) => ({ value: metric, label: t(`metric.${metric}`) }))}
        value={entry.metric}
        onChange={(value) => onChange({ ...entry, metric: METRICS.find((metric) => metric === value) ?? entry.metric })}
      />
      {quantity("weight", t("instrument.weight"), entry.weight, (typed) => onChange({ ...entry, weight: quantityOf(typed) }))}
      <Select
        id={`${id}-normalise-method`}
        label={t("instrument.method")}
        allowDeselect={false}
        data={METHODS.map((value) => ({ value, label: t(`instrument.methods.${value}`) }))}
        value={normalise.method}
        onChange={method}
      />
      {normalise.method === "TARGET"
        ? quantity("normalise-floor", t("instrument.floor"), normalise.floor ?? 0, (typed) =>
            onChange({ ...entry, normalise: { ...normalise, floor: quantityOf(typed) } }),
          )
        : null}
      {normalise.method === "TARGET"
        ? quantity("normalise-target", t("instrument.target"), normalise.target ?? 0, (typed) =>
            onChange({ ...entry, normalise: { ...normalise, target: quantityOf(typed) } }),
          )
        : null}
      {entry.metric === "SELF_APPLICATIONS"
        ? null
        : quantity("shrinkage", t("instrument.shrinkage"), entry.shrinkage, (typed) =>
            onChange({ ...entry, shrinkage: quantityOf(typed) }),
          )}
    </div>
  );
}
