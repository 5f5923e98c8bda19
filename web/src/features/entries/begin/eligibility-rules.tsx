import type { EligibilityRules as Rules } from "@isonga/schema/entry-eligibility";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "../entries.module.css";

/** Who may enter, in sentences, before anything is typed. */
export function EligibilityRules(props: {
  readonly rules: Rules;
  readonly affairs: readonly { readonly code: string; readonly name: string }[];
}): ReactElement {
  const { t } = useTranslation("entries");
  const sentences = useSentences(props.rules, props.affairs);
  if (sentences.length === 0) return <p className={styles.help}>{t("begin.free")}</p>;
  return (
    <ul className={styles.rules}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function useSentences(rules: Rules, affairs: readonly { readonly code: string; readonly name: string }[]): readonly string[] {
  const { t } = useTranslation("entries");
  const format = useFormat();
  const { window, maxEntries } = rules;
  const day = (text: string): string => format.date(`${text}T00:00:00Z`, { timeZone: "UTC" });
  const stages = rules.stages.map((stage) =>
    stage === "INITIATIVE" || stage === "TRIAL" || stage === "APPLIED" ? t(`begin.stage.${stage}`) : stage,
  );
  const named = rules.affairs.map((code) => affairs.find((affair) => affair.code === code)?.name ?? code);
  return [
    ...(window ? [t(`begin.window.${window.basis}`, { from: day(window.from), to: day(window.to) })] : []),
    ...(stages.length > 0 ? [t("begin.stages", { names: stages })] : []),
    ...(named.length > 0 ? [t("begin.affairs", { names: named })] : []),
    ...(rules.minDesignWords > 0 ? [t("begin.words", { count: rules.minDesignWords })] : []),
    ...(maxEntries === undefined ? [] : [t("begin.times", { count: maxEntries })]),
    ...rules.barredPrizes.map(({ prize, places }) => t("begin.prize", { prize, place: places })),
    ...(rules.uniqueTitles ? [t("begin.titles")] : []),
  ];
}
