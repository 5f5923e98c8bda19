import type { Language } from "@isonga/schema/languages";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TranslationFragment } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFailureWords } from "../../../lib/refusals/use-refusal-words.ts";
import { GrowingText } from "../../../ui/growing-text.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { SAVE_TRANSLATION } from "./translation-documents.ts";
import styles from "./translations.module.css";

/** A field of an entry with its original: what is translated, in which version. */
export type Original = { readonly field: string; readonly label: string; readonly text: string; readonly version: number };

/** One field: the original at the left, its translation at the right, with marks for a stale one and for a machine's. */
export function TranslationRow(props: {
  readonly entryId: string;
  readonly original: Original;
  readonly from: Language;
  readonly into: Language;
  readonly known: TranslationFragment | null;
  readonly onSaved: () => void;
}): ReactElement {
  const { t } = useTranslation("entries");
  const words = useFailureWords();
  const { original, known, into } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const save = useAct(SAVE_TRANSLATION);
  const text = typed ?? known?.text ?? "";
  const id = `translation-${original.field}`;
  const changed = typed !== null && typed !== known?.text;
  const act = async (): Promise<void> => {
    const input = {
      entryId: props.entryId,
      field: original.field,
      language: into,
      text,
      ofVersion: original.version,
      version: known?.version ?? 0,
    };
    if (!(await save.act({ input }))) return;
    setTyped(null);
    props.onSaved();
  };
  return (
    <section className={styles.row} aria-label={original.label}>
      <h2 className={styles.name}>{original.label}</h2>
      <div className={styles.side}>
        <p className={styles.head}>{t("translate.original")}</p>
        <p className={styles.text} lang={props.from}>
          {original.text}
        </p>
      </div>
      <div className={styles.side}>
        <label className={styles.head} htmlFor={id}>
          {t("translate.yours")}
        </label>
        <GrowingText id={id} lang={into} minRows={3} maxRows={20} value={text} onChange={(event) => setTyped(event.currentTarget.value)} />
        <div className={styles.foot}>
          <Mark known={known} />
          {changed || known?.stale ? (
            <Button size="sm" loading={save.busy} disabled={text.trim() === ""} onClick={() => void act()}>
              {t("translate.save")}
            </Button>
          ) : null}
        </div>
        {save.failure ? <Notice kind="problem" title={words(save.failure)} /> : null}
      </div>
    </section>
  );
}

function Mark({ known }: { readonly known: TranslationFragment | null }): ReactElement {
  const { t } = useTranslation("entries");
  if (!known) return <StateBadge kind="draft" word={t("translate.none")} />;
  if (known.stale) return <StateBadge kind="problem" word={t("translate.stale")} />;
  if (known.origin === "MACHINE") return <StateBadge kind="waiting" word={t("translate.machine")} />;
  return <StateBadge kind="saved" word={t("translate.human")} />;
}
