import { Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import { ChoiceField } from "../instrument/choice-field.tsx";
import { QuantityField } from "../instrument/quantity-field.tsx";
import { WholeField } from "../instrument/whole-field.tsx";
import styles from "../rounds.module.css";
import type { IndexEditorPart } from "./index-instrument-form.tsx";

const RANKINGS = ["REPORTED", "VERIFIED", "MATURITY"] as const;
const AT = "definition-parameters";

/** The numbers of the year: divisor, cap, points, the rule of affairs, where categories begin; how it is verified and offices are ranked. */
export function ParametersEditor({ definition, onChange }: IndexEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const { parameters, verification, agencyRanking } = definition;
  const set = (change: Partial<typeof parameters>) => onChange({ parameters: { ...parameters, ...change } });
  const from = (index: number) => (value: number | string) =>
    set({ categories: parameters.categories.map((category, at) => (at === index ? { ...category, from: value } : category)) });
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <WholeField
          id={`${AT}-divisor`}
          label={t("indexForm.divisor")}
          description={t("indexForm.divisorHint")}
          min={1}
          value={parameters.divisor}
          onChange={(divisor) => set({ divisor })}
        />
        <WholeField id={`${AT}-cap`} label={t("indexForm.cap")} min={0} value={parameters.cap} onChange={(cap) => set({ cap })} />
        <QuantityField
          id={`${AT}-perInnovation`}
          label={t("indexForm.perInnovation")}
          value={parameters.perInnovation}
          onChange={(perInnovation) => set({ perInnovation })}
        />
        <QuantityField
          id={`${AT}-maximum`}
          label={t("indexForm.maximum")}
          value={parameters.maximum}
          onChange={(maximum) => set({ maximum })}
        />
        {parameters.categories.map(({ code, names, from: begins }, index) => (
          <QuantityField
            key={code}
            id={`${AT}-categories-${index}-from`}
            label={t("indexForm.from", { name: format.text(names) })}
            value={begins}
            onChange={from(index)}
          />
        ))}
        <ChoiceField
          id="definition-verification-verifiers"
          label={t("indexForm.verifiers")}
          value={verification.verifiers === 2 ? "2" : "1"}
          of={["1", "2"]}
          nameOf={(value) => value}
          onChange={(value) => onChange({ verification: { ...verification, verifiers: value === "2" ? 2 : 1 } })}
        />
        <ChoiceField
          id="definition-agencyRanking"
          label={t("index.ranking")}
          value={agencyRanking}
          of={RANKINGS}
          nameOf={(value) => t(`index.rankedBy.${value}`)}
          onChange={(chosen) => onChange({ agencyRanking: chosen })}
        />
      </div>
      <AffairsRule definition={definition} onChange={onChange} />
    </div>
  );
}

/** Whether the number scores only where enough of the basic affairs are covered, and which these are. */
function AffairsRule({ definition, onChange }: IndexEditorPart): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const { parameters, affairs } = definition;
  const rule = parameters.affairs;
  const set = (changed: typeof rule) => onChange({ parameters: { ...parameters, affairs: changed } });
  const toggle = (code: string) => (rule?.basic.includes(code) ? rule.basic.filter((one) => one !== code) : [...(rule?.basic ?? []), code]);
  return (
    <div className={styles.form}>
      <Checkbox
        label={t("indexForm.affairsRule")}
        checked={rule !== null}
        onChange={(event) => set(event.currentTarget.checked ? { basic: affairs.slice(0, 1).map(({ code }) => code), atLeast: 1 } : null)}
      />
      {rule === null ? null : (
        <>
          <WholeField
            id={`${AT}-affairs-atLeast`}
            label={t("indexForm.atLeast")}
            min={0}
            value={rule.atLeast}
            onChange={(atLeast) => set({ ...rule, atLeast })}
          />
          <fieldset className={styles.card} id={`${AT}-affairs-basic`}>
            <legend>{t("indexForm.basic")}</legend>
            <div className={styles.checks}>
              {affairs.map(({ code, names }) => (
                <Checkbox
                  key={code}
                  label={format.text(names)}
                  checked={rule.basic.includes(code)}
                  onChange={() => set({ ...rule, basic: toggle(code) })}
                />
              ))}
            </div>
          </fieldset>
        </>
      )}
    </div>
  );
}
