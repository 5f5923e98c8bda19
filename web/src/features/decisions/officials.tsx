import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import styles from "./decisions.module.css";
import type { Tray, Winner } from "./decisions.query.ts";
import { fullName, wayTo } from "./use-tray.ts";

/** The officials recognised with each staged winner, by role and name. */
export function Officials({ tray }: { readonly tray: Tray }): ReactElement {
  const { t } = useTranslation("decisions");
  const areas = winnersOf(tray);
  if (areas.length === 0) return <EmptyState what={t("officials.empty")} />;
  return (
    <ul className={styles.winners}>
      {areas.map((area) => {
        const names = tray.roles.flatMap(({ code, name: role }) =>
          tray.recognitions
            .filter((entry) => entry.subjectId === area.id && entry.role === code)
            .map(({ personName: name }) => t("publish.official", { name, role })),
        );
        return (
          <li key={area.id} className={styles.winner}>
            <span className={styles.who}>
              <strong>{area.name}</strong>
              <span className={styles.quiet}>{wayTo(area)}</span>
            </span>
            <span className={styles.names}>{names.length === 0 ? t("officials.none") : names.join(" · ")}</span>
            {tray.viewerCan.decide ? (
              <Button
                component={Link}
                to={`officials/${area.id}`}
                preventScrollReset
                variant="subtle"
                aria-label={t("officials.editLabel", { name: fullName(area) })}
              >
                {t("officials.edit")}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function winnersOf(tray: Tray): readonly Winner["decision"]["area"][] {
  const areas = tray.prizes.flatMap(({ winners }) => winners.map(({ decision }) => decision.area));
  return areas.filter((area, index) => areas.findIndex(({ id }) => id === area.id) === index);
}
