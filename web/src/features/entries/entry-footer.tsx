import { UnstyledButton } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { EntryCheck } from "../../lib/entries/entry-check.ts";
import type { EntryView } from "../../lib/entries/entry-view.ts";
import type { KnownEntry } from "../../lib/entries/known-entry.ts";
import { outbox } from "../../lib/offline/outbox.ts";
import { SaveState } from "../../ui/save-state.tsx";
import styles from "./entries.module.css";

/** The one state of saving, what is still missing for submission, and the page's one act. */
export function EntryFooter(props: {
  readonly entry: KnownEntry;
  readonly view: EntryView;
  readonly check: EntryCheck;
  readonly onMissing: () => void;
  readonly children?: ReactNode;
}): ReactElement | null {
  const { t } = useTranslation("entries");
  const { entry, view, check } = props;
  if (!entry.canEdit) return props.children ? <footer className={styles.footer}>{props.children}</footer> : null;
  const missing = check.problems.length;
  return (
    <footer className={styles.footer}>
      <SaveState state={view.saving} retry={() => outbox.retry()} />
      {missing === 0 ? (
        <span>{t("missing.none")}</span>
      ) : (
        <UnstyledButton className={styles.missing} onClick={props.onMissing}>
          {t("missing.count", { count: missing })}
        </UnstyledButton>
      )}
      {props.children}
    </footer>
  );
}
