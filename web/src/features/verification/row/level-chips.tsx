import { type ReactElement, useId } from "react";
import { useTranslation } from "react-i18next";
import styles from "../verification.module.css";
import type { VerificationRow } from "../verification-documents.ts";

/** Levels 0 to 3 with their own texts, one to be chosen; the claimed one is marked. */
export function LevelChips(props: {
  readonly row: VerificationRow;
  readonly level: number | null;
  readonly onSay: (level: number) => void;
}): ReactElement {
  const { row, level, onSay } = props;
  const { t } = useTranslation("verification");
  const name = useId();
  const texts = [t("none"), ...row.levels].map((text, each) => ({ text, each }));
  return (
    <fieldset className={styles.choice} disabled={!row.canSay}>
      <legend className={styles.legend}>{t("level")}</legend>
      {row.evidence === 0 ? <p className={styles.noProof}>{t("noProof")}</p> : null}
      {texts.map(({ text, each }) => (
        <label key={each} className={styles.option} data-chosen={(row.canSay ? level : row.verified) === each}>
          <input
            type="radio"
            name={name}
            value={each}
            checked={(row.canSay ? level : row.verified) === each}
            disabled={each > 0 && row.evidence === 0}
            onChange={() => onSay(each)}
          />
          <span className={styles.digit}>{each}</span>
          <span>
            {text}
            {row.claimed === each && each > 0 ? <span className={styles.claimedHere}>{t("claimedHere")}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
