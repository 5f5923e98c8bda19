import { Checkbox, Radio, Select, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "../../../ui/dates/date-field.tsx";
import styles from "../rounds.module.css";
import { quantityOf } from "./definition.ts";
import type { EditorPart } from "./instrument-form.tsx";

/** Which months, levels and services count, and what is needed to be ranked. */
export function ScopeEditor({ definition, choices, onChange }: EditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const { window } = definition;
  const levels = choices.levels.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <DateField
          id="definition-window-from"
          kind="month"
          label={t("instrument.from")}
          value={window.from}
          onChange={(from) => onChange({ window: { ...window, from } })}
        />
        <DateField
          id="definition-window-to"
          kind="month"
          label={t("instrument.to")}
          value={window.to}
          onChange={(to) => onChange({ window: { ...window, to } })}
        />
        <Select
          id="definition-reportingLevel"
          label={t("instrument.reportingLevel")}
          allowDeselect={false}
          data={levels}
          value={definition.reportingLevel}
          onChange={(value) => onChange({ reportingLevel: value ?? definition.reportingLevel })}
        />
      </div>
      <fieldset className={styles.choice} id="definition-levels">
        <legend>{t("instrument.levels")}</legend>
        {levels.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={definition.levels.includes(value)}
            onChange={(event) => onChange({ levels: toggled(definition.levels, value, event.currentTarget.checked, choices.levels) })}
          />
        ))}
      </fieldset>
      <Services definition={definition} choices={choices} onChange={onChange} />
      <div className={styles.pair}>
        <TextInput
          id="definition-minVolume"
          label={t("instrument.minVolume")}
          inputMode="numeric"
          value={String(definition.minVolume)}
          onChange={(event) => onChange({ minVolume: Number(event.currentTarget.value.replace(/\D/g, "")) })}
        />
        <TextInput
          id="definition-minCompleteness"
          label={t("instrument.minCompleteness")}
          inputMode="decimal"
          value={String(definition.minCompleteness)}
          onChange={(event) => onChange({ minCompleteness: quantityOf(event.currentTarget.value) })}
        />
      </div>
    </div>
  );
}

function Services({ definition, choices, onChange }: EditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const { services } = definition;
  return (
    <fieldset className={styles.choice} id="definition-services">
      <legend>{t("instrument.services")}</legend>
      <Radio checked={services === "ALL"} label={t("instrument.all")} onChange={() => onChange({ services: "ALL" })} />
      <Radio
        checked={services !== "ALL"}
        label={t("instrument.some")}
        onChange={() => onChange({ services: choices.services.map(({ code }) => code) })}
      />
      {services === "ALL"
        ? null
        : choices.services.map(({ code, name }) => (
            <Checkbox
              key={code}
              ml="xl"
              label={name}
              checked={services.includes(code)}
              onChange={(event) => onChange({ services: toggled(services, code, event.currentTarget.checked, choices.services) })}
            />
          ))}
    </fieldset>
  );
}

/** The chosen codes with one more or less, in the order of the choices. */
function toggled(chosen: readonly string[], code: string, wanted: boolean, all: readonly { readonly code: string }[]): readonly string[] {
  return all.map((choice) => choice.code).filter((candidate) => (candidate === code ? wanted : chosen.includes(candidate)));
}
