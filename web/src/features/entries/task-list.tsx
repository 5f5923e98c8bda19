import type { TaskState } from "@isonga/schema/entry-completeness";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { EntryCheck } from "../../lib/entries/entry-check.ts";
import { StateBadge, type StateKind } from "../../ui/state-badge.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./entries.module.css";

/** The tasks of an entry, each with where it stands, shown at each return. */
export function TaskList({ check }: { readonly check: EntryCheck }): ReactElement {
  const { t } = useTranslation("entries");
  const format = useFormat();
  const done = Object.values(check.tasks).filter((state) => state === "COMPLETED").length;
  return (
    <section aria-label={t("tasks.title")}>
      <p role="status">{t("tasks.done", { done, count: check.form.tasks.length })}</p>
      <ol className={styles.tasks}>
        {check.form.tasks.map((task) => {
          const state = check.tasks[task.code] ?? "NOT_STARTED";
          const missing = check.problems.filter((problem) => problem.task === task.code).length;
          return (
            <li key={task.code} className={styles.task}>
              {state === "CANNOT_START" ? <span>{format.text(task.title)}</span> : <Link to={task.code}>{format.text(task.title)}</Link>}
              <StateBadge kind={KINDS[state]} word={t(`tasks.${state}`)} />
              {missing > 0 && state !== "NOT_STARTED" ? (
                <span className={styles.note}>{t("tasks.missing", { count: missing })}</span>
              ) : null}
              {state === "CANNOT_START" ? <span className={styles.note}>{t("tasks.first")}</span> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const KINDS: Readonly<Record<TaskState, StateKind>> = {
  COMPLETED: "saved",
  IN_PROGRESS: "waiting",
  NOT_STARTED: "draft",
  CANNOT_START: "locked",
  PROBLEM: "problem",
};
