import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { KeptEntry } from "../../lib/entries/entry-store.ts";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./entries.module.css";
import { STATE_KINDS } from "./entry-states.ts";

/** Where an entry belongs and stands: office, round, state, deadline, and how old what is shown is. */
export function EntryFacts({ known }: { readonly known: KeptEntry }): ReactElement {
  const { t } = useTranslation("entries");
  const format = useFormat();
  const { entry, keptAt } = known;
  const { closesAt, timeZone } = entry.round;
  return (
    <div className={styles.facts}>
      <StateBadge kind={STATE_KINDS[entry.state]} word={t(`states.${entry.state}`)} />
      <span>{entry.agency ? t("facts.office", { office: entry.agency.name, place: entry.place.name }) : entry.place.name}</span>
      <span>{entry.round.name}</span>
      {closesAt && entry.canEdit ? (
        <span>{t("facts.until", { moment: format.dateTime(closesAt, { timeZone, showZone: true }) })}</span>
      ) : null}
      {keptAt ? <span>{t("kept", { moment: format.dateTime(keptAt) })}</span> : null}
    </div>
  );
}
