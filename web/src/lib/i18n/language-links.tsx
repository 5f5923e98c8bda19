import { LANGUAGE_NAMES, LANGUAGES } from "@isonga/schema/languages";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { useLanguage } from "../../ui/use-format.ts";
import { inLanguage, noteChosenByHand } from "./language-choice.ts";
import styles from "./language-links.module.css";

/** The three languages, each named in itself; each leads to this very page in it. */
export function LanguageLinks(): ReactElement {
  const { t } = useTranslation("common");
  const location = useLocation();
  const current = useLanguage();
  return (
    <nav aria-label={t("language")} className={styles.links}>
      {LANGUAGES.map((language) => (
        <Link
          key={language}
          lang={language}
          hrefLang={language}
          to={inLanguage(language, location)}
          replace
          preventScrollReset
          onClick={noteChosenByHand}
          aria-current={language === current ? "true" : undefined}
          className={styles.link}
        >
          {LANGUAGE_NAMES[language]}
        </Link>
      ))}
    </nav>
  );
}
