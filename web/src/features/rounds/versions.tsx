import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import styles from "./rounds.module.css";
import type { RoundParts } from "./use-round.ts";

/** The versions of a round's instrument, the newest first, each with why and who. */
export function Versions({ round }: { readonly round: RoundParts }): ReactElement {
  const { t } = useTranslation("rounds");
  return (
    <ul className={styles.versions}>
      {round.instrumentVersions.map(({ id, number, reason, createdBy, createdAt }) => (
        <li key={id}>
          <p>
            <strong>{t("method.version", { number })}</strong> ·{" "}
            {t("versions.by", { who: createdBy ?? t("versions.operator"), day: createdAt })}
          </p>
          <p>{reason ?? t("versions.first")}</p>
        </li>
      ))}
    </ul>
  );
}
