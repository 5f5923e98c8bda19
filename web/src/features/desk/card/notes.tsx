import { LIMITS } from "@isonga/schema/limits";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { NoteName } from "../../../lib/judging/known-card.ts";
import type { OpenCard } from "../open-card.ts";
import styles from "./card.module.css";
import { ConflictChoice } from "./conflict-choice.tsx";
import { DraftArea } from "./draft-area.tsx";

/** The judge's own note, always at hand at the top of the card. `n` leads to it. */
export function PrivateNote({ open }: { readonly open: OpenCard }): ReactElement {
  return (
    <div className={styles.pinned}>
      <Note open={open} note="PRIVATE" />
    </div>
  );
}

/** What is said to the applicant and, apart from it, to the panel. */
export function Comments({ open }: { readonly open: OpenCard }): ReactElement {
  return (
    <div className={styles.comments}>
      <Note open={open} note="TO_APPLICANT" />
      <Note open={open} note="TO_PANEL" />
    </div>
  );
}

/** Where the private note is written. */
export const PRIVATE_NOTE_ID = "desk-note-PRIVATE";

function Note({ open, note }: { readonly open: OpenCard; readonly note: NoteName }): ReactElement {
  const { t } = useTranslation("desk");
  const name = `note ${note}` as const;
  return (
    <div>
      <DraftArea
        id={`desk-note-${note}`}
        label={t(`note.${note}`)}
        help={t(`note.${note}Help`)}
        most={LIMITS.descriptionLength}
        disabled={!open.canMark}
        source={{
          key: `${open.kept.card.id} ${name}`,
          value: open.view.items[name]?.comment ?? "",
          version: () => open.work.version(name),
          write: (text, version) => open.work.write(name, { comment: text }, version),
        }}
      />
      <ConflictChoice open={open} name={name} label={t(`note.${note}`)} />
    </div>
  );
}
