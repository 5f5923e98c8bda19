import { LANGUAGE_NAMES, LANGUAGES } from "@isonga/schema/languages";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { inLanguage } from "../../lib/i18n/language-choice.ts";
import { keepMyLanguage } from "../../lib/session/my-language.ts";
import { Disclosure, disclosureItem } from "../../ui/disclosure.tsx";
import { Icon } from "../../ui/icons.tsx";
import { useLanguage } from "../../ui/use-format.ts";
import styles from "./top-bar.module.css";

/** The language of the page; another one shows this same page, with its query, in it, and is kept in the account. */
export function LanguageMenu(): ReactElement {
  const { t } = useTranslation("common");
  const location = useLocation();
  const current = useLanguage();
  return (
    <Disclosure
      className={styles.button}
      label={`${t("language")}: ${LANGUAGE_NAMES[current]}`}
      button={
        <>
          <Icon name="language" size={22} />
          <span className={styles.buttonWords}>{LANGUAGE_NAMES[current]}</span>
        </>
      }
    >
      {LANGUAGES.map((language) => (
        <Link
          key={language}
          className={disclosureItem}
          to={inLanguage(language, location)}
          replace
          preventScrollReset
          onClick={() => void keepMyLanguage(language)}
          lang={language}
          hrefLang={language}
          aria-current={language === current ? "true" : undefined}
        >
          <span>{LANGUAGE_NAMES[language]}</span>
          {language === current ? <Icon name="check" size={18} /> : null}
        </Link>
      ))}
    </Disclosure>
  );
}
