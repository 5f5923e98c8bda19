import { isLanguage, LANGUAGE_NAMES } from "@isonga/schema/languages";
import { SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { KnownEntrySheet, KnownField } from "../../../lib/judging/known-card.ts";
import { useLanguage } from "../../../ui/use-format.ts";
import styles from "./entry-side.module.css";
import { EvidencePieces } from "./evidence-pieces.tsx";

/** An entry as its judge reads it: answers with their evidence, in the language it was written in or in another one. */
export function EntrySide(props: { readonly entry: KnownEntrySheet; readonly heading?: string }): ReactElement {
  const { t } = useTranslation("desk");
  const { entry } = props;
  const reader = useLanguage();
  const phone = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false }) ?? false;
  const languages = languagesOf(entry);
  const [chosen, setChosen] = useState(() => (languages.includes(reader) ? reader : entry.language));
  const place = [entry.agency, entry.jurisdiction].filter((part) => part !== null).join(", ");
  return (
    <div className={styles.entry}>
      <div className={styles.head}>
        <h2 className={styles.title}>{props.heading ?? entry.title ?? entry.reference}</h2>
        {place === "" ? null : <p className={styles.place}>{place}</p>}
        {languages.length > 1 ? (
          <SegmentedControl
            orientation={phone ? "vertical" : "horizontal"}
            aria-label={t("entry.in")}
            value={chosen}
            onChange={setChosen}
            data={languages.map((code) => ({
              value: code,
              label: code === entry.language ? t("entry.original", { language: nameOf(code) }) : nameOf(code),
            }))}
          />
        ) : null}
      </div>
      {entry.sections.map((section) => (
        <section key={section.code} className={styles.section} aria-label={section.title}>
          <h3 className={styles.sectionTitle}>{section.title}</h3>
          <dl className={styles.fields}>
            {section.fields.map((field) => (
              <Answer key={field.key} field={field} chosen={chosen} />
            ))}
          </dl>
          <EvidencePieces pieces={section.evidence} />
        </section>
      ))}
    </div>
  );
}

function Answer({ field, chosen }: { readonly field: KnownField; readonly chosen: string }): ReactElement {
  const { t } = useTranslation("desk");
  const translation = field.language === chosen ? undefined : field.translations.find(({ language }) => language === chosen);
  const isForeign = field.language !== null && field.language !== chosen && !translation;
  const notes = [
    translation?.origin === "MACHINE" ? t("entry.machine") : null,
    translation?.isStale ? t("entry.stale") : null,
    isForeign && field.value !== "" ? t("entry.untranslated") : null,
  ].filter((note) => note !== null);
  return (
    <div className={styles.field}>
      <dt className={styles.label}>{field.label}</dt>
      <dd className={styles.text} lang={translation?.language ?? field.language ?? undefined} data-empty={field.value === ""}>
        {translation?.text ?? (field.value === "" ? t("entry.unanswered") : field.value)}
        {notes.map((note) => (
          <span key={note} className={styles.aside}>
            {note}
          </span>
        ))}
      </dd>
    </div>
  );
}

/** The original first, then every language that something was translated into. */
function languagesOf(entry: KnownEntrySheet): readonly string[] {
  const others = entry.sections.flatMap(({ fields }) => fields.flatMap(({ translations }) => translations.map(({ language }) => language)));
  return [...new Set([entry.language, ...others])];
}

function nameOf(code: string): string {
  return isLanguage(code) ? LANGUAGE_NAMES[code] : code;
}
