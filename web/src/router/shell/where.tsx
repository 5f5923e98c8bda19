import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../lib/session/me.ts";
import styles from "./nav.module.css";

/** Where the person works: the areas, agencies and rounds in which their roles hold. */
export function Where(): ReactElement | null {
  const { t } = useTranslation("shell");
  const places = useMe()?.worksAt;
  if (!places) return null;
  const others = places.length - MOST;
  return (
    <div className={styles.where}>
      <div className={styles.whereLabel}>{t("where")}</div>
      {places.length === 0 ? <div>{t("everywhere")}</div> : null}
      {places.slice(0, MOST).map((place) => (
        <div key={place}>{place}</div>
      ))}
      {others > 0 ? <div className={styles.whereLabel}>{t("whereMore", { count: others })}</div> : null}
    </div>
  );
}

const MOST = 3;
