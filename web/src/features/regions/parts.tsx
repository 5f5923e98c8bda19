import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import type { Sides } from "./overview.tsx";
import styles from "./region.module.css";
import type { IndexSide, Rules } from "./region.query.ts";

type Part = { readonly key: "SPD" | "MATURITY" | "COUNT"; readonly of: (side: IndexSide) => string; readonly most: string };

/** The three parts of the index, verified above claimed, each as a bar of the most it can be. */
export function Parts({ rules, sides }: { readonly rules: Rules; readonly sides: Sides }): ReactElement {
  const { t } = useTranslation("regions");
  const format = useFormat();
  const parts: readonly Part[] = [
    { key: "SPD", of: ({ spd }) => spd, most: rules.regionalMaximum },
    { key: "MATURITY", of: ({ maturityPart }) => maturityPart, most: rules.maturityMaximum },
    { key: "COUNT", of: ({ count }) => count, most: rules.countMaximum },
  ];
  const { verified } = sides;
  return (
    <>
      <ul className={styles.parts}>
        {parts.map((part, index) => (
          <PartBars key={part.key} part={part} series={index + 1} sides={sides} />
        ))}
      </ul>
      <p className={styles.quiet}>
        {t("parts.counted", { count: verified.innovations, mean: format.decimal(verified.meanMaturity, 2) })}
        {rules.parameters.basicAffairsAtLeast === null
          ? null
          : ` ${t("parts.affairs", { covered: verified.basicAffairs, needed: rules.parameters.basicAffairsAtLeast })}`}
      </p>
    </>
  );
}

function PartBars({ part, series, sides }: { readonly part: Part; readonly series: number; readonly sides: Sides }): ReactElement {
  const { t } = useTranslation("regions");
  const format = useFormat();
  const { most, of } = part;
  const share = (value: string) => ({ inlineSize: `${Math.min(100, (Number(value) / Math.max(Number(most), 0.01)) * 100)}%` });
  return (
    <li className={styles.part}>
      <span className={styles.partName}>{t(`parts.${part.key}`)}</span>
      {(["verified", "claimed"] as const).map((kind) => {
        const value = of(sides[kind]);
        return (
          <span key={kind} className={styles.partLine}>
            <span className={styles.partBar} aria-hidden="true">
              <span className={styles.partFill} data-series={series} data-kind={kind} style={share(value)} />
            </span>
            <span className={styles.partValue}>
              {t(`parts.value.${kind}`, { value: format.decimal(value, 2), most: format.decimal(most, 2) })}
            </span>
          </span>
        );
      })}
    </li>
  );
}
