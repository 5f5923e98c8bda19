import { type MouseEvent, type ReactElement, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons.tsx";
import styles from "./notice.module.css";

/** A problem of a form: its words and, when it is about one field, the id of that field's control and its label. */
export type FormProblem = { readonly words: string; readonly fieldId?: string; readonly label?: string };

/** The problems of a form, above it. Takes the focus each time a new list is given; each problem leads to its field. */
export function ErrorSummary({ problems }: { readonly problems: readonly FormProblem[] }): ReactElement | null {
  const { t } = useTranslation("common");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} className={styles.notice} data-kind="problem" role="alert" tabIndex={-1}>
      <Icon name="warning" />
      <div className={styles.words}>
        <p className={styles.title}>{t("errors.title", { count: problems.length })}</p>
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={`${problem.fieldId} ${problem.words}`}>
              {problem.fieldId === undefined ? (
                problem.words
              ) : (
                <a href={`#${problem.fieldId}`} onClick={(event) => goToField(event, problem.fieldId)}>
                  {problem.label === undefined ? problem.words : t("errors.field", { field: problem.label, problem: problem.words })}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function goToField(event: MouseEvent, id: string | undefined): void {
  const field = id === undefined ? null : document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  for (let fold = field.closest("details:not([open])"); fold; fold = fold.closest("details:not([open])")) fold.setAttribute("open", "");
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}
