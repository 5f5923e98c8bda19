import type { EntryProblem } from "@isonga/schema/entry-form";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { EntryCheck } from "../../lib/entries/entry-check.ts";
import type { KnownEntry } from "../../lib/entries/known-entry.ts";
import { controlId } from "../../lib/refusals/form-problems.ts";
import { useRefusalWords } from "../../lib/refusals/use-refusal-words.ts";
import { Notice } from "../../ui/notice.tsx";
import { useFormat, useLanguage } from "../../ui/use-format.ts";
import styles from "./entries.module.css";

/** All that an entry lacks for submission, each leading to its field. */
export function Problems(props: { readonly entry: KnownEntry; readonly check: EntryCheck }): ReactElement {
  const { t } = useTranslation(["entries", "common"]);
  const words = useRefusalWords();
  const language = useLanguage();
  const { check } = props;
  const name = useNames(props.entry, check);
  if (check.problems.length === 0) return <Notice kind="saved" title={t("missing.none")} takesFocus />;
  return (
    <Notice kind="problem" title={t("missing.count", { count: check.problems.length })} takesFocus>
      <ul className={styles.rules}>
        {check.problems.map((problem) => (
          <li key={`${problem.field} ${problem.code}`}>
            <Link to={{ pathname: `/${language}/app/entries/${props.entry.id}/${problem.task}`, hash: controlId(problem.field) }}>
              {t("common:errors.field", { field: name(problem), problem: words(problem) })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function useNames(entry: KnownEntry, check: EntryCheck): (problem: EntryProblem) => string {
  const format = useFormat();
  return ({ field }) => {
    const asked = check.form.tasks.flatMap(({ fields }) => fields).find(({ key }) => key === field);
    const row = entry.instrument.indicators.find(({ code }) => code === field);
    return (asked ? format.text(asked.label) : row?.name) || field;
  };
}
