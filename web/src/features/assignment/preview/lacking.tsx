import type { Language } from "@isonga/schema/languages";
import { LANGUAGE_NAMES, LANGUAGES } from "@isonga/schema/languages";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import styles from "../assignment.module.css";
import type { Preview } from "../assignment.query.ts";

/** Which entries would lack judges, and the smallest changes that would help; each was tried. */
export function Lacking({ preview }: { readonly preview: Preview }): ReactElement | null {
  const { t } = useTranslation("assignment");
  const lacking = preview.entries.filter(({ missing }) => missing > 0);
  if (lacking.length === 0) return null;
  return (
    <Notice kind="problem" title={t("lacking.title", { count: lacking.length })}>
      <ul className={styles.list}>
        {lacking.slice(0, SHOWN).map(({ entryId, reference, title, missing, eligible }) => (
          <li key={entryId}>
            {t("lacking.entry", {
              reference,
              title,
              missing: t("lacking.missing", { count: missing }),
              eligible: t("lacking.eligible", { count: eligible }),
            })}
          </li>
        ))}
      </ul>
      {lacking.length > SHOWN ? <p className={styles.words}>{t("lacking.more", { count: lacking.length - SHOWN })}</p> : null}
      {preview.relaxations.length === 0 ? null : <Relaxations relaxations={preview.relaxations} />}
    </Notice>
  );
}

/** Entries that the notice names. */
const SHOWN = 30;

/** What would help, one of these. */
function Relaxations({ relaxations }: { readonly relaxations: Preview["relaxations"] }): ReactElement {
  const { t } = useTranslation("assignment");
  const say = useRelaxationWords();
  return (
    <>
      <p className={styles.words}>{t("relax.lead")}</p>
      <ul className={styles.list}>
        {relaxations.map(({ kind, detail }) => (
          <li key={kind}>{say(kind, detail)}</li>
        ))}
      </ul>
    </>
  );
}

type Detail = {
  readonly judges?: readonly { readonly judge: string; readonly more: number }[];
  readonly entries?: readonly { readonly entry: string; readonly fewer: number }[];
  readonly wanted?: readonly Wanted[];
};
type Wanted = {
  readonly panel: string | null;
  readonly count: number;
  readonly capacity: number;
  readonly expertise: readonly string[];
  readonly languages: readonly string[];
};

function useRelaxationWords(): (kind: string, detail: unknown) => string {
  const { t } = useTranslation("assignment");
  const format = useFormat();
  const wantedWords = ({ panel, count, capacity, expertise, languages }: Wanted): string => {
    const known = LANGUAGES.filter((one): one is Language => languages.includes(one)).map((one) => LANGUAGE_NAMES[one]);
    return [
      t("relax.wanted", { count, capacity }),
      ...(panel === null ? [] : [t("relax.inPanel", { panel })]),
      ...(expertise.length === 0 ? [] : [t("relax.knowing", { affairs: format.list(expertise.slice(0, 5)) })]),
      ...(known.length === 0 ? [] : [t("relax.reading", { languages: format.list(known) })]),
    ].join(", ");
  };
  return (kind, detail) => {
    const { judges = [], entries = [], wanted = [] } = (detail ?? {}) as Detail;
    if (kind === "CAPACITY")
      return t("relax.CAPACITY", { judges: format.list(judges.map(({ judge, more }) => t("relax.more", { judge, more }))) });
    if (kind === "FEWER_JUDGES")
      return t("relax.FEWER_JUDGES", { entries: format.list(entries.map(({ entry, fewer }) => t("relax.fewer", { entry, fewer }))) });
    return t("relax.MORE_JUDGES", { wanted: wanted.map(wantedWords).join("; ") });
  };
}
