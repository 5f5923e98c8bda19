import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useOnline } from "../../lib/online/online.ts";
import { Icon } from "../../ui/icons.tsx";
import styles from "./network-strip.module.css";

/** Appears under the top only while the server is out of reach. */
export function NetworkStrip(): ReactElement {
  const { t } = useTranslation("shell");
  const online = useOnline();
  return (
    <div role="status">
      {online ? null : (
        <p className={styles.strip}>
          <Icon name="offline" />
          {t("offline")}
        </p>
      )}
    </div>
  );
}
