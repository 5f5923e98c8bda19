import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { Disclosure, disclosureItem } from "../../ui/disclosure.tsx";
import { Icon } from "../../ui/icons.tsx";
import styles from "./nav.module.css";
import { useNav } from "./use-nav.ts";

/** The navigation under the page, on phones: at most five places, the fifth being all the others. */
export function BottomBar(): ReactElement {
  const { t } = useTranslation("shell");
  const links = useNav();
  const first = links.filter((link) => link.bar === true).slice(0, 4);
  const others = links.filter((link) => !first.includes(link));
  return (
    <nav aria-label={t("navigation")} className={styles.bottom}>
      {first.map((link) => (
        <NavLink key={link.to} to={link.to} end={link.icon === "home"} className={styles.tab}>
          <Icon name={link.icon} size={22} />
          <span className={styles.tabWords}>{link.shortWords}</span>
        </NavLink>
      ))}
      {others.length === 0 ? null : (
        <Disclosure
          above
          className={styles.tab}
          button={
            <>
              <Icon name="more" size={22} />
              <span className={styles.tabWords}>{t("more")}</span>
            </>
          }
        >
          {others.map((link) => (
            <NavLink key={link.to} to={link.to} className={disclosureItem}>
              <Icon name={link.icon} />
              {link.words}
            </NavLink>
          ))}
        </Disclosure>
      )}
    </nav>
  );
}
