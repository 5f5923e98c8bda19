import type { CSSProperties, ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./index-scale.module.css";
import type { Rules } from "./region.query.ts";

export type IndexScaleProps = {
  readonly rules: Rules;
  readonly verified: string;
  readonly claimed: string;
};

/** The way from 0 to 100 with its categories, and where the two indices lie on it; read out as a sentence. */
export function IndexScale({ rules, verified, claimed }: IndexScaleProps): ReactElement {
  const { t } = useTranslation("regions");
  const format = useFormat();
  const bands = bandsOf(rules);
  return (
    <figure className={styles.scale}>
      <div
        className={styles.track}
        role="img"
        aria-label={t("scale.label", { verified: format.decimal(verified, 2), claimed: format.decimal(claimed, 2) })}
      >
        {bands.map(({ code, from, to }, index) => (
          <span key={code} className={styles.band} data-step={Math.min(index, 3)} style={placed(from, to - from)} />
        ))}
        <span className={styles.pin} data-kind="claimed" style={placed(Number(claimed))} />
        <span className={styles.pin} data-kind="verified" style={placed(Number(verified))} />
      </div>
      <figcaption className={styles.bands}>
        {bands.map(({ code, name, from }, index) => (
          <span key={code} className={styles.bandName}>
            <span className={styles.swatch} data-step={Math.min(index, 3)} aria-hidden="true" />
            {t("scale.from", { name, from: format.decimal(String(from)) })}
          </span>
        ))}
        <span className={styles.bandName}>
          <span className={styles.pinKey} data-kind="verified" aria-hidden="true" />
          {t("verified")}
        </span>
        <span className={styles.bandName}>
          <span className={styles.pinKey} data-kind="claimed" aria-hidden="true" />
          {t("claimed")}
        </span>
      </figcaption>
    </figure>
  );
}

/** The categories from the lowest up, each to where the next begins. */
function bandsOf({ parameters }: Rules) {
  const rising = [...parameters.categories].sort((a, b) => Number(a.from) - Number(b.from));
  return rising.map(({ code, name, from }, index) => ({ code, name, from: Number(from), to: Number(rising[index + 1]?.from ?? 100) }));
}

function placed(from: number, width?: number): CSSProperties {
  return { insetInlineStart: `${from}%`, ...(width === undefined ? {} : { inlineSize: `${width}%` }) };
}
