import { Checkbox, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import { OrderedList } from "../ordered-list.tsx";
import styles from "../rounds.module.css";
import type { EligibilityPart } from "./eligibility-editor.tsx";
import { Fold } from "./fold.tsx";
import { WholeField } from "./whole-field.tsx";

const AT = "definition-eligibility";

/** The affairs that may enter. One that the catalogue does not have is shown by its code, so that it can be taken out. */
export function EligibleAffairs({ definition: { affairs, eligibility }, onChange }: EligibilityPart): ReactElement {
  const { t } = useTranslation("rounds");
  const format = useFormat();
  const chosen = eligibility.affairs;
  const known = new Set(affairs.map(({ code }) => code));
  const all = [...affairs, ...chosen.filter((code) => !known.has(code)).map((code) => ({ code, names: { en: code } }))];
  const toggle = (code: string): void => {
    const changed = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
    onChange({ eligibility: { ...eligibility, affairs: changed } });
  };
  return (
    <Fold line={chosen.length === 0 ? t("eligibility.allAffairs") : t("eligibility.affairs", { count: chosen.length })}>
      <fieldset className={styles.choice} id={`${AT}-affairs`}>
        <legend>{t("eligibility.affairsOf")}</legend>
        <div className={styles.checks}>
          {all.map(({ code, names }) => (
            <Checkbox
              key={code}
              {...(chosen.includes(code) ? { id: `${AT}-affairs-${chosen.indexOf(code)}` } : {})}
              label={format.text(names)}
              checked={chosen.includes(code)}
              onChange={() => toggle(code)}
            />
          ))}
        </div>
      </fieldset>
    </Fold>
  );
}

/** Prizes of earlier rounds whose winners may not enter again. */
export function BarredPrizes({ definition: { eligibility }, onChange }: EligibilityPart): ReactElement {
  const { t } = useTranslation("rounds");
  const { barredPrizes } = eligibility;
  return (
    <Fold line={barredPrizes.length === 0 ? t("eligibility.noneBarred") : t("eligibility.barred", { count: barredPrizes.length })}>
      <p className={styles.note}>{t("eligibility.barredHint")}</p>
      <OrderedList
        items={barredPrizes}
        onChange={(changed) => onChange({ eligibility: { ...eligibility, barredPrizes: changed } })}
        nameOf={({ prize }, index) => prize || t("instrument.prize", { number: index + 1 })}
        add={{ words: t("instrument.addPrize"), item: () => ({ prize: "", places: 1 }) }}
      >
        {(barred, index, change) => (
          <div className={styles.pair}>
            <TextInput
              id={`${AT}-barredPrizes-${index}-prize`}
              label={t("eligibility.prizeCode")}
              value={barred.prize}
              onChange={(event) => change({ ...barred, prize: event.currentTarget.value })}
            />
            <WholeField
              id={`${AT}-barredPrizes-${index}-places`}
              label={t("eligibility.prizePlaces")}
              min={1}
              value={barred.places}
              onChange={(places) => change({ ...barred, places })}
            />
          </div>
        )}
      </OrderedList>
    </Fold>
  );
}
