import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { KnownEntry } from "../../../lib/entries/known-entry.ts";
import { EvidenceList } from "../../../lib/evidence/evidence-list.tsx";
import styles from "../entries.module.css";

/** The files and links that prove a row, or belong to a field. They need the server, so a draft that only this device has must wait. */
export function EvidenceSlot(props: {
  readonly entry: KnownEntry;
  readonly indicator?: string;
  readonly field?: string;
  readonly readOnly: boolean;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTranslation("entries");
  const { entry, onChange, ...slot } = props;
  if (entry.local) return <p className={styles.help}>{t("claim.evidenceLater")}</p>;
  const known = entry.evidence[slot.indicator ?? slot.field ?? ""] ?? 0;
  return <EvidenceList entryId={entry.id} {...slot} onCount={(count) => (count === known ? undefined : onChange())} />;
}
