import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../ui/page.tsx";
import { useLanguage } from "../../../ui/use-format.ts";
import styles from "../judging.module.css";
import own from "./paper.module.css";
import type { PaperStage } from "./paper.query.ts";

/** Each judge's sheets as one document to print, in the reader's language. */
export function PrintSheets({ stage }: { readonly stage: PaperStage }): ReactElement {
  const { t } = useTranslation("judging");
  const language = useLanguage();
  return (
    <Section title={t("paper.print")}>
      <p className={styles.quiet}>{t("paper.printLead")}</p>
      <ul className={own.prints}>
        {stage.judges.map(({ id, code, sheets }) => (
          <li key={id}>
            <a className={styles.link} href={`/print/judging/${stage.id}/${id}.pdf?language=${language}`} target="_blank" rel="noreferrer">
              {t("paper.printOf", { judge: code, count: sheets })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
