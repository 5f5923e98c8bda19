import { Checkbox, NumberInput, SegmentedControl } from "@mantine/core";
import { type ReactElement, useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import region from "./region.module.css";
import type { Rules } from "./region.query.ts";
import styles from "./what-if.module.css";
import { hundredths, hundredthsText, type WhatIf } from "./what-if-model.ts";

export type WhatIfControlsProps = {
  readonly rules: Rules;
  readonly whatIf: WhatIf;
  readonly change: (part: Partial<WhatIf>) => void;
};

/** What can be tried out: the number of innovations, their mean maturity, the basic affairs, the region's own rows. */
export function WhatIfControls({ rules, whatIf, change }: WhatIfControlsProps): ReactElement {
  const { t } = useTranslation("regions");
  const { cap, basicAffairs, basicAffairsAtLeast } = rules.parameters;
  return (
    <div className={styles.controls}>
      <Slid
        label={t("whatIf.innovations")}
        value={whatIf.innovations}
        most={Math.max(cap, whatIf.innovations)}
        step={1}
        change={(value) => change({ innovations: Math.round(value) })}
      />
      <Slid
        label={t("whatIf.mean")}
        value={Number(whatIf.mean)}
        most={Number(rules.maturityMaximum)}
        step={0.5}
        places={2}
        change={(value) => change({ mean: hundredthsText(hundredths(String(value))) })}
      />
      {basicAffairsAtLeast === null ? null : (
        <fieldset className={styles.affairs}>
          <legend>{t("whatIf.affairs", { needed: basicAffairsAtLeast })}</legend>
          {basicAffairs.map(({ code, name }) => (
            <Checkbox
              key={code}
              label={name}
              checked={whatIf.affairs.includes(code)}
              onChange={({ currentTarget }) =>
                change({
                  affairs: currentTarget.checked ? [...whatIf.affairs, code] : whatIf.affairs.filter((other) => other !== code),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <OwnRows rules={rules} whatIf={whatIf} change={change} />
    </div>
  );
}

type SlidProps = {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly step: number;
  readonly places?: number;
  readonly change: (value: number) => void;
};

/** A figure to slide or to type. */
function Slid({ label, value, most, step, places = 0, change }: SlidProps): ReactElement {
  const { language } = useFormat();
  const id = useId();
  return (
    <div className={styles.slid}>
      <label htmlFor={id}>{label}</label>
      <input
        className={styles.range}
        type="range"
        min={0}
        max={most}
        step={step}
        value={value}
        aria-label={label}
        onChange={({ currentTarget }) => change(Number(currentTarget.value))}
      />
      <NumberInput
        id={id}
        className={styles.number}
        value={value}
        min={0}
        max={most}
        step={step}
        decimalScale={places}
        decimalSeparator={language === "id" ? "," : "."}
        allowNegative={false}
        clampBehavior="strict"
        onChange={(typed) => change(Number(typed) || 0)}
      />
    </div>
  );
}

function OwnRows({ rules, whatIf, change }: WhatIfControlsProps): ReactElement {
  const { t } = useTranslation("regions");
  const format = useFormat();
  return (
    <details className={styles.own}>
      <summary>{t("whatIf.own", { count: rules.regional.length })}</summary>
      <ul className={styles.rows}>
        {rules.regional.map(({ code, name, weight, levels }) => {
          const level = whatIf.levels[code] ?? 0;
          const text = levels.find((entry) => entry.level === level)?.text ?? t("whatIf.levelNone");
          return (
            <li key={code} className={styles.row}>
              <span>
                {name} <span className={region.quiet}>{t("whatIf.weight", { weight: format.decimal(weight) })}</span>
              </span>
              <SegmentedControl
                size="sm"
                aria-label={name}
                value={String(level)}
                data={["0", "1", "2", "3"]}
                onChange={(value) => change({ levels: { ...whatIf.levels, [code]: Number(value) } })}
              />
              <span className={region.quiet}>{text}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
