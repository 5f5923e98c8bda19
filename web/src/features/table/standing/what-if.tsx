import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../ui/page.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "../table.module.css";
import type { Table } from "../table.query.ts";
import type { Weights } from "./standing-rows.ts";

type WhatIfProps = {
  readonly criteria: Table["stage"]["rubric"]["criteria"];
  readonly weights: Weights;
  readonly onChange: (weights: Weights) => void;
};

/** Other weights, tried: nothing of it is sent or stored anywhere but in this page's address. */
export function WhatIf({ criteria, weights, onChange }: WhatIfProps): ReactElement {
  const { t } = useTranslation("table");
  const format = useFormat();
  const ranking = criteria.filter((criterion) => criterion.ranking);
  const most = Math.max(100, ...ranking.map(({ weight }) => Number(weight)));
  const put = (code: string, own: string, weight: string): void => {
    const { [code]: _before, ...others } = weights;
    onChange(Number(weight) === Number(own) ? others : { ...others, [code]: weight });
  };
  return (
    <Section
      title={t("whatIf.title")}
      actions={
        Object.keys(weights).length === 0 ? undefined : (
          <Button variant="default" onClick={() => onChange({})}>
            {t("whatIf.back")}
          </Button>
        )
      }
    >
      <p className={styles.sentence}>{t("whatIf.lead")}</p>
      <div className={styles.sliders}>
        {ranking.map(({ code, name, weight: own }) => {
          const weight = weights[code] ?? own;
          return (
            <label key={code} className={styles.slider}>
              <span className={styles.sliderHead}>
                <span>{name}</span>
                <span>
                  {weight === own
                    ? t("whatIf.as", { weight: format.decimal(weight) })
                    : t("whatIf.instead", { weight: format.decimal(weight), own: format.decimal(own) })}
                </span>
              </span>
              <input
                type="range"
                min={0}
                max={most}
                step={1}
                value={Number(weight)}
                onChange={(event) => put(code, own, event.currentTarget.value)}
              />
            </label>
          );
        })}
      </div>
    </Section>
  );
}
