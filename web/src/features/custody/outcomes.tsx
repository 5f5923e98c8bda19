import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useRefusalWords } from "../../lib/refusals/use-refusal-words.ts";
import type { BulkOutcome } from "./bulk-target.ts";
import styles from "./custody-pages.module.css";

/** What an act on many would do: how many, who is written to, which are left out and why. */
export function Outcomes({ outcomes }: { readonly outcomes: readonly BulkOutcome[] }): ReactElement {
  const { t } = useTranslation("custody");
  const words = useRefusalWords();
  const able = outcomes.filter(({ refusal }) => refusal === null);
  const left = outcomes.flatMap(({ id, title, refusal }) => (refusal === null ? [] : [{ id, title, refusal }]));
  const recipients = [...new Set(able.flatMap((outcome) => outcome.recipients))];
  return (
    <section className={styles.stack} aria-label={t("bulk.preview")}>
      <p className={styles.strong}>{able.length === 0 ? t("bulk.nothing") : t("bulk.able", { count: able.length })}</p>
      {recipients.length > 0 ? <p className={styles.text}>{t("bulk.writes", { names: recipients })}</p> : null}
      {left.length > 0 ? (
        <>
          <p className={styles.strong}>{t("bulk.left", { count: left.length })}</p>
          <ul className={styles.left}>
            {left.map(({ id, title, refusal }) => (
              <li key={id}>{t("bulk.outcome", { title: title ?? t("bulk.unseen"), why: words(refusal) })}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
