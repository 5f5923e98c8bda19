import { LANGUAGE_NAMES } from "@isonga/schema/languages";
import { Button } from "@mantine/core";
import { type ReactElement, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EntryFeedbackQuery } from "../../../gql/graphql.ts";
import { useLanguage } from "../../../ui/use-format.ts";
import styles from "../judging.module.css";

/** A comment that a judge meant for the applicant. */
export type Comment = NonNullable<EntryFeedbackQuery["entryFeedback"]>["stages"][number]["comments"][number];

/** A comment in the reader's language where it was translated, with what it is a translation of; else as it was written. */
export function ToldComment({ comment }: { readonly comment: Comment }): ReactElement {
  const { t } = useTranslation("judging");
  const mine = useLanguage();
  const { text, language, translatedBy, stale, originalLanguage } = comment;
  return (
    <div className={styles.told}>
      <blockquote className={styles.quote} lang={language}>
        {text}
      </blockquote>
      {translatedBy ? (
        <p className={styles.quiet}>{t(`feedback.translated.${translatedBy}`, { language: LANGUAGE_NAMES[originalLanguage] })}</p>
      ) : null}
      {stale ? <p className={styles.quiet}>{t("feedback.stale")}</p> : null}
      {language !== mine ? <p className={styles.quiet}>{t("feedback.untranslated", { language: LANGUAGE_NAMES[language] })}</p> : null}
      {translatedBy ? <Original comment={comment} /> : null}
    </div>
  );
}

/** What the judge wrote, when it is asked for: that is what binds. */
function Original({ comment: { original, originalLanguage } }: { readonly comment: Comment }): ReactElement {
  const { t } = useTranslation("judging");
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <>
      <div>
        <Button size="sm" variant="default" aria-expanded={shown} aria-controls={shown ? id : undefined} onClick={() => setShown(!shown)}>
          {t(shown ? "feedback.hideOriginal" : "feedback.showOriginal")}
        </Button>
      </div>
      {shown ? (
        <blockquote id={id} className={styles.quote} lang={originalLanguage}>
          {original}
        </blockquote>
      ) : null}
    </>
  );
}
