import { lazy, type ReactElement, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type Me, useMe } from "../../lib/session/me.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import styles from "./top-bar.module.css";

/** Who I am here, how the page looks, and the ways out. */
export function MeMenu(): ReactElement | null {
  const { t } = useTranslation("shell");
  const me = useMe();
  useEffect(fetchPanelSoon, []);
  if (!me) return null;
  return (
    <Disclosure
      className={styles.button}
      label={t("me.label", { name: me.name })}
      button={
        // Drawn, not written: the name is what the button is called.
        <span className={styles.initials} data-initials={initials(me)} />
      }
    >
      <div className={styles.who}>
        <div className={styles.whoName}>{me.name}</div>
        <div className={styles.whoEmail}>{me.email}</div>
      </div>
      <Suspense fallback={null}>
        <MePanel me={me} />
      </Suspense>
    </Disclosure>
  );
}

const MePanel = lazy(async () => ({ default: (await import("./me-panel.tsx")).MePanel }));

/** Once the first page stands, so that the menu opens whole, and without a network too. */
function fetchPanelSoon(): () => void {
  const timer = setTimeout(() => void import("./me-panel.tsx").catch(() => undefined), SOON_MS);
  return () => clearTimeout(timer);
}

const SOON_MS = 2_000;

function initials(me: Me): string {
  const words = me.name.split(/\s+/).filter((word) => word !== "");
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0).toUpperCase() ?? "").join("");
}
