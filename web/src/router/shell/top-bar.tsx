import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Icon } from "../../ui/icons.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import { LanguageMenu } from "./language-menu.tsx";
import { MeMenu } from "./me-menu.tsx";
import { SearchBox } from "./search-box.tsx";
import styles from "./top-bar.module.css";

/** The top of every page: home, search, language, help, me. */
export function TopBar(): ReactElement {
  const { t } = useTranslation(["shell", "common"]);
  const language = useLanguage();
  return (
    <header className={styles.top}>
      <Link to={`/${language}/app`} className={styles.product} aria-label={t("common:product")}>
        <span className={styles.mark} aria-hidden="true" />
        <span className={styles.name} aria-hidden="true">
          {t("common:product")}
        </span>
      </Link>
      <SearchBox />
      <div className={styles.tools}>
        <LanguageMenu />
        <Link to={`/${language}/app/help`} className={`${styles.button} ${styles.help}`} aria-label={t("help")}>
          <Icon name="help" size={22} />
        </Link>
        <MeMenu />
      </div>
    </header>
  );
}
