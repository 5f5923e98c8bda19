import { type ReactElement, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import { LanguageLinks } from "../../lib/i18n/language-links.tsx";
import { SkeletonLines } from "../../ui/page.tsx";
import styles from "./open-frame.module.css";

/** The frame of pages for who is not signed in: the name, the page, the languages. */
export function Component(): ReactElement {
  const { t } = useTranslation("common");
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <span className={styles.product}>
          <span className={styles.mark} aria-hidden="true" />
          {t("product")}
        </span>
        <LanguageLinks />
      </header>
      <main className={styles.main}>
        <Suspense fallback={<SkeletonLines />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
