import { LANGUAGE_NAMES, type Language } from "@isonga/schema/languages";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TranslationFragment } from "../../gql/graphql.ts";
import { GrowingText } from "../../ui/growing-text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import type { Failure } from "../refusals/failure.ts";
import { useFailureWords } from "../refusals/use-refusal-words.ts";
import styles from "./translations.module.css";

/** What is translated: its id on the page, its name, its words, their language and their version. */
export type Original = {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly language: Language;
  readonly version: number;
};

/** What came of saving: kept, or not because of somebody else's newer translation. */
export type Kept = { readonly conflict: { readonly text: string; readonly madeBy: string | null } | null };

/** One text: the original at the left, its translation at the right, with marks for a stale one and for a machine's. Wants the phrases "entries". */
export function TranslationRow(props: {
  readonly original: Original;
  readonly into: Language;
  readonly known: TranslationFragment | null;
  readonly readOnly?: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Saves what was typed in place of version `version`, 0 for none; null when it failed. */
  readonly onSave: (text: string, version: number) => Promise<Kept | null>;
}): ReactElement {
  const { t } = useTranslation("entries");
  const words = useFailureWords();
  const { original, known, into } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Kept["conflict"]>(null);
  const text = typed ?? known?.text ?? "";
  const id = `translation-${original.id}`;
  const changed = typed !== null && typed !== known?.text;
  const save = async (): Promise<void> => {
    const kept = await props.onSave(text, known?.version ?? 0);
    if (!kept) return;
    setConflict(kept.conflict);
    if (kept.conflict === null) setTyped(null);
  };
  return (
    <section className={styles.row} aria-label={original.label}>
      <h2 className={styles.name}>{original.label}</h2>
      <div className={styles.side}>
        <p className={styles.head}>{t("translate.originalIn", { language: LANGUAGE_NAMES[original.language] })}</p>
        <p className={styles.text} lang={original.language}>
          {original.text}
        </p>
      </div>
      <div className={styles.side}>
        <label className={styles.head} htmlFor={id}>
          {t("translate.yours")}
        </label>
        <GrowingText
          id={id}
          lang={into}
          minRows={3}
          maxRows={20}
          readOnly={props.readOnly ?? false}
          value={text}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={styles.foot}>
          <Mark known={known} />
          {!props.readOnly && (changed || known?.stale) ? (
            <Button size="sm" loading={props.busy} disabled={text.trim() === ""} onClick={() => void save()}>
              {t("translate.save")}
            </Button>
          ) : null}
        </div>
        {conflict ? <Conflict conflict={conflict} into={into} /> : null}
        {props.failure ? <Notice kind="problem" title={words(props.failure)} /> : null}
      </div>
    </section>
  );
}

/** What somebody else saved meanwhile: saving again puts one's own words in its place. */
function Conflict({ conflict, into }: { readonly conflict: NonNullable<Kept["conflict"]>; readonly into: Language }): ReactElement {
  const { t } = useTranslation("entries");
  return (
    <Notice kind="problem" title={t("translate.conflict")}>
      <p className={styles.text} lang={into}>
        {conflict.text}
      </p>
      {conflict.madeBy ? <p className={styles.head}>{conflict.madeBy}</p> : null}
    </Notice>
  );
}

function Mark({ known }: { readonly known: TranslationFragment | null }): ReactElement {
  const { t } = useTranslation("entries");
  if (!known) return <StateBadge kind="draft" word={t("translate.none")} />;
  if (known.stale) return <StateBadge kind="problem" word={t("translate.stale")} />;
  if (known.origin === "MACHINE") return <StateBadge kind="waiting" word={t("translate.machine")} />;
  return <StateBadge kind="saved" word={t("translate.human")} />;
}
