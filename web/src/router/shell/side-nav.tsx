import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { Icon } from "../../ui/icons.tsx";
import styles from "./nav.module.css";
import { useNav } from "./use-nav.ts";
import { Where } from "./where.tsx";

/** The navigation beside the page, on wide screens. */
export function SideNav(): ReactElement {
  const { t } = useTranslation("shell");
  return (
    <nav aria-label={t("navigation")} className={styles.side}>
      <Where />
      <ul className={styles.list}>
        {useNav().map((link) => (
          <li key={link.to}>
            <NavLink to={link.to} end={link.icon === "home"} className={styles.entry}>
              <Icon name={link.icon} />
              {link.words}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
